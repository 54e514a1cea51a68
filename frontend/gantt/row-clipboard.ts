import { textOf } from './cell-editor.js';
import type { ColumnName, EditRequest, Row } from './types.js';
import type { Words } from './words.js';

/** What a copied row says to other programs, from left to right. */
const COPIED: ColumnName[] = ['name', 'duration', 'start', 'finish', 'quantity', 'predecessors'];

export interface RowClipboardHost {
  words(): Words;
  isEditing(): boolean;
  chosen(): Row[];
  ask(request: EditRequest): void;
}

/** Rows to and from the clipboard: as rows within a chart, as a table to and from other programs. */
export class RowClipboard {
  private taken: { ids: number[]; cut: boolean; text: string } | null = null;

  constructor(private readonly host: RowClipboardHost, container: HTMLElement) {
    container.addEventListener('copy', (event) => this.take(event, false));
    container.addEventListener('cut', (event) => this.take(event, true));
    container.addEventListener('paste', (event) => this.paste(event));
  }

  private take(event: ClipboardEvent, cut: boolean): void {
    const rows = this.host.chosen();
    if (rows.length === 0 || !event.clipboardData) {
      return;
    }
    const words = this.host.words();
    const lines = [COPIED.map((column) => words.text(`column.${column}`)),
      ...rows.map((row) => COPIED.map((column) => textOf(row, column, words).replace(/[\t\r\n]+/g, ' ')))];
    const text = lines.map((cells) => cells.join('\t')).join('\n');
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    this.taken = { ids: rows.map((row) => row.id), cut: cut && this.host.isEditing(), text };
  }

  private paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!this.host.isEditing() || text === '') {
      return;
    }
    event.preventDefault();
    const target = this.host.chosen().at(-1)?.id ?? null;
    const { taken } = this;
    if (taken && taken.text.replace(/\r/g, '') === text.replace(/\r/g, '')) {
      this.host.ask({ type: 'rows', command: taken.cut ? 'place' : 'copy', ids: taken.ids, target, text: '' });
      if (taken.cut) {
        this.taken = null;
      }
    } else {
      this.host.ask({ type: 'rows', command: 'paste', ids: [], target, text });
    }
  }
}
