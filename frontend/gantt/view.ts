import { Callout } from './callout.js';
import { Chart, rowElementId } from './chart.js';
import { layOutColumns } from './columns.js';
import { Drag, DragHost } from './drag.js';
import { Edits, movedDays, PendingEdit } from './edits.js';
import { Geometry } from './geometry.js';
import { Ghost } from './ghost.js';
import { handleKey, KeyboardHost } from './keyboard.js';
import { Overlay } from './overlay.js';
import { RowNavigation } from './navigation.js';
import type { Store } from './store.js';
import type { Changes, EditRequest, MoveKind, Row, ZoomLevel } from './types.js';
import type { Words } from './words.js';
import { Zoom } from './zoom.js';

/** What the element around a view holds and is told. */
export interface ViewHost {
  words(): Words;
  isEditing(): boolean;
  fire(name: 'gantt-select' | 'gantt-open' | 'gantt-edit', detail: object): void;
  /** Said to those who hear the chart. */
  announce(text: string): void;
  zoomed(level: ZoomLevel): void;
}

/** The height of a row and of a bar, in pixels at the usual type size. */
const ROW = 34;
const BAR = 14;
const AXIS = 52;
const TYPE_SIZE = 14;

/** A chart on the screen: it lives from one attachment of the element to its detachment. */
export class View {
  private readonly chart: Chart;
  private readonly geometry: Geometry;
  private readonly overlay: Overlay;
  private readonly zoom: Zoom;
  private readonly drag: Drag;
  private readonly callout: Callout;
  private readonly edits: Edits;
  private readonly navigation: RowNavigation;
  private readonly ghosts = new Map<number, Ghost>();
  private readonly resize: ResizeObserver;
  private store: Store | null = null;
  private chosenLink: number | null = null;
  private silent = false;
  private typeScale = 1;
  private width = 0;

  constructor(private readonly host: ViewHost, private readonly frame: HTMLElement,
      private readonly container: HTMLElement) {
    const words = () => host.words();
    this.edits = new Edits((detail) => host.fire('gantt-edit', detail));
    this.chart = new Chart(words, (id) => this.edits.concerns(id));
    this.geometry = new Geometry(this.chart);
    this.zoom = new Zoom(this.gantt, words);
    this.overlay = new Overlay(this.chart, this.geometry, words);
    this.navigation = new RowNavigation(this.gantt, this.geometry);
    this.callout = new Callout(() => words().text('close'));
    frame.append(this.callout.element);
    this.drag = new Drag(this.dragHost(), container);
    this.listen();
    this.resize = new ResizeObserver(() => this.resized());
    this.resize.observe(frame);
  }

  private get gantt() {
    return this.chart.gantt;
  }

  show(store: Store, level: ZoomLevel | null): void {
    const begin = this.store === null;
    this.store = store;
    this.edits.clear();
    this.clearGhosts();
    this.callout.hide();
    this.measure();
    this.layOut();
    this.setZoom(begin ? level ?? this.fittingLevel() : this.zoom.level);
    if (begin) {
      this.gantt.init(this.container);
      // Sizes are watched here; the library's own watcher is a frame, which a strict policy may forbid.
      this.container.querySelector('iframe')?.remove();
      this.amendTree();
    }
    this.overlay.setStore(store);
    this.chart.fill(store);
    if (begin) {
      this.showToday();
    }
    this.host.zoomed(this.zoom.level);
  }

  relabel(): void {
    if (this.store) {
      this.layOut();
      this.setZoom(this.zoom.level);
      this.gantt.render();
      this.amendTree();
    }
  }

  apply(changes: Changes): void {
    if (!this.store) {
      return;
    }
    const difference = this.store.apply(changes);
    const wider = this.zoom.exceeds(this.store.range());
    if (wider) {
      this.setZoom(this.zoom.level);
    }
    this.chart.apply(difference);
    if (wider) {
      this.gantt.render();
    }
    if (this.chosenLink !== null && !this.store.links.has(this.chosenLink)) {
      this.chosenLink = null;
      this.callout.hide('link');
    }
    this.renew();
  }

  accept(edit: number, changes: Changes): void {
    const answered = this.edits.answered(edit);
    this.dropGhost(edit);
    this.apply(changes);
    this.refreshEdited(answered);
    if (answered?.request.type === 'move') {
      const row = this.store?.rows.get(answered.request.id);
      if (row) {
        const words = this.host.words();
        this.host.announce(words.text('moved', row.name, words.date(row.start), words.date(row.finish)));
      }
    }
  }

