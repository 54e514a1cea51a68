import type { GanttStatic } from 'dhtmlx-gantt';
import type { Geometry } from './geometry.js';

/** Walking through the rows that are not folded away. */
export class RowNavigation {
  constructor(private readonly gantt: GanttStatic, private readonly geometry: Geometry) {}

  chosen(): number | null {
    const id = this.gantt.getSelectedId();
    return id === null || id === undefined ? null : Number(id);
  }

  /** Chooses a row, unfolds what hides it and scrolls no further than needed. */
  choose(id: number): void {
    const folded: number[] = [];
    this.gantt.eachParent((parent: { id: number; $open?: boolean }) => {
      if (!parent.$open) {
        folded.push(parent.id);
      }
    }, id);
    folded.reverse().forEach((parent) => this.gantt.open(parent));
    this.gantt.selectTask(id);
    this.bringIntoView(id);
  }

  step(by: number): void {
    const { rowCount } = this.geometry;
    if (rowCount === 0) {
      return;
    }
    const id = this.chosen();
    const at = id === null ? -1 : this.geometry.indexOf(id);
    this.chooseAt(Math.min(Math.max(at < 0 ? 0 : at + by, 0), rowCount - 1));
  }

  first(): void {
    this.chooseAt(0);
  }

  last(): void {
    this.chooseAt(this.geometry.rowCount - 1);
  }

  page(): number {
    const height = (this.gantt.$task_data as HTMLElement).clientHeight;
    return Math.max(1, Math.floor(height / this.geometry.rowHeight) - 1);
  }

  unfold(): void {
    const id = this.chosen();
    if (id === null || !this.gantt.hasChild(id)) {
      return;
    }
    if (this.gantt.getTask(id).$open) {
      this.choose(Number(this.gantt.getChildren(id)[0]));
    } else {
      this.gantt.open(id);
    }
  }

  fold(): void {
    const id = this.chosen();
    if (id === null) {
      return;
    }
    if (this.gantt.hasChild(id) && this.gantt.getTask(id).$open) {
      this.gantt.close(id);
      return;
    }
    const parent = Number(this.gantt.getParent(id));
    if (parent && this.gantt.isTaskExists(parent)) {
      this.choose(parent);
    }
  }

  private chooseAt(index: number): void {
    if (index >= 0 && index < this.geometry.rowCount) {
      this.choose(this.geometry.rowAt(index).id);
    }
  }

  private bringIntoView(id: number): void {
    const top = this.geometry.indexOf(id) * this.geometry.rowHeight;
    const { y } = this.gantt.getScrollState();
    const height = (this.gantt.$task_data as HTMLElement).clientHeight;
    if (top < y) {
      this.gantt.scrollTo(null as never, top);
    } else if (top + this.geometry.rowHeight > y + height) {
      this.gantt.scrollTo(null as never, top + this.geometry.rowHeight - height);
    }
    const { left, right } = this.geometry.span(this.geometry.rowAt(this.geometry.indexOf(id)));
    const { x } = this.gantt.getScrollState();
    const width = (this.gantt.$task as HTMLElement).clientWidth;
    if (right < x || left > x + width) {
      this.gantt.scrollTo(Math.max(0, left - width / 4), null as never);
    }
  }
}
