import { movedDays } from './edits.js';
import { Ghost } from './ghost.js';
import { LongPress } from './long-press.js';
import type { Geometry } from './geometry.js';
import type { EditRequest, LinkType, MoveKind, Row } from './types.js';

type Handle = 'move' | 'start' | 'finish' | 'link-start' | 'link-finish';

interface Gesture {
  handle: Handle;
  row: Row;
  pointer: number;
  /** Where the pointer went down, in pixels of the drawing. */
  fromX: number;
  clientX: number;
  clientY: number;
  /** What would be asked if the pointer were lifted now. */
  request: EditRequest | null;
}

/** What dragging needs to know of the element around it. */
export interface DragHost {
  readonly geometry: Geometry;
  /** The area that holds the bars and scrolls up and down. */
  area(): HTMLElement | undefined;
  isEditing(): boolean;
  rowOf(id: number): Row | undefined;
  isPending(id: number): boolean;
  ask(request: EditRequest): void;
  select(id: number): void;
  open(id: number): void;
  describe(request: EditRequest, clientX: number, clientY: number): void;
  endDescription(): void;
  /** Draws a line from end to end while a link is drawn; null when none is. */
  drawLine(path: string | null): void;
  scrollBy(dx: number, dy: number): void;
}

const KINDS: Partial<Record<Handle, MoveKind>> = { move: 'MOVE', start: 'RESIZE_START', finish: 'RESIZE_FINISH' };

/** Within how many pixels of the edge the chart scrolls along while dragging, and by how much a frame. */
const EDGE = 32;
const EDGE_STEP = 12;

/** How far beside a bar a link may be dropped and still mean its end. */
const LINK_REACH = 36;

/** Handles over the bar under the pointer, and the gestures with mouse, pen or finger that begin on them. */
export class Drag {
  private readonly handles = document.createElement('div');
  private readonly ghost = new Ghost('dragged');
  private over: Row | null = null;
  private readonly press = new LongPress();
  private gesture: Gesture | null = null;
  private edgeFrame = 0;

  constructor(private readonly host: DragHost, chart: HTMLElement) {
    this.handles.className = 'handles';
    this.handles.setAttribute('aria-hidden', 'true');
    for (const handle of ['move', 'start', 'finish', 'link-start', 'link-finish'] as Handle[]) {
      const node = document.createElement('div');
      node.className = `handle ${handle}`;
      node.dataset.handle = handle;
      this.handles.append(node);
    }
    chart.addEventListener('pointerover', (event) => this.enter(event));
    chart.addEventListener('pointerleave', (event) => event.pointerType !== 'touch' && this.leave());
    this.handles.addEventListener('pointerdown', (event) => this.begin(event));
    this.handles.addEventListener('pointermove', (event) => this.move(event));
    this.handles.addEventListener('pointerup', (event) => this.end(event));
    this.handles.addEventListener('pointercancel', () => this.cancel());
    chart.addEventListener('pointerdown', (event) => this.touch(event));
    chart.addEventListener('pointermove', (event) => this.press.moved(event));
    for (const type of ['pointerup', 'pointercancel'] as const) {
      chart.addEventListener(type, () => this.press.give());
    }
    // The library scrolls with the finger on its own; not while the finger holds a bar.
    chart.addEventListener('touchmove', (event) => {
      if (this.gesture) {
        event.preventDefault();
        event.stopPropagation();
      }
    }, { capture: true, passive: false });
    this.handles.addEventListener('dblclick', () => this.over && this.host.open(this.over.id));
  }

  /** Shows the handles on a row that was chosen, for fingers, which do not hover. */
  offer(row: Row | undefined): void {
    if (!this.gesture) {
      this.over = row && this.mayEdit(row) ? row : null;
      this.renew();
    }
  }

  /** Puts the handles where the bar is now. */
  renew(): void {
    const area = this.host.area();
    const row = this.over === null ? undefined : this.host.rowOf(this.over.id);
    const index = row ? this.host.geometry.indexOf(row.id) : -1;
    if (!area || !row || index < 0 || !this.mayEdit(row)) {
      this.handles.remove();
      this.over = null;
      return;
    }
    this.over = row;
    const { geometry } = this.host;
    const { left, right } = geometry.span(row);
    const radius = row.kind === 'milestone' ? geometry.milestoneRadius : 0;
    this.handles.className = `handles ${row.kind}`;
    this.handles.dataset.taskId = String(row.id);
    this.handles.style.left = `${left - radius}px`;
    this.handles.style.width = `${right - left + 2 * radius}px`;
    this.handles.style.top = `${geometry.middle(index) - geometry.barHeight / 2}px`;
    this.handles.style.height = `${geometry.barHeight}px`;
    if (this.handles.parentElement !== area) {
      area.append(this.handles);
    }
  }

  /** Gives up the gesture, as if nothing had been dragged; false when there was none. */
  cancel(): boolean {
    this.press.give();
    const { gesture } = this;
    if (!gesture) {
      return false;
    }
    this.gesture = null;
    cancelAnimationFrame(this.edgeFrame);
    this.edgeFrame = 0;
    this.ghost.remove();
    this.host.drawLine(null);
    this.host.endDescription();
    if (this.handles.hasPointerCapture(gesture.pointer)) {
      this.handles.releasePointerCapture(gesture.pointer);
    }
    return true;
  }

  private mayEdit(row: Row): boolean {
    return this.host.isEditing() && row.editable && row.kind !== 'summary' && !this.host.isPending(row.id);
  }

