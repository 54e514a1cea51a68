import type { Geometry } from './geometry.js';

/** How a row joins those that are chosen. */
export type Choice = 'only' | 'toggle' | 'extend' | 'keep';

/** The rows that the next command is for. One of them is active: the keyboard is there. */
export class RowSelection {
  private readonly ids = new Set<number>();
  private anchor: number | null = null;

  constructor(private readonly geometry: Geometry, private readonly changed: (ids: number[]) => void) {}

  has(id: number): boolean {
    return this.ids.has(id);
  }

  /** In the order of the tree, as far as they are not folded away. */
  all(): number[] {
    return [...this.ids].sort((a, b) => this.geometry.indexOf(a) - this.geometry.indexOf(b));
  }

  take(id: number, choice: Choice): void {
    const before = new Set(this.ids);
    switch (choice) {
      case 'only':
        this.ids.clear();
        this.ids.add(id);
        this.anchor = id;
        break;
      case 'toggle':
        this.toggle(id);
        break;
      case 'extend':
        this.extend(id);
        break;
      case 'keep':
        break;
    }
    this.changed([...new Set([...before, ...this.ids])].filter((row) => before.has(row) !== this.ids.has(row)));
  }

  /** Lets go of rows that are there no more. */
  keep(exists: (id: number) => boolean): void {
    [...this.ids].filter((id) => !exists(id)).forEach((id) => this.ids.delete(id));
    if (this.anchor !== null && !exists(this.anchor)) {
      this.anchor = null;
    }
  }

  private toggle(id: number): void {
    if (this.ids.has(id) && this.ids.size > 1) {
      this.ids.delete(id);
    } else {
      this.ids.add(id);
    }
    this.anchor = id;
  }

  private extend(id: number): void {
    const from = this.geometry.indexOf(this.anchor ?? id);
    const to = this.geometry.indexOf(id);
    this.ids.clear();
    for (let index = Math.min(from, to); index <= Math.max(from, to); index++) {
      if (index >= 0) {
        this.ids.add(this.geometry.rowAt(index).id);
      }
    }
    this.anchor ??= id;
  }
}
