import { CellEditor } from './cell-editor.js';
import type { Chart } from './chart.js';
import type { EditDesk } from './edit-desk.js';
import type { Geometry } from './geometry.js';
import type { RowNavigation } from './navigation.js';
import { RowClipboard } from './row-clipboard.js';
import { Choice, RowSelection } from './selection.js';
import type { ColumnName, Row, RowsCommand } from './types.js';
import type { Words } from './words.js';

export interface GridEditingHost {
  readonly chart: Chart;
  readonly geometry: Geometry;
  readonly navigation: RowNavigation;
  readonly desk: EditDesk;
  readonly frame: HTMLElement;
  words(): Words;
  isEditing(): boolean;
  choices(column: ColumnName): string[] | undefined;
  rowOf(id: number): Row | undefined;
  /** Tells that a row is active, with all that are chosen. */
  told(id: number): void;
  focusTree(): void;
}

/** What is done in the tree: rows chosen together, cells typed into, commands for rows. */
export class GridEditing {
  private readonly selection: RowSelection;
  private readonly cells: CellEditor;
  private choice: Choice = 'only';

  constructor(private readonly host: GridEditingHost, private readonly container: HTMLElement) {
    const { gantt } = host.chart;
    this.selection = new RowSelection(host.geometry, (ids) => ids.filter((id) => gantt.isTaskExists(id))
      .forEach((id) => gantt.refreshTask(id, false)));
    this.cells = new CellEditor({
      frame: host.frame,
      words: () => host.words(),
      rowOf: (id) => host.rowOf(id),
      cell: (id, column) => this.cell(id, column),
      columns: () => (gantt.config.columns ?? []).map((column) => column.name as ColumnName),
      choices: (column) => host.choices(column),
      choose: (id) => host.navigation.choose(id),
      neighbour: (id, by) => this.neighbour(id, by),
      commit: (id, column, text) => host.desk.ask({ type: 'cell', id, column, text }),
      focusTree: () => host.focusTree(),
    });
    new RowClipboard({
      words: () => host.words(),
      isEditing: () => host.isEditing(),
      chosen: () => this.selection.all().map((id) => host.rowOf(id)).filter((row): row is Row => row !== undefined),
      ask: (request) => host.desk.ask(request),
    }, container);
  }

  isTyping(): boolean {
    return this.cells.isOpen;
  }

  isChosen(id: number): boolean {
    return this.selection.has(id);
  }

  /** All rows that are chosen, from top to bottom. */
  chosen(): number[] {
    return this.selection.all();
  }

  /** A row has become the active one. */
  activated(id: number): void {
    this.selection.take(id, this.choice);
  }

  /** A click on a row; false when it is done with here. */
  clicked(id: number, event: MouseEvent): boolean {
    this.cells.point(columnAt(event));
    const choice: Choice = !this.host.isEditing() ? 'only' : event.shiftKey ? 'extend'
      : event.ctrlKey || event.metaKey ? 'toggle' : 'only';
    if (choice !== 'only' && id) {
      this.join(id, choice);
      return false;
    }
    if (id && this.host.navigation.chosen() === id) {
      this.host.told(id);
    }
    return true;
  }

  /** A double click; false when it was not on a cell that can be typed into. */
  doubleClicked(id: number, event: MouseEvent): boolean {
    const column = columnAt(event);
    return column !== null && this.host.isEditing() && this.cells.open(id, column as ColumnName);
  }

  type(id: number | null, column?: ColumnName): boolean {
    return id !== null && this.host.chart.gantt.isTaskExists(id) && this.cells.open(id, column);
  }

  command(command: RowsCommand): void {
    const ids = this.selection.all();
    this.host.desk.ask({ type: 'rows', command, ids, target: ids.at(-1) ?? null, text: '' });
  }

  /** Chooses the next row as well. */
  extend(by: -1 | 1): void {
    const id = this.host.navigation.chosen();
    const next = id === null ? null : this.neighbour(id, by);
    if (next !== null) {
      this.join(next, 'extend');
    }
  }

  /** The cell on the screen, null while it is out of view. */
  cell(id: number, column: ColumnName): HTMLElement | null {
    return this.container.querySelector(
      `.gantt_row[data-task-id="${id}"] .gantt_cell[data-column-name="${column}"]`);
  }

  /** Puts what lies over the tree where its rows are now. */
  place(): void {
    this.cells.place();
  }

  /** Forgets rows that are there no more. */
  keep(exists: (id: number) => boolean): void {
    this.selection.keep(exists);
  }

  leave(): void {
    this.cells.close();
  }

  destroy(): void {
    this.cells.destroy();
  }

  /** Chooses a row together with others. */
  private join(id: number, choice: Choice): void {
    this.selection.take(id, choice);
    this.choice = 'keep';
    if (this.host.navigation.chosen() === id) {
      this.host.told(id);
    } else {
      this.host.navigation.choose(id);
    }
    this.choice = 'only';
  }

  private neighbour(id: number, by: -1 | 1): number | null {
    const { geometry } = this.host;
    const index = geometry.indexOf(id) + by;
    return index >= 0 && index < geometry.rowCount ? geometry.rowAt(index).id : null;
  }
}

/** The column of the tree that was pointed at, null elsewhere. */
function columnAt(event: MouseEvent): string | null {
  return event.target instanceof Element
    ? event.target.closest('.gantt_cell')?.getAttribute('data-column-name') ?? null : null;
}
