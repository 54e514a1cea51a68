import cellStyle from './style/cells.css?raw';
import chartStyle from './style/chart.css?raw';
import frameStyle from './style/frame.css?raw';
import libraryStyle from './style/library.css?raw';
import overlayStyle from './style/overlay.css?raw';
import { Legend } from './legend.js';
import { Store } from './store.js';
import { Toolbar } from './toolbar.js';
import type { ColumnName, ZoomLevel } from './types.js';
import { View, ViewHost } from './view.js';
import { readChanges, readEarlier, readModel } from './wire.js';
import { Words } from './words.js';

// As text: imported any other way, the build would also put these rules on the page around the element.
const STYLES = [frameStyle, libraryStyle, chartStyle, overlayStyle, cellStyle].map((css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css.toString());
  return sheet;
});

/**
 * The Gantt chart. The server calls the methods; what a person does is told by the events `gantt-select` and
 * `gantt-open` ({ id }, the former also { ids }: all rows chosen with it) and `gantt-edit` ({ edit, type, … }), the last
 * of which is answered by `acceptEdit` or `refuseEdit` with the same number; and `gantt-earlier` ({ shown }), answered
 * by `setEarlier`.
 */
class RenewalGantt extends HTMLElement implements ViewHost {
  private readonly toolbar: Toolbar;
  private readonly legend = new Legend();
  private readonly frame = document.createElement('div');
  private readonly container = document.createElement('div');
  private readonly empty = document.createElement('div');
  private readonly live = document.createElement('div');
  private currentWords = new Words();
  private store: Store | null = null;
  private view: View | null = null;
  private wantedZoom: ZoomLevel | null = null;
  private isEdited = false;
  private currentChoices: Partial<Record<ColumnName, string[]>> = {};

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = STYLES;
    this.toolbar = new Toolbar({
      zoomTo: (level) => this.zoomTo(level),
      fit: () => this.fit(),
      showToday: () => this.view?.showToday(),
      foldAll: (folded) => this.view?.foldAll(folded),
      showEarlier: (shown) => this.fire('gantt-earlier', { shown }),
    });
    this.frame.className = 'frame';
    this.container.className = 'chart';
    this.empty.className = 'empty';
    this.empty.hidden = true;
    this.live.className = 'live';
    this.live.setAttribute('role', 'status');
    this.frame.append(this.container, this.empty);
    root.append(this.toolbar.element, this.frame, this.legend.element, this.live);
  }

  connectedCallback(): void {
    this.draw();
  }

  disconnectedCallback(): void {
    this.view?.destroy();
    this.view = null;
  }

  get editing(): boolean {
    return this.isEdited;
  }

  set editing(editing: boolean) {
    this.isEdited = editing;
    this.view?.editingChanged();
  }

  set toolbarHidden(hidden: boolean) {
    this.toolbar.element.hidden = hidden;
  }

  set legendHidden(hidden: boolean) {
    this.legend.element.hidden = hidden;
  }

  set earlierOffered(offered: boolean) {
    this.toolbar.offerEarlier(offered);
  }

  setEarlier(json: string): void {
    const fronts = readEarlier(json);
    this.legend.setEarlier(fronts.length > 0);
    this.view?.setEarlier(fronts);
  }

  setLabels(json: string): void {
    this.currentWords = new Words(json);
    this.toolbar.setWords(this.currentWords);
    this.legend.setWords(this.currentWords);
    const title = document.createElement('strong');
    title.textContent = this.currentWords.text('empty.title');
    const text = document.createElement('span');
    text.textContent = this.currentWords.text('empty.text');
    this.empty.replaceChildren(title, text);
    this.lang = this.currentWords.locale;
    this.view?.relabel();
  }

  setModel(json: string): void {
    this.store = new Store(readModel(json));
    this.legend.setCompared(this.store.model.compared);
    this.draw();
  }

  applyChanges(json: string): void {
    this.view?.apply(readChanges(json));
    this.showWhatThereIs();
  }

  acceptEdit(edit: number, json: string): void {
    this.view?.accept(edit, readChanges(json));
    this.showWhatThereIs();
  }

  refuseEdit(edit: number, reason: string): void {
    this.view?.refuse(edit, reason);
  }

  zoomTo(level: ZoomLevel): void {
    this.wantedZoom = level;
    this.view?.zoomTo(level);
  }

  fit(): void {
    this.wantedZoom = null;
    this.view?.fit();
  }

  selectRow(id: number): void {
    this.view?.select(id);
  }

  focusRow(id: number): void {
    this.view?.select(id);
    this.view?.focus();
  }

  /** Begins to type into a cell. */
  editCell(id: number, column: ColumnName): void {
    this.view?.editCell(id, column);
  }

  /** What the cells of some columns may say, as { column: [text, …] }. */
  setChoices(json: string): void {
    this.currentChoices = JSON.parse(json);
  }

  choices(column: ColumnName): string[] | undefined {
    return this.currentChoices[column];
  }

  words(): Words {
    return this.currentWords;
  }

  isEditing(): boolean {
    return this.isEdited;
  }

  fire(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  announce(text: string): void {
    this.live.textContent = text;
  }

  zoomed(level: ZoomLevel): void {
    this.toolbar.setLevel(level);
  }

  private draw(): void {
    if (!this.isConnected || !this.store) {
      return;
    }
    this.view ??= new View(this, this.frame, this.container);
    this.view.show(this.store, this.wantedZoom);
    this.showWhatThereIs();
  }

  private showWhatThereIs(): void {
    const rows = this.store?.rows;
    this.empty.hidden = rows === undefined || rows.size > 0;
    this.legend.setOutOfSequence([...rows?.values() ?? []].some((row) => row.outOfSequence !== ''));
  }
}

customElements.define('renewal-gantt', RenewalGantt);
