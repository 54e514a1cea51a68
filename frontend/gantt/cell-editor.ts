import type { ColumnName, Row } from './types.js';
import type { Words } from './words.js';

/** What can be typed, from left to right. */
const TYPED: ColumnName[] = ['name', 'class', 'duration', 'quantity', 'start', 'finish', 'predecessors'];
/** What can be typed of a summary; the rest follows from the rows below it. */
const TYPED_OF_SUMMARY: ColumnName[] = ['name', 'class', 'predecessors'];

export interface CellEditorHost {
  readonly frame: HTMLElement;
  words(): Words;
  rowOf(id: number): Row | undefined;
  /** The cell on the screen, null while it is out of view. */
  cell(id: number, column: ColumnName): HTMLElement | null;
  /** The columns on the screen, from left to right. */
  columns(): ColumnName[];
  choices(column: ColumnName): string[] | undefined;
  /** Chooses a row and brings it into view. */
  choose(id: number): void;
  neighbour(id: number, by: -1 | 1): number | null;
  commit(id: number, column: ColumnName, text: string): void;
  focusTree(): void;
}

/**
 * Typing into a cell of the tree as in a spreadsheet: Enter commits and goes down, Tab to the next cell, arrow up and
 * down to the same cell of the next row, Escape gives up.
 */
export class CellEditor {
  private readonly element = document.createElement('div');
  private at: { id: number; column: ColumnName } | null = null;
  private field: HTMLInputElement | HTMLSelectElement | null = null;
  private before = '';
  /** The column where typing begins when none is named. */
  private column: ColumnName = 'name';

  constructor(private readonly host: CellEditorHost) {
    this.element.className = 'cell-editor';
    this.element.hidden = true;
    host.frame.append(this.element);
  }

  get isOpen(): boolean {
    return this.at !== null;
  }

  /** Notes the column that was pointed at. */
  point(column: string | null): void {
    if (column !== null && TYPED.includes(column as ColumnName)) {
      this.column = column as ColumnName;
    }
  }

  /** Begins to edit a cell; false when it cannot be typed into. */
  open(id: number, column: ColumnName = this.column): boolean {
    this.commit();
    const row = this.host.rowOf(id);
    const typed = row ? this.typed(row) : [];
    const chosen = typed.includes(column) ? column : typed[0];
    if (!row || !chosen) {
      return false;
    }
    this.host.choose(id);
    this.at = { id, column: chosen };
    this.column = chosen;
    this.before = textOf(row, chosen, this.host.words());
    this.element.replaceChildren(this.field = this.fieldFor(row, chosen));
    this.element.hidden = false;
    this.place();
    this.field.focus({ preventScroll: true });
    if (this.field instanceof HTMLInputElement) {
      this.field.select();
    }
    return true;
  }

  /** Puts the editor where its cell is now, and gives up when the row is gone. */
  place(): void {
    if (!this.at) {
      return;
    }
    if (!this.host.rowOf(this.at.id)) {
      this.close();
      return;
    }
    const cell = this.host.cell(this.at.id, this.at.column);
    this.element.style.visibility = cell ? '' : 'hidden';
    if (cell) {
      const frame = this.host.frame.getBoundingClientRect();
      const box = cell.getBoundingClientRect();
      const width = Math.max(box.width, this.at.column === 'predecessors' ? 150 : 72);
      Object.assign(this.element.style, {
        left: `${box.left - frame.left}px`, top: `${box.top - frame.top}px`, width: `${width}px`, height: `${box.height}px`,
      });
    }
  }

  destroy(): void {
    this.element.remove();
  }

  close(): void {
    this.at = null;
    this.field = null;
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  private typed(row: Row): ColumnName[] {
    const allowed = row.kind === 'summary' ? TYPED_OF_SUMMARY : TYPED;
    return this.host.columns().filter((column) => allowed.includes(column));
  }

  private fieldFor(row: Row, column: ColumnName): HTMLInputElement | HTMLSelectElement {
    const choices = this.host.choices(column);
    const field = choices ? selectOf(choices) : document.createElement('input');
    field.value = this.before;
    field.setAttribute('aria-label', `${row.name}, ${this.host.words().text(`column.${column}`)}`);
    field.addEventListener('keydown', (event) => this.key(event as KeyboardEvent));
    field.addEventListener('blur', () => this.commit());
    for (const name of ['copy', 'cut', 'paste', 'mousedown', 'dblclick']) {
      field.addEventListener(name, (event) => event.stopPropagation());
    }
    return field;
  }

  private key(event: KeyboardEvent): void {
    // What is typed here is nobody else's: not the tree's, and not the shortcuts' of the page.
    event.stopPropagation();
    if (event.isComposing || !this.at) {
      return;
    }
    const { id, column } = this.at;
    const vertical = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (event.key === 'Escape') {
      this.close();
      this.host.focusTree();
    } else if (event.key === 'Enter') {
      this.commit();
      const below = this.host.neighbour(id, 1);
      this.host.choose(below ?? id);
      this.host.focusTree();
    } else if (event.key === 'Tab') {
      this.beside(id, column, event.shiftKey ? -1 : 1);
    } else if (vertical !== 0 && this.field instanceof HTMLInputElement) {
      const next = this.host.neighbour(id, vertical as -1 | 1);
      if (next !== null) {
        this.open(next, column);
      }
    } else {
      return;
    }
    event.preventDefault();
  }

  /** Goes on to the cell beside this one, or to the next row's first or the last row's last. */
  private beside(id: number, column: ColumnName, by: -1 | 1): void {
    const row = this.host.rowOf(id);
    const typed = row ? this.typed(row) : [];
    const next = typed[typed.indexOf(column) + by];
    if (next) {
      this.open(id, next);
      return;
    }
    const other = this.host.neighbour(id, by);
    const otherRow = other === null ? undefined : this.host.rowOf(other);
    if (otherRow) {
      this.open(otherRow.id, this.typed(otherRow).at(by === 1 ? 0 : -1));
    } else {
      this.commit();
      this.host.focusTree();
    }
  }

  private commit(): void {
    if (!this.at || !this.field) {
      return;
    }
    const { id, column } = this.at;
    const text = this.field.value;
    const { before } = this;
    this.close();
    if (text !== before) {
      this.host.commit(id, column, text);
    }
  }
}

function selectOf(choices: string[]): HTMLSelectElement {
  const select = document.createElement('select');
  for (const choice of ['', ...choices]) {
    select.append(new Option(choice, choice));
  }
  return select;
}

/** What an editor of the cell begins with. */
export function textOf(row: Row, column: ColumnName, words: Words): string {
  switch (column) {
    case 'class':
      return row.itemClass;
    case 'duration':
      return row.duration;
    case 'quantity':
      return row.planned;
    case 'start':
      return words.date(row.start);
    case 'finish':
      return words.date(row.finish);
    case 'predecessors':
      return row.predecessors;
    default:
      return row.name;
  }
}
