import type { GanttStatic } from 'dhtmlx-gantt';

/** The height of a row, of a bar and of the time axis, in pixels at the usual type size. */
const ROW = 34;
const BAR = 14;
const AXIS = 52;
const TYPE_SIZE = 14;

/** Sets heights by the reader's type size, so that a page in large type gets a large chart; tells how much larger. */
export function applyTypeSize(frame: HTMLElement, config: GanttStatic['config']): number {
  const typeScale = parseFloat(getComputedStyle(frame).fontSize) / TYPE_SIZE;
  config.row_height = Math.round(ROW * typeScale);
  config.bar_height = Math.round(BAR * typeScale);
  config.scale_height = Math.round(AXIS * typeScale);
  return typeScale;
}
