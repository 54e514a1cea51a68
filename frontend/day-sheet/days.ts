// Days such as 2026-11-23, counted in the server's zone and by its clock as far as this phone knows it.

const MILLIS = 86_400_000;

export function dayOf(moment: number, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    moment
  );
}

export function plus(day: string, days: number): string {
  return new Date(Date.parse(day) + days * MILLIS).toISOString().slice(0, 10);
}

export function between(first: string, last: string): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / MILLIS);
}
