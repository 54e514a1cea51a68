import type { GanttStatic } from 'dhtmlx-gantt';
import { dateOf, dayOf } from './days.js';
import type { Words } from './words.js';
import type { ZoomLevel } from './types.js';

interface Level {
  name: ZoomLevel;
  /** The least width of a column, in pixels at the usual type size. */
  column: number;
  /** Days in a column, about. */
  days: number;
}

/** From fine to coarse. */
const LEVELS: Level[] = [
  { name: 'day', column: 26, days: 1 },
  { name: 'week', column: 52, days: 7 },
  { name: 'month', column: 40, days: 30.4 },
  { name: 'quarter', column: 72, days: 91.3 },
];

export const ZOOM_LEVELS: ZoomLevel[] = LEVELS.map((level) => level.name);

/** What is left free before and after the project, so that a bar can be dragged past its ends, in columns. */
const COLUMNS_BEFORE = 0.2;

/** Pixels left free after the project, for what is written beside the last bars. */
const TEXT_BESIDE = 110;

/** The time axis: its range, its unit and how it is written. */
export class Zoom {
  level: ZoomLevel = 'month';
  private range = { first: 0, last: 0 };

  constructor(private readonly gantt: GanttStatic, private readonly words: () => Words) {}

  /** Whether the axis has to be drawn anew to hold these days. */
  exceeds(range: { first: number; last: number }): boolean {
    return range.first < this.range.first || range.last > this.range.last;
  }

  /** Sets the days that have to be on the axis and its unit; the caller draws. */
  set(range: { first: number; last: number }, name: ZoomLevel, typeScale: number): void {
    const level = LEVELS.find((candidate) => candidate.name === name)!;
    const column = level.column * typeScale;
    this.level = name;
    this.range = {
      first: range.first - Math.max(2, Math.ceil(COLUMNS_BEFORE * level.days)),
      last: range.last + Math.max(2, Math.ceil((TEXT_BESIDE * typeScale * level.days) / column)),
    };
    const config = this.gantt.config;
    config.start_date = dateOf(this.range.first);
    config.end_date = dateOf(this.range.last + 1);
    config.min_column_width = Math.round(column);
    config.scales = this.scales(name);
  }

  /** The finest level at which these days are at most as wide as this, in pixels; else the coarsest. */
  fitting({ first, last }: { first: number; last: number }, width: number, typeScale: number): ZoomLevel {
    const room = width - TEXT_BESIDE * typeScale;
    const level = LEVELS.find(({ days, column }) => ((last - first + 1) / days + 1) * column * typeScale <= room);
    return (level ?? LEVELS[LEVELS.length - 1]).name;
  }

  /** The next finer (-1) or coarser (1) level, or the same at the ends. */
  neighbour(step: -1 | 1): ZoomLevel {
    const index = ZOOM_LEVELS.indexOf(this.level) + step;
    return ZOOM_LEVELS[Math.min(Math.max(index, 0), ZOOM_LEVELS.length - 1)];
  }

  private scales(name: ZoomLevel): NonNullable<GanttStatic['config']['scales']> {
    const as = (options: Intl.DateTimeFormatOptions) => (date: Date) => this.words().format(date, options);
    const year = { unit: 'year', step: 1, format: as({ year: 'numeric' }) };
    const month = { unit: 'month', step: 1, format: as({ year: 'numeric', month: 'long' }) };
    switch (name) {
      case 'day':
        return [month, { unit: 'day', step: 1, format: (date: Date) => String(date.getDate()) }];
      case 'week':
        return [month, { unit: 'week', step: 1, format: (date: Date) => this.words().date(dayOf(date)).slice(5) }];
      case 'month':
        return [year, { unit: 'month', step: 1, format: as({ month: 'short' }) }];
      default:
        return [year, {
          unit: 'quarter',
          step: 1,
          format: (date: Date) => this.words().text('axis.quarter', Math.floor(date.getMonth() / 3) + 1),
        }];
    }
  }
}