  refuse(edit: number, reason: string): void {
    const answered = this.edits.answered(edit);
    const ghost = this.ghosts.get(edit);
    this.ghosts.delete(edit);
    this.refreshEdited(answered);
    this.renew();
    const place = this.placeOf(answered?.request ?? null);
    const area = this.gantt.$task_data as HTMLElement | undefined;
    if (ghost && area && place.row) {
      ghost.snapBack(area, this.geometry, place.row);
    }
    this.callout.show({ kind: 'refusal', lines: [this.host.words().text('refused'), reason] }, place.x, place.y);
  }

  zoomTo(level: ZoomLevel): void {
    if (!this.store) {
      return;
    }
    const { x } = this.gantt.getScrollState();
    const width = this.timelineWidth();
    const today = this.geometry.x(this.store.model.today);
    const kept = today >= x && today <= x + width ? today : x + width / 2;
    const day = this.geometry.nearestDay(kept);
    this.setZoom(level);
    this.gantt.render();
    this.gantt.scrollTo(Math.max(0, this.geometry.x(day) - (kept - x)), null as never);
    this.host.zoomed(level);
  }

  fit(): void {
    if (this.store) {
      this.zoomTo(this.fittingLevel());
    }
  }

  showToday(): void {
    if (this.store) {
      const x = this.geometry.x(this.store.model.today);
      this.gantt.scrollTo(Math.max(0, x - this.timelineWidth() / 3), null as never);
    }
  }

  foldAll(folded: boolean): void {
    this.gantt.silent(() => this.gantt.eachTask((task: { id: number }) => {
      if (this.gantt.hasChild(task.id)) {
        this.gantt[folded ? 'close' : 'open'](task.id);
      }
    }));
    this.gantt.render();
  }

  /** Chooses a row and brings it into view; told to nobody, because the server asked for it. */
  select(id: number): void {
    if (this.gantt.isTaskExists(id)) {
      this.silent = true;
      this.navigation.choose(id);
      this.silent = false;
    }
  }

  focus(): void {
    this.tree()?.focus({ preventScroll: true });
  }

  editingChanged(): void {
    this.drag.cancel();
    this.drag.renew();
  }

  destroy(): void {
    this.resize.disconnect();
    this.drag.cancel();
    this.overlay.destroy();
    this.callout.element.remove();
    this.chart.destroy();
    this.container.replaceChildren();
  }

  private listen(): void {
    const { gantt } = this;
    gantt.attachEvent('onTaskSelected', (id: number | string) => this.chosen(Number(id)));
    gantt.attachEvent('onTaskUnselected', () => this.overlay.renew());
    gantt.attachEvent('onTaskDblClick', (id: number | string) => {
      if (id) {
        this.host.fire('gantt-open', { id: Number(id) });
      }
      return false;
    });
    gantt.attachEvent('onLinkClick', (id: number | string, event: MouseEvent) => this.chooseLink(Number(id), event));
    gantt.attachEvent('onGanttRender', () => this.renew());
    gantt.attachEvent('onGanttScroll', () => this.callout.hide('tip'));
    this.container.addEventListener('mousedown', () => {
      this.callout.hide('link');
      this.callout.hide('refusal');
      setTimeout(() => this.focus());
    });
    this.container.addEventListener('keydown', (event) => {
      if (handleKey(event, this.keyboardHost())) {
        event.preventDefault();
        event.stopPropagation();
      }
    });
    this.container.addEventListener('pointermove', (event) => this.tip(event));
    this.container.addEventListener('pointerleave', () => this.callout.hide('tip'));
  }

  private chosen(id: number): void {
    this.tree()?.setAttribute('aria-activedescendant', rowElementId(id));
    this.drag.offer(this.store?.rows.get(id));
    this.overlay.renew();
    if (!this.silent) {
      this.host.fire('gantt-select', { id });
    }
  }

  /** Facts of the bar under the mouse. */
  private tip(event: PointerEvent): void {
    if (event.pointerType !== 'mouse' || event.buttons !== 0 || !(event.target instanceof Element)) {
      return;
    }
    const bar = event.target.closest('.gantt_task_line');
    const handles = event.target.closest('.handles');
    const id = Number(bar?.getAttribute('data-task-id') ?? handles?.getAttribute('data-task-id') ?? NaN);
    const row = this.store?.rows.get(id);
    if (row) {
      this.callout.show({ kind: 'tip', lines: this.facts(row) }, event.clientX, event.clientY);
    } else {
      this.callout.hide('tip');
    }
  }

