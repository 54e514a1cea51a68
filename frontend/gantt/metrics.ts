import type { GanttStatic } from 'dhtmlx-gantt';

/** The height of a row, of a bar and of a line of the time axis, in pixels at the usual type size. */
const ROW = 34;
const BAR = 14;
const AXIS_LINE = 24;

/** Two lines of the axis say the time; the third is kept for the flags of today and of the status date. */
const AXIS_LINES = 3;
const TYPE_SIZE = 14;

/** The widths of a Latin letter and of a Chinese character, about, in pixels at the usual type size. */
const LETTER = 7.4;
const CHARACTER = 14;
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/g;

/** About how wide a text is, in pixels at the usual type size, without asking the browser to lay it out. */
export function textWidth(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  return wide * CHARACTER + (text.length - wide) * LETTER;
}

/** Sets heights by the reader's type size, so that a page in large type gets a large chart; tells how much larger. */
export function applyTypeSize(frame: HTMLElement, config: GanttStatic['config']): number {
  const typeScale = parseFloat(getComputedStyle(frame).fontSize) / TYPE_SIZE;
  config.row_height = Math.round(ROW * typeScale);
  config.bar_height = Math.round(BAR * typeScale);
  config.scale_height = AXIS_LINES * Math.round(AXIS_LINE * typeScale);
  return typeScale;
}

/** Where on the axis the line of the flags begins, in pixels. */
export function flagLine(config: GanttStatic['config']): number {
  return ((config.scale_height as number) * (AXIS_LINES - 1)) / AXIS_LINES;
}
