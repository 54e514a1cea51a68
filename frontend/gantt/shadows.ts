import type { Geometry } from './geometry.js';
import type { View } from './layers.js';
import type { Row } from './types.js';

/** Between the middle of a bar's edge and its shadow, in pixels. */
const GAP = 4.5;

/** An overrun shorter than this many pixels would only be noise. */
const LEAST_OVERRUN = 5;

const BELOW = 1;
const ABOVE = -1;

interface Span {
  start: number;
  finish: number;
}

interface Shadows {
  bars: string;
  milestones: string;
}

/** Where the original promise has the rows in view, below their bars, and how far beyond it they run. */
export function promises(geometry: Geometry, view: View): Shadows & { overrun: string } {
  let overrun = '';
  const shadows = draw(geometry, view, BELOW, promise, (row) => geometry.promisedMoment(row), (row, span, right, y) => {
    const finish = geometry.x(row.finish + 1);
    if (row.finish > span.finish && finish - right > LEAST_OVERRUN) {
      overrun += `M${right + 4} ${y}H${finish}`;
    }
  });
  return { ...shadows, overrun };
}

/** Where another version of the plan has the rows in view, above their bars. */
export function compared(geometry: Geometry, view: View): Shadows {
  return draw(geometry, view, ABOVE, other, (row) => row.comparedFinish!, () => {});
}

function promise(row: Row): Span | null {
  return span(row.promisedStart, row.promisedFinish);
}

function other(row: Row): Span | null {
  return span(row.comparedStart, row.comparedFinish);
}

function span(start: number | null, finish: number | null): Span | null {
  return start === null || finish === null ? null : { start, finish };
}

function draw(geometry: Geometry, view: View, side: number, spanOf: (row: Row) => Span | null,
    momentOf: (row: Row) => number, drawn: (row: Row, span: Span, right: number, y: number) => void): Shadows {
  const lane = side * (geometry.barHeight / 2 + GAP);
  const radius = geometry.milestoneRadius;
  let bars = '';
  let milestones = '';
  for (let index = view.first; index <= view.last; index++) {
    const row = geometry.rowAt(index);
    const found = spanOf(row);
    if (found === null) {
      continue;
    }
    const middle = geometry.middle(index);
    if (row.kind === 'milestone') {
      const x = geometry.x(momentOf(row));
      milestones += `M${x - radius} ${middle}L${x} ${middle - radius}L${x + radius} ${middle}L${x} ${middle + radius}z`;
      continue;
    }
    const left = geometry.x(found.start) + 2;
    const right = Math.max(geometry.x(found.finish + 1) - 2, left + 1);
    bars += `M${left} ${middle + lane}H${right}`;
    drawn(row, found, right, middle + lane);
  }
  return { bars, milestones };
}
