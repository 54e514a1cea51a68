import type { GanttStatic } from 'dhtmlx-gantt';
import { NARROWEST } from './column-widths.js';
import type { ColumnName } from './types.js';
import type { Words } from './words.js';

/** How much a key widens a column, in pixels. */
const STEP = 12;

export interface GripHost {
  words(): Words;
  /** @param width in pixels as drawn; null for the width it had at first */
  resize(column: ColumnName, width: number | null): void;
}

interface Hold {
  column: ColumnName;
  fromX: number;
  width: number;
}

/** Edges between the heads of columns, by which mouse, finger and keyboard make columns wider. */
export class ColumnGrips {
  private readonly element = document.createElement('div');
  private readonly grips = new Map<ColumnName, HTMLElement>();
  private hold: Hold | null = null;
  private frame = 0;

  constructor(private readonly gantt: GanttStatic, private readonly host: GripHost) {
    this.element.className = 'grips';
    gantt.attachEvent('onGanttRender', () => this.renew());
    // The chart's own answers to keys and pointers are for rows and bars.
    for (const type of ['mousedown', 'click', 'dblclick', 'touchstart', 'touchmove', 'touchend']) {
      this.element.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
    }
    this.element.addEventListener('keydown', (event) => this.key(event));
    this.element.addEventListener('pointerdown', (event) => this.begin(event));
    this.element.addEventListener('pointermove', (event) => this.move(event));
    for (const type of ['pointerup', 'pointercancel']) {
      this.element.addEventListener(type, () => { this.hold = null; });
    }
    this.element.addEventListener('dblclick', (event) => {
      const column = columnOf(event.target);
      if (column) {
        this.host.resize(column, null);
      }
    });
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
  }

  /** Puts the grips where the columns end now. */
  private renew(): void {
    const grid = this.gantt.$grid as HTMLElement | undefined;
    if (!grid) {
      return;
    }
    const columns = this.columns();
    const names = new Set(columns.map(({ name }) => name));
    for (const [name, grip] of this.grips) {
      if (!names.has(name)) {
        grip.remove();
        this.grips.delete(name);
      }
    }
    const words = this.host.words();
    let right = 0;
    for (const { name, width } of columns) {
      right += width;
      const grip = this.grip(name);
      grip.style.left = `${right}px`;
      grip.setAttribute('aria-label', words.text('column.width', words.text(`column.${name}`)));
      grip.setAttribute('aria-valuenow', String(width));
    }
    this.element.style.height = `${this.gantt.config.scale_height}px`;
    // Beside the grid, not in it: a tree of rows has no other children for those who hear it.
    const frame = grid.parentElement!;
    if (this.element.parentElement !== frame) {
      frame.append(this.element);
    }
    this.keepOneStop();
  }

  private columns(): { name: ColumnName; width: number }[] {
    return (this.gantt.config.columns as { name: string; width: number }[])
      .map(({ name, width }) => ({ name: name as ColumnName, width }));
  }

  private grip(name: ColumnName): HTMLElement {
    let grip = this.grips.get(name);
    if (!grip) {
      grip = document.createElement('div');
      grip.className = 'grip';
      grip.dataset.column = name;
      grip.tabIndex = -1;
      grip.setAttribute('role', 'separator');
      grip.setAttribute('aria-orientation', 'vertical');
      grip.setAttribute('aria-valuemin', String(NARROWEST));
      this.grips.set(name, grip);
      this.element.append(grip);
    }
    return grip;
  }

  /** The grips are one stop of the keyboard; up and down choose among them. */
  private keepOneStop(): void {
    const grips = [...this.grips.values()];
    if (grips.length > 0 && !grips.some((grip) => grip.tabIndex === 0)) {
      grips[0].tabIndex = 0;
    }
  }

  private key(event: KeyboardEvent): void {
    const column = columnOf(event.target);
    const width = this.columns().find(({ name }) => name === column)?.width;
    if (event.key === 'Tab' || column === null || width === undefined) {
      return;
    }
    event.stopPropagation();
    switch (event.key) {
      case 'ArrowLeft':
        this.host.resize(column, width - STEP);
        break;
      case 'ArrowRight':
        this.host.resize(column, width + STEP);
        break;
      case 'ArrowUp':
        this.choose(column, -1);
        break;
      case 'ArrowDown':
        this.choose(column, 1);
        break;
      case 'Home':
        this.host.resize(column, null);
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  private choose(column: ColumnName, by: -1 | 1): void {
    const names = this.columns().map(({ name }) => name);
    const next = names[names.indexOf(column) + by];
    if (next) {
      this.grip(column).tabIndex = -1;
      this.grip(next).tabIndex = 0;
      this.grip(next).focus();
    }
  }

  private begin(event: PointerEvent): void {
    const column = columnOf(event.target);
    const width = this.columns().find(({ name }) => name === column)?.width;
    if (column && width !== undefined && event.button === 0) {
      event.stopPropagation();
      this.grip(column).setPointerCapture(event.pointerId);
      this.hold = { column, fromX: event.clientX, width };
    }
  }

  private move(event: PointerEvent): void {
    const { hold } = this;
    if (hold) {
      cancelAnimationFrame(this.frame);
      this.frame = requestAnimationFrame(() =>
        this.host.resize(hold.column, hold.width + event.clientX - hold.fromX));
    }
  }
}

function columnOf(target: EventTarget | null): ColumnName | null {
  return target instanceof HTMLElement ? (target.dataset.column as ColumnName | undefined) ?? null : null;
}
