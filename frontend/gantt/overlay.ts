import type { GanttStatic } from 'dhtmlx-gantt';
import type { Chart } from './chart.js';
import { dayOf } from './days.js';
import { Flags, Mark } from './flags.js';
import { FrontLine } from './front-line.js';
import type { Geometry } from './geometry.js';
import { Layer, Layers, SVG, View } from './layers.js';
import { headPath, linePath, linkAt, Links, RoutedLink } from './links.js';
import { flagLine } from './metrics.js';
import { compared, promises } from './shadows.js';
import type { Store } from './store.js';
import type { EarlierFront, Link } from './types.js';
import { WindowBands } from './window-bands.js';
import type { Words } from './words.js';

/** How far beyond what is in view is drawn, in pixels, so that quick scrolling shows no gap. */
const SPARE = 240;

/** Days off narrower than this many pixels would only be noise. */
const LEAST_SHADE = 3.5;

/**
 * What the library does not draw: days off, the original promise, today, the status date and the front line. One path
 * each, for the part in view, so that a frame of scrolling sets a few attributes and no more.
 */
export class Overlay {
  private readonly gantt: GanttStatic;
  private readonly layers = new Layers();
  private readonly windows = new WindowBands();
  private readonly flags = new Flags();
  private readonly line = new FrontLine();
  private earlier: { status: number; line: FrontLine }[] = [];
  private readonly dates = document.createElementNS(SVG, 'g');
  private readonly links = new Links();
  private linksInView: RoutedLink[] = [];
  private marked: number | null = null;
  private stale = true;
  private frame = 0;
  private store: Store | null = null;
  /** The size of the area in view, read when it may have changed: reading it while scrolling would lay out twice. */
  private size = { width: 0, height: 0 };
  private shaded = { left: 0, right: -1 };

  constructor(chart: Chart, private readonly geometry: Geometry, private readonly words: () => Words) {
    this.gantt = chart.gantt;
    this.layers.back.append(this.windows.labels);
    this.dates.setAttribute('class', 'earlier-dates');
    this.layers.front.append(this.dates);
    this.gantt.attachEvent('onGanttScroll', () => this.draw());
    this.gantt.attachEvent('onGanttRender', () => this.renew());
    this.gantt.attachEvent('onDataRender', () => this.renew());
  }

  setStore(store: Store): void {
    this.store = store;
    this.renew();
  }

  /** Draws where the front line ran on earlier status dates; none to draw only the present one. */
  setEarlier(fronts: EarlierFront[]): void {
    this.earlier = fronts.map(({ status, points }) => ({
      status,
      line: new FrontLine((row) => points.get(row.id) ?? null),
    }));
    this.renew();
  }

  /** Links that wait for the server's answer. */
  setAskedLinks(path: string): void {
    this.path('asked', path);
  }

  /** The link somebody is drawing. */
  setDrawnLink(path: string | null): void {
    this.path('drawn', path ?? '');
  }

  /** The link at a place of the drawing, or none. */
  linkAt(x: number, y: number): Link | null {
    return linkAt(this.linksInView, { x, y });
  }

  /** Draws one link so that it stands out, or none. */
  markLink(id: number | null): void {
    if (this.marked !== id) {
      this.marked = id;
      this.drawMarked();
    }
  }

  /** Draws with the next frame; rows may have changed or moved. */
  renew(): void {
    this.line.forget();
    this.earlier.forEach(({ line }) => line.forget());
    this.stale = true;
    this.shaded = { left: 0, right: -1 };
    if (this.frame === 0) {
      this.frame = requestAnimationFrame(() => {
        this.frame = 0;
        this.measure();
        this.draw();
      });
    }
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
  }

  private measure(): void {
    const data = this.gantt.$task_data as HTMLElement | undefined;
    if (data) {
      this.size = { width: (this.gantt.$task as HTMLElement).clientWidth, height: data.clientHeight };
      this.flags.forget();
    }
  }

  private draw(): void {
    const view = this.view();
    if (view === null || this.store === null) {
      return;
    }
    if (this.stale) {
      this.stale = false;
      this.links.renew(this.store.links.values(), this.geometry);
    }
    this.layers.place(view);
    this.drawShade(view);
    this.drawRows(view);
    this.path('windows', this.windows.draw(this.store.model.windows, this.geometry, view));
    this.drawShadows(view);
    this.drawLinks(view);
    this.drawLines(view);
  }

  /** The library builds its areas anew at times, so ours are put back where they belong. */
  private view(): View | null {
    const data = this.gantt.$task_data as HTMLElement | undefined;
    if (!data || !this.store || this.geometry.rowCount === 0) {
      this.layers.remove();
      this.flags.element.remove();
      return null;
    }
    if (this.layers.putInto(data)) {
      (this.gantt.$task as HTMLElement).append(this.flags.element);
    }
    const scroll = this.gantt.getScrollState();
    const content = this.geometry.rowCount * this.geometry.rowHeight;
    const width = this.fullWidth();
    const left = Math.max(0, scroll.x - SPARE);
    const right = Math.min(width, scroll.x + this.size.width + SPARE);
    const top = Math.max(0, scroll.y - SPARE);
    const bottom = Math.min(Math.max(content, this.size.height), scroll.y + this.size.height + SPARE);
    return {
      left,
      right,
      top,
      bottom,
      first: Math.floor(top / this.geometry.rowHeight),
      last: Math.min(this.geometry.rowCount, Math.ceil(bottom / this.geometry.rowHeight)) - 1,
    };
  }

