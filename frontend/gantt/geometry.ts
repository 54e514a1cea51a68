import type { GanttStatic } from 'dhtmlx-gantt';
import type { Chart, ChartTask } from './chart.js';
import { dateOf, dayOf } from './days.js';
import type { Row } from './types.js';

/** The two ends of a bar, its middle and half its height. */
export interface Ends {
  left: number;
  right: number;
  y: number;
  half: number;
  milestone: boolean;
}

/**
 * Where things are in the drawing: x by day, y by the place of a row among those not folded away. Places are kept until
 * the chart is drawn anew, because asking the library for each costs more than all the rest of a frame.
 */
export class Geometry {
  private readonly gantt: GanttStatic;
  private readonly lefts = new Map<number, number>();
  private order: Row[] | null = null;
  private places = new Map<number, number>();

  constructor(private readonly chart: Chart) {
    this.gantt = chart.gantt;
    this.gantt.attachEvent('onBeforeGanttRender', () => this.forget());
    this.gantt.attachEvent('onGanttRender', () => this.forget());
    this.gantt.attachEvent('onDataRender', () => this.forget());
  }

  /** Call when rows changed without the chart being drawn anew. */
  forget(): void {
    this.lefts.clear();
    this.order = null;
  }

  /** Pixels from the left end of the time axis to a moment in days. */
  x(moment: number): number {
    const day = Math.floor(moment);
    const left = this.left(day);
    const fraction = moment - day;
    return fraction === 0 ? left : left + fraction * (this.left(day + 1) - left);
  }

  /** Whether a moment lies on the time axis; x puts those that do not at its ends. */
  isOnAxis(moment: number): boolean {
    const { min_date: first, max_date: end } = this.gantt.getState();
    return moment >= dayOf(first) && moment <= dayOf(end);
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

  /** Half the width of a diamond. */
  get milestoneRadius(): number {
    return Math.round(this.barHeight / Math.SQRT2) * Math.SQRT1_2;
  }

  /** Rows that are not folded away, from top to bottom. */
  rows(): Row[] {
    if (this.order === null) {
      this.order = [];
      this.places = new Map();
      const count = this.gantt.getVisibleTaskCount();
      for (let index = 0; index < count; index++) {
        const { row } = this.gantt.getTaskByIndex(index) as unknown as ChartTask;
        this.places.set(row.id, index);
        this.order.push(row);
      }
    }
    return this.order;
  }

  get rowCount(): number {
    return this.rows().length;
  }

  rowAt(index: number): Row {
    return this.rows()[index];
  }

  /** Place of a row among those not folded away; -1 when it is. */
  indexOf(id: number): number {
    this.rows();
    return this.places.get(id) ?? -1;
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

  /** The ends of the bar of a row that is not folded away, as links see it. */
  ends(id: number): Ends {
    const index = this.indexOf(id);
    const row = this.rowAt(index);
    const { left, right } = this.span(row);
    const milestone = row.kind === 'milestone';
    const radius = milestone ? this.milestoneRadius : 0;
    return {
      left: left - radius,
      right: right + radius,
      y: this.middle(index),
      half: milestone ? radius : this.barHeight / 2,
      milestone,
    };
  }

  /** The moment of a promised milestone: as late in its day as the present one is drawn in its own. */
  promisedMoment(row: Row): number {
    return row.promisedFinish! + (this.chart.milestoneMoment(row) - row.start);
  }

  private left(day: number): number {
    let left = this.lefts.get(day);
    if (left === undefined) {
      left = this.gantt.posFromDate(dateOf(day));
      this.lefts.set(day, left);
    }
    return left;
  }
}