  private facts(row: Row): string[] {
    const words = this.host.words();
    const dates = row.kind === 'milestone' ? words.date(row.start)
      : `${words.date(row.start)} – ${words.date(row.finish)}`;
    return [
      row.name,
      row.kind === 'milestone' ? dates : `${dates}  ${words.text('row.done', words.percent(row.share))}`,
      row.quantity,
      row.promisedFinish === null ? '' : words.text('row.promise', words.date(row.promisedFinish), words.variance(row)),
      row.critical ? words.text('critical') : '',
    ];
  }

  private chooseLink(id: number, event: MouseEvent): void {
    const link = this.store?.links.get(id);
    if (!link) {
      return;
    }
    const words = this.host.words();
    const source = this.store!.rows.get(link.source)!;
    const target = this.store!.rows.get(link.target)!;
    this.chosenLink = id;
    const removable = this.host.isEditing() && target.editable;
    this.callout.show({
      kind: 'link',
      lines: [words.linkType(link.type), `${source.name} → ${target.name}`],
      action: removable ? { label: words.text('link.remove'), run: () => this.removeLink() } : undefined,
    }, event.clientX, event.clientY);
  }

  private removeLink(): boolean {
    const id = this.chosenLink;
    const link = id === null ? undefined : this.store?.links.get(id);
    if (!link || !this.host.isEditing() || !this.store!.rows.get(link.target)!.editable) {
      return false;
    }
    this.chosenLink = null;
    this.callout.hide('link');
    this.edits.ask({ type: 'unlink', id: link.id });
    return true;
  }

  private ask(request: EditRequest): void {
    if (this.edits.ask(request)) {
      this.refreshEdited({ edit: 0, request });
      this.renew();
    }
  }

  private keyboardHost(): KeyboardHost {
    const { navigation } = this;
    const zoomBy = (step: -1 | 1) => this.zoomTo(this.zoom.neighbour(step));
    return {
      step: (by) => navigation.step(by),
      first: () => navigation.first(),
      last: () => navigation.last(),
      page: () => navigation.page(),
      unfold: () => navigation.unfold(),
      fold: () => navigation.fold(),
      open: () => {
        const id = navigation.chosen();
        if (id !== null) {
          this.host.fire('gantt-open', { id });
        }
      },
      zoom: zoomBy,
      fit: () => this.fit(),
      move: (kind, by) => this.moveChosen(kind, by),
      removeLink: () => this.removeLink(),
      escape: () => {
        const given = this.drag.cancel() || !this.callout.element.hidden;
        this.callout.hide();
        return given;
      },
    };
  }

  private moveChosen(kind: MoveKind, by: -1 | 1): void {
    const id = this.navigation.chosen();
    const row = id === null ? undefined : this.store?.rows.get(id);
    if (!row || !row.editable || row.kind === 'summary' || !this.host.isEditing()
        || (row.kind === 'milestone' && kind !== 'MOVE')) {
      return;
    }
    const { start, finish } = movedDays(row, kind, by);
    if (start !== row.start || finish !== row.finish) {
      this.ask({ type: 'move', id: row.id, start, finish, kind });
    }
  }

  private dragHost(): DragHost {
    const { geometry } = this;
    return {
      geometry,
      area: () => this.gantt.$task_data as HTMLElement | undefined,
      isEditing: () => this.host.isEditing(),
      rowOf: (id) => this.store?.rows.get(id),
      isPending: (id) => this.edits.concerns(id),
      ask: (request) => this.ask(request),
      select: (id) => this.navigation.choose(id),
      open: (id) => this.host.fire('gantt-open', { id }),
      describe: (request, x, y) => this.callout.show({ kind: 'tip', lines: this.describe(request) }, x, y),
      endDescription: () => this.callout.hide('tip'),
      drawLine: (path) => this.overlay.setDrawnLink(path),
      scrollBy: (dx, dy) => {
        const { x, y } = this.gantt.getScrollState();
        this.gantt.scrollTo(x + dx, y + dy);
      },
    };
  }

  private describe(request: EditRequest): string[] {
    const words = this.host.words();
    const row = (id: number) => this.store!.rows.get(id)!;
    if (request.type === 'move') {
      const { start, finish } = request;
      return [row(request.id).name, start === finish ? words.date(start) : `${words.date(start)} – ${words.date(finish)}`];
    }
    return request.type === 'link'
      ? [words.linkType(request.link), `${row(request.source).name} → ${row(request.target).name}`] : [];
  }

