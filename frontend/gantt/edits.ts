import type { EditRequest, Row } from './types.js';

/** An edit that the server has not answered yet. */
export interface PendingEdit {
  edit: number;
  request: EditRequest;
}

/** Edits on their way: each has a number, by which the server answers it. */
export class Edits {
  private readonly pending = new Map<number, PendingEdit>();
  private last = 0;

  constructor(private readonly send: (detail: EditRequest & { edit: number }) => void) {}

  /** Asks the server; false when the row already waits for an answer. */
  ask(request: EditRequest): boolean {
    if (request.type === 'move' && this.concerns(request.id)) {
      return false;
    }
    const edit = ++this.last;
    this.pending.set(edit, { edit, request });
    this.send({ ...request, edit });
    return true;
  }

  /** The edit that this answer is for, which no longer waits. */
  answered(edit: number): PendingEdit | null {
    const found = this.pending.get(edit) ?? null;
    this.pending.delete(edit);
    return found;
  }

  /** Whether the row's bar waits for an answer. */
  concerns(id: number): boolean {
    return this.all().some(({ request }) => request.type === 'move' && request.id === id);
  }

  all(): PendingEdit[] {
    return [...this.pending.values()];
  }

  clear(): void {
    this.pending.clear();
  }
}

/** Where a move puts a row's days. */
export function movedDays(row: Row, kind: 'MOVE' | 'RESIZE_START' | 'RESIZE_FINISH', by: number):
    { start: number; finish: number } {
  switch (kind) {
    case 'MOVE':
      return { start: row.start + by, finish: row.finish + by };
    case 'RESIZE_START':
      return { start: Math.min(row.start + by, row.finish), finish: row.finish };
    default:
      return { start: row.start, finish: Math.max(row.finish + by, row.start) };
  }
}

