import type { Geometry } from './geometry.js';
import type { Row } from './types.js';

interface Point {
  x: number;
  y: number;
}

/**
 * The progress front line: from the status date down to each row's point and back to the status date. Only the part
 * near the rows in view is written, with its neighbours above and below so that it enters and leaves rightly.
 */
export class FrontLine {
  /** Places of the rows that have a point; null when the order of rows may have changed. */
  private places: number[] | null = null;

  /** @param pointOf where the line crosses a row, in days with a fraction; null when it passes the row by */
  constructor(private readonly pointOf: (row: Row) => number | null = (row) => row.front) {}

  forget(): void {
    this.places = null;
  }

  /** Corner points between two rows in view, inclusive; empty when no row has a point. */
  points(geometry: Geometry, statusMoment: number, first: number, last: number): Point[] {
    const places = this.allPlaces(geometry);
    if (places.length === 0) {
      return [];
    }
    const from = Math.max(0, lowerBound(places, first) - 1);
    const to = Math.min(places.length, lowerBound(places, last + 1) + 1);
    const status = geometry.x(statusMoment);
    const points: Point[] = [];
    if (from === 0) {
      points.push({ x: status, y: 0 }, { x: status, y: places[0] * geometry.rowHeight });
    }
    for (let i = from; i < to; i++) {
      points.push({ x: geometry.x(this.pointOf(geometry.rowAt(places[i]))!), y: geometry.middle(places[i]) });
    }
    if (to === places.length) {
      const end = geometry.rowCount * geometry.rowHeight;
      points.push({ x: status, y: (places[places.length - 1] + 1) * geometry.rowHeight }, { x: status, y: end });
    }
    return points;
  }

  private allPlaces(geometry: Geometry): number[] {
    if (this.places === null) {
      this.places = [];
      for (let index = 0; index < geometry.rowCount; index++) {
        const row = geometry.rowAt(index);
        if (this.pointOf(row) !== null && (row.kind !== 'summary' || isFolded(geometry, index))) {
          this.places.push(index);
        }
      }
    }
    return this.places;
  }
}

/** Whether the rows below a summary are hidden, so that its own point stands for them. */
function isFolded(geometry: Geometry, index: number): boolean {
  return index + 1 >= geometry.rowCount || geometry.rowAt(index + 1).parent !== geometry.rowAt(index).id;
}

/** Index of the first value that is not below the wanted one. */
function lowerBound(values: number[], wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