  /** Columns of the axis and days off: strips of height 1, stretched over the view while it scrolls up and down. */
  private drawShade(view: View): void {
    const stretch = `translate(0 ${view.top}) scale(1 ${view.bottom - view.top})`;
    this.layers.transform('grid', stretch);
    this.layers.transform('shade', stretch);
    if (this.shaded.left === view.left && this.shaded.right === view.right) {
      return;
    }
    this.shaded = { left: view.left, right: view.right };
    const scale = this.gantt.getScale() as unknown as { left: number[] };
    this.path('grid', scale.left.filter((x) => x >= view.left && x <= view.right)
      .map((x) => `M${x + 0.5} 0V1`).join(''));
    const last = Math.ceil(dayOf(this.gantt.dateFromPos(Math.min(view.right, this.fullWidth() - 1))));
    let shade = '';
    let start = -1;
    for (let day = Math.floor(dayOf(this.gantt.dateFromPos(view.left))); day <= last; day++) {
      const off = day < last && this.store!.daysOff.isOff(day);
      if (off && start < 0) {
        start = day;
      } else if (!off && start >= 0) {
        shade += shadeRun(this.geometry.x(start), this.geometry.x(day));
        start = -1;
      }
    }
    this.path('shade', shade);
  }

  private fullWidth(): number {
    return this.gantt.getScale().full_width as number;
  }

  private drawRows(view: View): void {
    const { rowHeight } = this.geometry;
    let rows = '';
    for (let index = view.first; index <= view.last; index++) {
      rows += `M${view.left} ${(index + 1) * rowHeight - 0.5}H${view.right}`;
    }
    this.path('rows', rows);
    const selected = this.gantt.getSelectedId();
    const place = selected === null || selected === undefined ? -1 : this.geometry.indexOf(Number(selected));
    this.path('chosen', place < 0 ? '' : `M${view.left} ${place * rowHeight}H${view.right}v${rowHeight}H${view.left}z`);
  }

  private drawShadows(view: View): void {
    const promise = promises(this.geometry, view);
    this.path('promised', promise.bars);
    this.path('promised-milestones', promise.milestones);
    this.path('overrun', promise.overrun);
    const other = compared(this.geometry, view);
    this.path('compared', other.bars);
    this.path('compared-milestones', other.milestones);
  }

  private drawLinks(view: View): void {
    this.linksInView = this.links.inView(this.geometry, view, view.first, view.last);
    const paths = { line: '', head: '', criticalLine: '', criticalHead: '' };
    for (const { link, points } of this.linksInView) {
      if (link.critical) {
        paths.criticalLine += linePath(points);
        paths.criticalHead += headPath(points);
      } else {
        paths.line += linePath(points);
        paths.head += headPath(points);
      }
    }
    this.path('links', paths.line);
    this.path('link-heads', paths.head);
    this.path('critical-links', paths.criticalLine);
    this.path('critical-link-heads', paths.criticalHead);
    this.drawMarked();
  }

  private drawMarked(): void {
    const marked = this.linksInView.find(({ link }) => link.id === this.marked);
    this.path('marked-link', marked ? linePath(marked.points) : '');
  }

  private drawLines(view: View): void {
    this.drawEarlier(view);
    const { today, status } = this.store!.model;
    const words = this.words();
    const todayMark = this.drawDay('today', today + 0.5, words.text('today', words.shortDate(today, today)), view);
    const top = flagLine(this.gantt.config);
    if (status === null) {
      this.flags.show(null, todayMark, top, this.fullWidth());
      (['status', 'front', 'front-points'] as const).forEach((layer) => this.path(layer, ''));
      return;
    }
    const evening = status + 1;
    const statusMark = this.drawDay('status', evening, words.text('status', words.shortDate(status, today)), view);
    this.flags.show(statusMark, todayMark, top, this.fullWidth());
    const points = this.line.points(this.geometry, evening, view.first, view.last);
    this.path('front', points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(''));
    const x0 = this.geometry.x(evening);
    this.path('front-points', points.filter(({ x }) => x !== x0)
      .map(({ x, y }) => `M${x - 3} ${y}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0`).join(''));
  }

  /** Thin lines, each with its date where it enters the view. */
  private drawEarlier(view: View): void {
    let path = '';
    const dates: SVGTextElement[] = [];
    for (const { status, line } of this.earlier) {
      const points = line.points(this.geometry, status + 1, view.first, view.last);
      path += points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
      if (points.length > 0) {
        const date = document.createElementNS(SVG, 'text');
        date.setAttribute('x', String(this.geometry.x(status + 1) + 3));
        date.setAttribute('y', String(this.gantt.getScrollState().y + 11));
        date.textContent = this.words().shortDate(status, this.store!.model.today);
        dates.push(date);
      }
    }
    this.path('earlier', path);
    this.dates.replaceChildren(...dates);
  }

  /** A line down the chart, when the day is on the axis. */
  private drawDay(layer: 'today' | 'status', moment: number, text: string, view: View): Mark {
    const shown = this.geometry.isOnAxis(moment);
    const x = this.geometry.x(moment);
    this.path(layer, shown ? `M${x} ${view.top}V${view.bottom}` : '');
    return { text, x, shown };
  }

  private path(name: Layer, data: string): void {
    this.layers.set(name, data);
  }
}

function shadeRun(from: number, to: number): string {
  return to - from < LEAST_SHADE ? '' : `M${from} 0H${to}V1H${from}z`;
}
