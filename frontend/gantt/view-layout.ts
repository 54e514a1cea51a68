import type { GanttStatic } from 'dhtmlx-gantt';
import { ColumnWidths } from './column-widths.js';
import { layOutColumns } from './columns.js';
import { applyTypeSize } from './metrics.js';
import type { Store } from './store.js';
import type { ColumnName, ZoomLevel } from './types.js';
import type { Words } from './words.js';
import type { Zoom } from './zoom.js';

/** Below this width the tree spares its margins. */
const NARROW = 520;

/** Pixels that are left free beside a chart that fits. */
const MARGIN = 20;

/** How a view shares its room between columns and axis. */
export class ViewLayout {
  private widths: ColumnWidths | null = null;
  private store: Store | null = null;
  private typeScale = 1;
  private width = 0;
  private height = 0;

  constructor(private readonly gantt: GanttStatic, private readonly frame: HTMLElement, private readonly zoom: Zoom,
      private readonly words: () => Words) {
  }

  /** Lays out what is shown from now on. */
  begin(store: Store): void {
    this.store = store;
    this.widths = new ColumnWidths(store.model.columns);
    this.measure();
    this.layOut();
  }

  /** Lays out what is shown anew, for other words or widths. */
  renew(): void {
    this.layOut();
    this.setZoom(this.zoom.level);
  }

  /** Takes over the room there is now, and tells whether it has changed. */
  resize(): boolean {
    const { clientWidth, clientHeight } = this.frame;
    if (clientWidth === 0 || (clientWidth === this.width && clientHeight === this.height)) {
      return false;
    }
    const wider = clientWidth !== this.width;
    this.measure();
    if (wider) {
      this.renew();
    }
    return true;
  }

  /** Gives a column a width in pixels, or with null its usual one. */
  resizeColumn(column: ColumnName, width: number | null): void {
    this.widths!.set(column, width === null ? null : width / this.typeScale);
  }

  /** The unit by which the whole plan is in view. */
  fittingLevel(): ZoomLevel {
    const width = this.width - (this.gantt.config.grid_width as number) - MARGIN;
    return this.zoom.fitting(this.store!.range(), width, this.typeScale);
  }

  setZoom(level: ZoomLevel): void {
    this.zoom.set(this.store!.range(), level, this.typeScale);
  }

  private measure(): void {
    this.width = this.frame.clientWidth;
    this.height = this.frame.clientHeight;
    this.frame.classList.toggle('narrow', this.width < NARROW);
    this.typeScale = applyTypeSize(this.frame, this.gantt.config);
  }

  private layOut(): void {
    const { model } = this.store!;
    const chosen = layOutColumns(model.columns, this.width, this.typeScale, this.words(), model.today,
      this.store!.longestNumber(), this.store!.widestName());
    const { columns, width } = this.widths!.apply(chosen, this.width, this.typeScale);
    this.gantt.config.columns = columns;
    this.gantt.config.grid_width = width;
  }
}
