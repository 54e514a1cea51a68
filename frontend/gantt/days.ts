import type { WireCalendar } from './types.js';

/** Days counted from 1970-01-01, and the moments of the reader's time zone that the chart library works with. */

const MILLISECONDS = 86_400_000;

/** The first moment of a day. */
export function dateOf(day: number): Date {
  return new Date(1970, 0, 1 + day);
}

/** The day in which a moment lies, with the fraction of it that has passed. */
export function dayOf(date: Date): number {
  const midnight = new Date(date.getFullYear(), date.getMonth(), date.getDate());
  const day = Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / MILLISECONDS);
  return day + (date.getTime() - midnight.getTime()) / MILLISECONDS;
}

/** Which days nobody works. */
export class DaysOff {
  private readonly worked: boolean[];
  private readonly off: Set<number>;
  private readonly on: Set<number>;

  constructor(calendar: WireCalendar) {
    this.worked = [1, 2, 3, 4, 5, 6, 7].map((weekday) => calendar.week.includes(weekday));
    this.off = new Set(calendar.off);
    this.on = new Set(calendar.on);
  }

  isOff(day: number): boolean {
    if (this.off.has(day)) {
      return true;
    }
    // 1970-01-01 was a Thursday, the fourth day of its week.
    const weekday = (((day + 3) % 7) + 7) % 7;
    return !this.worked[weekday] && !this.on.has(day);
  }
}