  private enter(event: PointerEvent): void {
    if (this.gesture || event.pointerType === 'touch' || !(event.target instanceof Element)) {
      return;
    }
    const bar = event.target.closest('.gantt_task_line');
    if (bar) {
      const row = this.host.rowOf(Number(bar.getAttribute('data-task-id')));
      this.over = row && this.mayEdit(row) ? row : null;
      this.renew();
    } else if (!event.target.closest('.handles')) {
      this.leave();
    }
  }

  private leave(): void {
    if (!this.gesture) {
      this.over = null;
      this.renew();
    }
  }

  private begin(event: PointerEvent): void {
    const handle = (event.target as HTMLElement).dataset.handle as Handle | undefined;
    if (!handle || !this.over || event.button !== 0 || this.gesture || event.pointerType === 'touch') {
      return;
    }
    event.preventDefault();
    this.take(handle, event);
  }

  /** A finger scrolls; only when it rests on a bar or a handle does it take hold of it. */
  private touch(event: PointerEvent): void {
    const at = event.target;
    if (event.pointerType !== 'touch' || !event.isPrimary || this.gesture || !(at instanceof HTMLElement)) {
      return;
    }
    const bar = at.closest('.gantt_task_line, .handles');
    const row = bar ? this.host.rowOf(Number(bar.getAttribute('data-task-id'))) : undefined;
    if (!row || !this.mayEdit(row)) {
      return;
    }
    this.press.begin(event, () => {
      this.over = row;
      this.renew();
      if (this.over) {
        this.take((at.dataset.handle as Handle | undefined) ?? 'move', event);
        this.ghost.show(this.host.area()!, this.host.geometry, row, row.start, row.finish);
      }
    });
  }

  private take(handle: Handle, event: PointerEvent): void {
    this.handles.setPointerCapture(event.pointerId);
    this.gesture = {
      handle,
      row: this.over!,
      pointer: event.pointerId,
      fromX: this.drawingX(event.clientX),
      clientX: event.clientX,
      clientY: event.clientY,
      request: null,
    };
  }

  private move(event: PointerEvent): void {
    const { gesture } = this;
    if (gesture && event.pointerId === gesture.pointer) {
      gesture.clientX = event.clientX;
      gesture.clientY = event.clientY;
      this.follow();
      if (this.edgeFrame === 0) {
        this.edgeFrame = requestAnimationFrame(() => this.scrollAtEdge());
      }
    }
  }

  private end(event: PointerEvent): void {
    const { gesture } = this;
    if (!gesture || event.pointerId !== gesture.pointer) {
      return;
    }
    this.cancel();
    if (gesture.request) {
      this.host.ask(gesture.request);
      this.leave();
    } else {
      this.host.select(gesture.row.id);
    }
  }

  private follow(): void {
    const gesture = this.gesture!;
    const kind = KINDS[gesture.handle];
    gesture.request = kind ? this.followBar(gesture, kind) : this.followLink(gesture);
    if (gesture.request) {
      this.host.describe(gesture.request, gesture.clientX, gesture.clientY);
    } else {
      this.host.endDescription();
    }
  }

  private followBar({ row, fromX, clientX }: Gesture, kind: MoveKind): EditRequest | null {
    const { geometry } = this.host;
    const end = kind === 'RESIZE_FINISH' ? row.finish + 1 : row.start;
    const by = geometry.nearestDay(geometry.x(end) + this.drawingX(clientX) - fromX) - end;
    const { start, finish } = movedDays(row, kind, by);
    this.ghost.show(this.host.area()!, geometry, row, start, finish);
    return start === row.start && finish === row.finish ? null : { type: 'move', id: row.id, start, finish, kind };
  }

  private followLink({ row, handle, clientX, clientY }: Gesture): EditRequest | null {
    const { geometry } = this.host;
    const x = this.drawingX(clientX);
    const y = this.drawingY(clientY);
    const from = geometry.span(row);
    const fromStart = handle === 'link-start';
    this.host.drawLine(`M${fromStart ? from.left : from.right} ${geometry.middle(geometry.indexOf(row.id))}L${x} ${y}`);
    const index = Math.floor(y / geometry.rowHeight);
    if (index < 0 || index >= geometry.rowCount) {
      return null;
    }
    const target = geometry.rowAt(index);
    const to = geometry.span(target);
    if (target.id === row.id || !target.editable || target.kind === 'summary'
        || x < to.left - LINK_REACH || x > to.right + LINK_REACH) {
      return null;
    }
    const toStart = target.kind === 'milestone' ? !fromStart || x < to.left : x < (to.left + to.right) / 2;
    const link = `${fromStart ? 'S' : 'F'}${toStart ? 'S' : 'F'}` as LinkType;
    return { type: 'link', source: row.id, target: target.id, link };
  }

  private scrollAtEdge(): void {
    this.edgeFrame = 0;
    const area = this.host.area();
    if (!this.gesture || !area) {
      return;
    }
    const frame = area.parentElement!.getBoundingClientRect();
    const along = (at: number, low: number, high: number) =>
      at < low + EDGE ? -EDGE_STEP : at > high - EDGE ? EDGE_STEP : 0;
    const dx = along(this.gesture.clientX, frame.left, frame.right);
    const dy = KINDS[this.gesture.handle] ? 0
      : along(this.gesture.clientY, area.getBoundingClientRect().top, frame.bottom);
    if (dx !== 0 || dy !== 0) {
      this.host.scrollBy(dx, dy);
      this.follow();
      this.edgeFrame = requestAnimationFrame(() => this.scrollAtEdge());
    }
  }

  private drawingX(clientX: number): number {
    return clientX - this.host.area()!.getBoundingClientRect().left;
  }

  private drawingY(clientY: number): number {
    const area = this.host.area()!;
    return clientY - area.getBoundingClientRect().top + area.scrollTop;
  }
}
