import type { Callout } from './callout.js';
import { Edits, movedDays } from './edits.js';
import type { Geometry } from './geometry.js';
import { Ghost } from './ghost.js';
import type { Overlay } from './overlay.js';
import type { Store } from './store.js';
import type { ColumnName, EditRequest, MoveKind, Row } from './types.js';
import type { Words } from './words.js';

/** What the desk needs of the view around it. */
export interface EditDeskHost {
  readonly geometry: Geometry;
  readonly overlay: Overlay;
  readonly callout: Callout;
  readonly frame: HTMLElement;
  store(): Store | null;
  words(): Words;
  area(): HTMLElement | undefined;
  isEditing(): boolean;
  send(detail: object): void;
  announce(text: string): void;
  /** The cell on the screen, null while it is out of view. */
  cell(id: number, column: ColumnName): HTMLElement | null;
  /** Draws one row anew. */
  refresh(id: number): void;
}

/** Edits from the asking to the answer: shows what is asked for, and goes back when it is refused. */
export class EditDesk {
  private readonly edits: Edits;
  private readonly ghosts = new Map<number, Ghost>();

  constructor(private readonly host: EditDeskHost) {
    this.edits = new Edits((detail) => host.send(detail));
  }

  ask(request: EditRequest): void {
    if (this.edits.ask(request)) {
      this.refresh(request);
      this.renew();
    }
  }

  /** Asks to move a row's bar by a day, where it may be moved. */
  move(id: number | null, kind: MoveKind, by: -1 | 1): void {
    const row = id === null ? null : this.row(id);
    if (!row || !row.editable || row.kind === 'summary' || !this.host.isEditing()
        || (row.kind === 'milestone' && kind !== 'MOVE')) {
      return;
    }
    const { start, finish } = movedDays(row, kind, by);
    if (start !== row.start || finish !== row.finish) {
      this.ask({ type: 'move', id: row.id, start, finish, kind });
    }
  }

  /** Whether the row's bar waits for an answer. */
  concerns(id: number): boolean {
    return this.edits.concerns(id);
  }

  /** The edit was made; the changes have been applied. */
  accepted(edit: number): void {
    const answered = this.edits.answered(edit);
    this.ghosts.get(edit)?.remove();
    this.ghosts.delete(edit);
    if (answered?.request.type === 'move') {
      this.refresh(answered.request);
      const row = this.row(answered.request.id);
      if (row) {
        const words = this.host.words();
        this.host.announce(words.text('moved', row.name, words.date(row.start), words.date(row.finish)));
      }
    }
    this.renew();
  }

  refused(edit: number, reason: string): void {
    const answered = this.edits.answered(edit);
    const ghost = this.ghosts.get(edit);
    this.ghosts.delete(edit);
    if (answered) {
      this.refresh(answered.request);
    }
    this.renew();
    const { row, x, y } = this.placeOf(answered?.request ?? null);
    const area = this.host.area();
    if (ghost && area && row) {
      ghost.snapBack(area, this.host.geometry, row);
    }
    this.host.callout.show({ kind: 'refusal', lines: [this.host.words().text('refused'), reason] }, x, y);
  }

  /** Forgets what waits; a whole new model has come. */
  clear(): void {
    this.edits.clear();
    this.ghosts.forEach((ghost) => ghost.remove());
    this.ghosts.clear();
  }

  /** Draws what waits for an answer where it was asked to be. */
  renew(): void {
    const area = this.host.area();
    if (!area) {
      return;
    }
    let links = '';
    for (const { edit, request } of this.edits.all()) {
      const row = request.type === 'move' ? this.row(request.id) : null;
      if (request.type === 'move' && row) {
        const ghost = this.ghosts.get(edit) ?? new Ghost('asked');
        this.ghosts.set(edit, ghost);
        ghost.show(area, this.host.geometry, row, request.start, request.finish);
      } else if (request.type === 'link') {
        links += this.linkPath(request.source, request.target, request.link);
      }
    }
    this.host.overlay.setAskedLinks(links);
  }

  /** What is asked for, in words. */
  describe(request: EditRequest): string[] {
    const words = this.host.words();
    const name = (id: number) => this.row(id)?.name ?? '';
    switch (request.type) {
      case 'move':
        return [name(request.id), request.start === request.finish ? words.date(request.start)
          : `${words.date(request.start)} – ${words.date(request.finish)}`];
      case 'link':
        return [words.linkType(request.link), words.text('link.ends', name(request.source), name(request.target))];
      default:
        return [];
    }
  }

  private row(id: number): Row | null {
    return this.host.store()?.rows.get(id) ?? null;
  }

  private refresh(request: EditRequest): void {
    if (request.type === 'move' && this.row(request.id)) {
      this.host.refresh(request.id);
    }
  }

  private linkPath(source: number, target: number, type: string): string {
    const { geometry } = this.host;
    if (geometry.indexOf(source) < 0 || geometry.indexOf(target) < 0) {
      return '';
    }
    const from = geometry.ends(source);
    const to = geometry.ends(target);
    return `M${type[0] === 'S' ? from.left : from.right} ${from.y}L${type[1] === 'S' ? to.left : to.right} ${to.y}`;
  }

  /** Where on the screen an edit took place, for what has to be said about it. */
  private placeOf(request: EditRequest | null): { row: Row | null; x: number; y: number } {
    const row = request === null ? null : this.rowOf(request);
    const area = this.host.area();
    const frame = this.host.frame.getBoundingClientRect();
    const cell = request?.type === 'cell' ? this.host.cell(request.id, request.column)?.getBoundingClientRect() : null;
    if (cell) {
      return { row, x: cell.left + cell.width / 2, y: cell.bottom };
    }
    if (!row || !area || this.host.geometry.indexOf(row.id) < 0) {
      return { row: null, x: frame.left + frame.width / 2, y: frame.top + frame.height / 3 };
    }
    const box = area.getBoundingClientRect();
    const { right, y } = this.host.geometry.ends(row.id);
    return {
      row,
      x: Math.min(Math.max(box.left + right, frame.left), frame.right),
      y: Math.min(Math.max(box.top + y - area.scrollTop, frame.top), frame.bottom),
    };
  }

  private rowOf(request: EditRequest): Row | null {
    switch (request.type) {
      case 'move':
      case 'cell':
        return this.row(request.id);
      case 'rows':
        return this.row(request.ids[0] ?? 0);
      case 'link':
        return this.row(request.target);
      default:
        return this.row(this.host.store()?.links.get(request.id)?.target ?? 0);
    }
  }
}
