import type { GanttStatic } from 'dhtmlx-gantt';
import type { Chart, ChartTask } from './chart.js';
import { dateOf, dayOf } from './days.js';
import type { Row } from './types.js';

/** Where things are in the drawing: x by day, y by the place of a row among those not folded away. */
export class Geometry {
  private readonly gantt: GanttStatic;

  constructor(private readonly chart: Chart) {
    this.gantt = chart.gantt;
  }

  /** Pixels from the left end of the time axis to a moment in days. */
  x(moment: number): number {
    const day = Math.floor(moment);
    const left = this.gantt.posFromDate(dateOf(day));
    const fraction = moment - day;
    return fraction === 0 ? left : left + fraction * (this.gantt.posFromDate(dateOf(day + 1)) - left);
  }

  /** The day nearest to a place on the axis, by its morning. */
  nearestDay(x: number): number {
    const width = this.gantt.getScale().full_width as number;
    const date = this.gantt.dateFromPos(Math.min(Math.max(x, 0), width - 1));
    return Math.round(dayOf(date));
  }

  get rowHeight(): number {
    return this.gantt.config.row_height as number;
  }

  get barHeight(): number {
    return this.gantt.config.bar_height as number;
  }

  /** How many rows are not folded away. */
  get rowCount(): number {
    return this.gantt.getVisibleTaskCount();
  }

  rowAt(index: number): Row {
    return (this.gantt.getTaskByIndex(index) as unknown as ChartTask).row;
  }

  /** Place of a row among those not folded away; -1 when it is. */
  indexOf(id: number): number {
    return this.gantt.isTaskExists(id) ? this.gantt.getGlobalTaskIndex(id) : -1;
  }

  middle(index: number): number {
    return index * this.rowHeight + this.rowHeight / 2;
  }

  /** Left and right end of a row's bar; of a milestone, twice its moment. */
  span(row: Row): { left: number; right: number } {
    if (row.kind === 'milestone') {
      const moment = this.x(this.chart.milestoneMoment(row));
      return { left: moment, right: moment };
    }
    return { left: this.x(row.start), right: this.x(row.finish + 1) };
  }

  /** Half the width of a diamond. */
  get milestoneRadius(): number {
    return Math.round(this.barHeight / Math.SQRT2) * Math.SQRT1_2;
  }

  /** The moment of a promised milestone: as late in its day as the present one is drawn in its own. */
  promisedMoment(row: Row): number {
    return row.promisedFinish! + (this.chart.milestoneMoment(row) - row.start);
  }
}
