import type { GanttStatic } from 'dhtmlx-gantt';
import type { Geometry } from './geometry.js';
import type { Store } from './store.js';
import type { ZoomLevel } from './types.js';
import type { ViewLayout } from './view-layout.js';
import type { Zoom } from './zoom.js';

/** Up to which part of the width today is left where it is at first. */
const TODAY_IN_VIEW = 0.85;

export interface ViewportHost {
  store(): Store | null;
  zoomed(level: ZoomLevel): void;
}

/** Which days of the chart are in view, and how wide a day is. */
export class Viewport {
  constructor(private readonly gantt: GanttStatic, private readonly geometry: Geometry,
      private readonly layout: ViewLayout, private readonly zoom: Zoom, private readonly host: ViewportHost) {}

  /** Brings today into view where the whole plan leaves it too far right to be seen. */
  begin(store: Store): void {
    if (this.geometry.x(store.model.today) > this.gantt.$task.clientWidth * TODAY_IN_VIEW) {
      this.showToday();
    }
  }

  /** Changes the unit and keeps today where it is, or, when it is out of view, the middle. */
  zoomTo(level: ZoomLevel): void {
    const store = this.host.store();
    if (!store) {
      return;
    }
    const { x } = this.gantt.getScrollState();
    const width = this.gantt.$task.clientWidth;
    const today = this.geometry.x(store.model.today);
    const kept = today >= x && today <= x + width ? today : x + width / 2;
    const day = this.geometry.nearestDay(kept);
    this.layout.setZoom(level);
    this.gantt.render();
    this.gantt.scrollTo(Math.max(0, this.geometry.x(day) - (kept - x)), null as never);
    this.host.zoomed(level);
  }

  zoomBy(step: -1 | 1): void {
    this.zoomTo(this.zoom.neighbour(step));
  }

  fit(): void {
    if (this.host.store()) {
      this.zoomTo(this.layout.fittingLevel());
    }
  }

  showToday(): void {
    const store = this.host.store();
    if (store) {
      const x = this.geometry.x(store.model.today);
      this.gantt.scrollTo(Math.max(0, x - this.gantt.$task.clientWidth / 2), null as never);
    }
  }
}
