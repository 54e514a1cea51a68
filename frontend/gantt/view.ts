import { Callout } from './callout.js';
import { Chart, rowElementId } from './chart.js';
import { ColumnGrips } from './column-grips.js';
import { Drag } from './drag.js';
import { EditDesk } from './edit-desk.js';
import { Geometry } from './geometry.js';
import { GridEditing } from './grid-editing.js';
import { handleKey, KeyboardHost } from './keyboard.js';
import { RowNavigation } from './navigation.js';
import { Overlay } from './overlay.js';
import { Pointing } from './pointing.js';
import type { Store } from './store.js';
import type { Changes, ColumnName, EarlierFront, ZoomLevel } from './types.js';
import { ViewLayout } from './view-layout.js';
import { Viewport } from './viewport.js';
import type { Words } from './words.js';
import { Zoom } from './zoom.js';

/** What the element around a view holds and is told. */
export interface ViewHost {
  words(): Words;
  isEditing(): boolean;
  /** What a cell of the column may say, when that is fixed. */
  choices(column: ColumnName): string[] | undefined;
  fire(name: 'gantt-select' | 'gantt-open' | 'gantt-edit', detail: object): void;
  /** Said to those who hear the chart. */
  announce(text: string): void;
  zoomed(level: ZoomLevel): void;
}

/** A chart on the screen: it lives from one attachment of the element to its detachment. */
export class View {
  private readonly chart: Chart;
  private readonly geometry: Geometry;
  private readonly overlay: Overlay;
  private readonly zoom: Zoom;
  private readonly drag: Drag;
  private readonly callout: Callout;
  private readonly desk: EditDesk;
  private readonly pointing: Pointing;
  private readonly navigation: RowNavigation;
  private readonly resize: ResizeObserver;
  private readonly grips: ColumnGrips;
  private readonly grid: GridEditing;
  private readonly layout: ViewLayout;
  private readonly viewport: Viewport;
  private store: Store | null = null;
  private silent = false;

  constructor(private readonly host: ViewHost, private readonly frame: HTMLElement,
      private readonly container: HTMLElement) {
    const words = () => host.words();
    this.chart = new Chart(words, (id) => this.desk.concerns(id), (id) => this.grid.isChosen(id));
    this.geometry = new Geometry(this.chart);
    this.zoom = new Zoom(this.gantt, words);
    this.layout = new ViewLayout(this.gantt, frame, this.zoom, words);
    this.viewport = new Viewport(this.gantt, this.geometry, this.layout, this.zoom,
        { store: () => this.store, zoomed: (level) => host.zoomed(level) });
    this.overlay = new Overlay(this.chart, this.geometry, words);
    this.navigation = new RowNavigation(this.gantt, this.geometry);
    this.callout = new Callout(() => words().text('close'));
    frame.append(this.callout.element);
    const shared = {
      geometry: this.geometry,
      overlay: this.overlay,
      callout: this.callout,
      frame,
      words,
      store: () => this.store,
      area: () => this.gantt.$task_data as HTMLElement | undefined,
      isEditing: () => host.isEditing(),
    };
    this.desk = new EditDesk({
      ...shared,
      send: (detail) => host.fire('gantt-edit', detail),
      announce: (text) => host.announce(text),
      refresh: (id) => this.gantt.refreshTask(id, false),
      cell: (id, column) => this.grid.cell(id, column),
    });
    this.pointing = new Pointing({ ...shared, removeLink: (id) => this.desk.ask({ type: 'unlink', id }) }, container);
    this.drag = new Drag({
      ...shared,
      rowOf: (id) => this.store?.rows.get(id),
      isPending: (id) => this.desk.concerns(id),
      ask: (request) => this.desk.ask(request),
      select: (id) => this.navigation.choose(id),
      open: (id) => host.fire('gantt-open', { id }),
      describe: (request, x, y) => this.callout.show({ kind: 'tip', lines: this.desk.describe(request) }, x, y),
      endDescription: () => this.callout.hide('tip'),
      drawLine: (path) => this.overlay.setDrawnLink(path),
      scrollBy: (dx, dy) => {
        const { x, y } = this.gantt.getScrollState();
        this.gantt.scrollTo(x + dx, y + dy);
      },
    }, container);
    this.grips = new ColumnGrips(this.gantt, {
      words,
      resize: (column, width) => {
        this.layout.resizeColumn(column, width);
        this.layout.renew();
        this.gantt.render();
      },
    });
    this.grid = new GridEditing({
      chart: this.chart,
      geometry: this.geometry,
      navigation: this.navigation,
      desk: this.desk,
      frame,
      words,
      isEditing: () => host.isEditing(),
      choices: (column) => host.choices(column),
      rowOf: (id) => this.store?.rows.get(id),
      told: (id) => this.chosen(id),
      focusTree: () => this.focus(),
    }, container);
    this.listen();
    this.resize = new ResizeObserver(() => this.resized());
    this.resize.observe(frame);
  }