  /** Draws what waits for an answer where it was asked to be, and our handles where the bars are. */
  private renew(): void {
    const area = this.gantt.$task_data as HTMLElement | undefined;
    if (!area || !this.store) {
      return;
    }
    const links: string[] = [];
    for (const { edit, request } of this.edits.all()) {
      if (request.type === 'move') {
        const row = this.store.rows.get(request.id);
        if (row) {
          const ghost = this.ghosts.get(edit) ?? new Ghost('asked');
          this.ghosts.set(edit, ghost);
          ghost.show(area, this.geometry, row, request.start, request.finish);
        }
      } else if (request.type === 'link') {
        links.push(this.linkPath(request.source, request.target, request.link));
      }
    }
    this.overlay.setAskedLinks(links.join(''));
    this.drag.renew();
    this.overlay.renew();
  }

  private linkPath(source: number, target: number, type: string): string {
    const from = this.geometry.span(this.store!.rows.get(source)!);
    const to = this.geometry.span(this.store!.rows.get(target)!);
    const fromY = this.geometry.middle(this.geometry.indexOf(source));
    const toY = this.geometry.middle(this.geometry.indexOf(target));
    return `M${type[0] === 'S' ? from.left : from.right} ${fromY}L${type[1] === 'S' ? to.left : to.right} ${toY}`;
  }

  private refreshEdited(edit: PendingEdit | null): void {
    if (edit?.request.type === 'move' && this.gantt.isTaskExists(edit.request.id)) {
      this.gantt.refreshTask(edit.request.id);
    }
  }

  private dropGhost(edit: number): void {
    this.ghosts.get(edit)?.remove();
    this.ghosts.delete(edit);
  }

  private clearGhosts(): void {
    this.ghosts.forEach((ghost) => ghost.remove());
    this.ghosts.clear();
  }

  /** Where on the screen an edit took place, for what has to be said about it. */
  private placeOf(request: EditRequest | null): { row: Row | null; x: number; y: number } {
    const id = request === null ? null : request.type === 'move' ? request.id
      : request.type === 'link' ? request.target : this.store?.links.get(request.id)?.target ?? null;
    const row = id === null ? null : this.store?.rows.get(id) ?? null;
    const area = this.gantt.$task_data as HTMLElement | undefined;
    const index = row ? this.geometry.indexOf(row.id) : -1;
    const frame = this.frame.getBoundingClientRect();
    if (!row || !area || index < 0) {
      return { row, x: frame.left + frame.width / 2, y: frame.top + frame.height / 3 };
    }
    const box = area.getBoundingClientRect();
    const x = box.left + this.geometry.span(row).right;
    const y = box.top + this.geometry.middle(index) - area.scrollTop;
    return {
      row,
      x: Math.min(Math.max(x, frame.left), frame.right),
      y: Math.min(Math.max(y, frame.top), frame.bottom),
    };
  }

  private tree(): HTMLElement | null {
    return this.container.querySelector('.gantt_grid');
  }

  /** Makes the tree one stop of the keyboard, with the active row named to those who hear it. */
  private amendTree(): void {
    const tree = this.tree();
    const words = this.host.words();
    if (tree) {
      tree.tabIndex = 0;
      tree.setAttribute('aria-label', words.text('title'));
      tree.setAttribute('aria-description', words.text('help'));
      tree.setAttribute('aria-rowcount', String(this.geometry.rowCount + 1));
    }
  }

  private resized(): void {
    const { clientWidth } = this.frame;
    if (this.store && clientWidth > 0) {
      if (clientWidth !== this.width) {
        this.measure();
        this.layOut();
      }
      this.gantt.render();
      this.amendTree();
    }
  }

  private timelineWidth(): number {
    return (this.gantt.$task as HTMLElement | undefined)?.clientWidth ?? 0;
  }

  private fittingLevel(): ZoomLevel {
    const width = this.width - (this.gantt.config.grid_width as number) - 20;
    return this.zoom.fitting(this.store!.range(), width, this.typeScale);
  }

  private setZoom(level: ZoomLevel): void {
    this.zoom.set(this.store!.range(), level, this.typeScale);
  }

  /** Reads the reader's type size from the style, so that a page in large type gets a large chart. */
  private measure(): void {
    this.width = this.frame.clientWidth;
    this.typeScale = parseFloat(getComputedStyle(this.frame).fontSize) / TYPE_SIZE;
    const config = this.gantt.config;
    config.row_height = Math.round(ROW * this.typeScale);
    config.bar_height = Math.round(BAR * this.typeScale);
    config.scale_height = Math.round(AXIS * this.typeScale);
  }

  private layOut(): void {
    const { columns, width } = layOutColumns(this.store!.model.columns, this.width, this.typeScale, this.host.words(),
      this.store!.model.today, this.store!.longestNumber());
    this.gantt.config.columns = columns;
    this.gantt.config.grid_width = width;
  }
}