  private get gantt(): Chart['gantt'] {
    return this.chart.gantt;
  }

  show(store: Store, level: ZoomLevel | null): void {
    const begin = this.store === null;
    this.store = store;
    this.desk.clear();
    this.grid.leave();
    this.grid.keep((id) => store.rows.has(id));
    this.pointing.release();
    this.callout.hide();
    this.layout.begin(store);
    this.layout.setZoom(begin ? level ?? this.layout.fittingLevel() : this.zoom.level);
    if (begin) {
      this.gantt.init(this.container);
      // Sizes are watched here; the library's own watcher is a frame, which a strict policy may forbid.
      this.container.querySelector('iframe')?.remove();
    }
    this.overlay.setStore(store);
    this.chart.fill(store);
    this.amendTree();
    if (begin) {
      this.viewport.begin(store);
    }
    this.host.zoomed(this.zoom.level);
  }

  relabel(): void {
    if (this.store) {
      this.layout.renew();
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
      this.layout.setZoom(this.zoom.level);
    }
    this.chart.apply(difference);
    if (wider) {
      this.gantt.render();
    }
    this.pointing.check();
    this.grid.keep((id) => this.store!.rows.has(id));
    this.renew();
  }

  accept(edit: number, changes: Changes): void {
    this.apply(changes);
    this.desk.accepted(edit);
  }

  refuse(edit: number, reason: string): void {
    this.desk.refused(edit, reason);
  }

  zoomTo(level: ZoomLevel): void {
    this.viewport.zoomTo(level);
  }

  fit(): void {
    this.viewport.fit();
  }

  showToday(): void {
    this.viewport.showToday();
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

  /** Begins to type into a cell. */
  editCell(id: number, column: ColumnName): void {
    this.grid.type(id, column);
  }

  focus(): void {
    this.tree()?.focus({ preventScroll: true });
  }

  editingChanged(): void {
    this.grid.leave();
    this.drag.cancel();
    this.drag.renew();
  }

  setEarlier(fronts: EarlierFront[]): void {
    this.overlay.setEarlier(fronts);
  }

  destroy(): void {
    this.resize.disconnect();
    this.drag.cancel();
    this.overlay.destroy();
    this.grips.destroy();
    this.grid.destroy();
    this.callout.element.remove();
    this.chart.destroy();
    this.container.replaceChildren();
  }

  private listen(): void {
    const { gantt } = this;
    gantt.attachEvent('onTaskSelected', (id: number | string) => this.chosen(Number(id)));
    gantt.attachEvent('onTaskUnselected', () => this.overlay.renew());
    gantt.attachEvent('onTaskClick', (id: number | string, event: MouseEvent) => this.grid.clicked(Number(id), event));
    gantt.attachEvent('onTaskDblClick', (id: number | string, event: MouseEvent) => {
      if (id && !this.grid.doubleClicked(Number(id), event)) {
        this.host.fire('gantt-open', { id: Number(id) });
      }
      return false;
    });
    gantt.attachEvent('onGanttRender', () => this.renew());
    gantt.attachEvent('onGanttScroll', () => {
      this.callout.hide('tip');
      this.grid.place();
    });
    this.container.addEventListener('mousedown', () => {
      this.pointing.release();
      this.callout.hide('refusal');
      setTimeout(() => {
        if (!this.grid.isTyping()) {
          this.focus();
        }
      });
    });
    this.container.addEventListener('keydown', (event) => {
      if (handleKey(event, this.keyboardHost())) {
        event.preventDefault();
        event.stopPropagation();
      }
    });
  }

  private chosen(id: number): void {
    this.tree()?.setAttribute('aria-activedescendant', rowElementId(id));
    this.drag.offer(this.store?.rows.get(id));
    this.overlay.renew();
    this.grid.activated(id);
    if (!this.silent) {
      this.host.fire('gantt-select', { id, ids: this.grid.chosen() });
    }
  }

  private keyboardHost(): KeyboardHost {
    return {
      navigation: this.navigation,
      open: (id) => this.host.fire('gantt-open', { id }),
      zoom: (step) => this.viewport.zoomBy(step),
      fit: () => this.viewport.fit(),
      move: (kind, by) => this.desk.move(this.navigation.chosen(), kind, by),
      removeLink: () => this.pointing.removeChosen(),
      isEditing: () => this.host.isEditing(),
      type: () => this.grid.type(this.navigation.chosen()),
      command: (command) => this.grid.command(command),
      extend: (by) => this.grid.extend(by),
      escape: () => {
        const given = this.drag.cancel() || !this.callout.element.hidden;
        this.pointing.release();
        this.callout.hide();
        return given;
      },
    };
  }

  /** Draws our parts where the library's are now. */
  private renew(): void {
    if (this.store) {
      this.geometry.forget();
      this.desk.renew();
      this.drag.renew();
      this.overlay.renew();
      this.grid.place();
    }
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
    if (this.store && this.layout.resize()) {
      this.gantt.render();
      this.amendTree();
    }
  }
}
