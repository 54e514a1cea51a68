import { Gantt, GanttStatic } from 'dhtmlx-gantt';
import { dateOf } from './days.js';
import type { Difference, Store } from './store.js';
import type { Link, Row } from './types.js';
import { escapeHtml, varianceMark, Words } from './words.js';

/** A row as the library keeps it; all that is ours hangs on `row`. */
export interface ChartTask {
  id: number;
  parent: number;
  text: string;
  start_date: Date;
  end_date: Date;
  progress: number;
  type: string;
  open: boolean;
  $open?: boolean;
  $index?: number;
  $level?: number;
  row: Row;
}

/** The part of the library that writes roles and labels, which it has no public way to amend. */
interface Aria {
  taskRowAttr(task: ChartTask, node: HTMLElement): void;
}

/** From how many changed rows on drawing the visible part anew is cheaper than row by row. */
const MANY = 150;

/** The id of a row's element, by which the tree says which row is active. */
export function rowElementId(id: number): string {
  return `row-${id}`;
}

/**
 * The chart library, set up as a viewer only: tree and bars of the rows in view. Editing, links and whatever else is
 * drawn are ours.
 */
export class Chart {
  readonly gantt: GanttStatic = Gantt.getGanttInstance();
  private store: Store | null = null;
  private moments = new Map<number, number>();

  constructor(private readonly words: () => Words, private readonly pending: (id: number) => boolean,
      private readonly isChosen: (id: number) => boolean) {
    const { gantt } = this;
    const config = gantt.config;
    config.readonly = true;
    // By events, not by the browser's name: a laptop may have a touch screen.
    (config as { touch: unknown }).touch = 'force';
    config.smart_rendering = true;
    config.show_task_cells = false;
    config.static_background = true;
    config.details_on_dblclick = false;
    config.open_tree_initially = true;
    config.show_errors = false;
    config.show_links = false;
    config.duration_unit = 'day';
    config.types = { ...config.types, summary: 'summary' };
    config.layout = {
      css: 'gantt_container',
      rows: [
        {
          cols: [
            { view: 'grid', scrollX: 'scrollHor', scrollY: 'scrollVer' },
            { view: 'timeline', scrollX: 'scrollHor', scrollY: 'scrollVer' },
            { view: 'scrollbar', id: 'scrollVer' },
          ],
        },
        { view: 'scrollbar', id: 'scrollHor', height: 16 },
      ],
    };
    this.setTemplates();
  }

  /** Fills the chart; folded rows, the chosen row and the place in view stay when it was filled before. */
  fill(store: Store): void {
    const { gantt } = this;
    const scroll = this.store ? gantt.getScrollState() : null;
    const chosen = this.store ? gantt.getSelectedId() : null;
    const folded = new Set<number>();
    if (this.store) {
      gantt.eachTask((task: ChartTask) => {
        if (task.$open === false) {
          folded.add(Number(task.id));
        }
      });
      gantt.clearAll();
    }
    this.store = store;
    this.moments = store.milestoneMoments();
    const rows = [...store.rows.values()].sort((a, b) => a.position - b.position);
    const tasks = rows.map((row) => ({ ...this.task(row), open: !folded.has(row.id) }));
    gantt.parse({ tasks, links: [] } as unknown as string);
    if (chosen && gantt.isTaskExists(chosen)) {
      gantt.silent(() => gantt.selectTask(chosen));
      gantt.refreshTask(chosen, false);
    }
    if (scroll) {
      gantt.scrollTo(scroll.x, scroll.y);
    }
  }

  /** Draws what is different and nothing else. */
  apply(difference: Difference): void {
    const { gantt } = this;
    const moved = this.milestonesMovedBy();
    const structural = difference.placed.length > 0 || difference.removed.length > 0;
    const drawn = new Set([...difference.changed, ...moved].map((row) => row.id).concat([...difference.relinked]));
    gantt.silent(() => {
      difference.removed.filter((id) => gantt.isTaskExists(id)).forEach((id) => gantt.deleteTask(id));
      difference.placed.forEach((row) => this.place(row));
      [...difference.changed, ...moved].forEach((row) => {
        Object.assign(gantt.getTask(row.id), this.task(row));
      });
    });
    if (structural || drawn.size > MANY) {
      gantt.refreshData();
      return;
    }
    drawn.forEach((id) => gantt.refreshTask(id, false));
  }

  destroy(): void {
    this.gantt.destructor();
  }

  /** The moment at which a milestone is drawn, in days. */
  milestoneMoment(row: Row): number {
    return this.moments.get(row.id) ?? row.start;
  }

  private milestonesMovedBy(): Row[] {
    const before = this.moments;
    this.moments = this.store!.milestoneMoments();
    const rows: Row[] = [];
    for (const [id, moment] of this.moments) {
      if (before.get(id) !== moment && this.gantt.isTaskExists(id)) {
        rows.push(this.store!.rows.get(id)!);
      }
    }
    return rows;
  }

  private place(row: Row): void {
    const { gantt } = this;
    const parent = this.parent(row);
    const siblings = gantt.getChildren(parent).map(Number).filter((id) => id !== row.id);
    let index = siblings.findIndex((id) => this.store!.rows.get(id)!.position > row.position);
    index = index < 0 ? siblings.length : index;
    if (gantt.isTaskExists(row.id)) {
      Object.assign(gantt.getTask(row.id), this.task(row), { parent: gantt.getTask(row.id).parent });
      gantt.moveTask(row.id, index, parent);
    } else {
      gantt.addTask({ ...this.task(row), $open: true } as never, parent as never, index);
    }
  }

  /** A row whose summary is not shown stands at the top, as residents' charts leave out the one above them all. */
  private parent(row: Row): number {
    return row.parent !== null && this.store!.rows.has(row.parent) ? row.parent : 0;
  }

  private task(row: Row): ChartTask {
    const milestone = row.kind === 'milestone';
    const moment = dateOf(this.milestoneMoment(row));
    return {
      id: row.id,
      parent: this.parent(row),
      text: row.name,
      start_date: milestone ? moment : dateOf(row.start),
      end_date: milestone ? moment : dateOf(row.finish + 1),
      progress: Math.min(row.share, 1),
      type: row.kind,
      open: true,
      row,
    };
  }

  private setTemplates(): void {
    const { gantt } = this;
    const templates = gantt.templates as unknown as Record<string, unknown>;
    templates.task_text = () => '';
    templates.task_class = (_start: Date, _end: Date, task: ChartTask) => this.barClasses(task.row);
    templates.rightside_text = (_start: Date, _end: Date, task: ChartTask) => this.barText(task.row);
    templates.grid_row_class = (_start: Date, _end: Date, task: ChartTask) =>
      `level-${Math.min(task.$level ?? 0, 3)}${this.isChosen(task.row.id) ? ' chosen' : ''}`;
    templates.grid_folder = () => '';
    templates.grid_file = () => '';
    templates.tooltip_text = (_start: Date, _end: Date, task: ChartTask) => escapeHtml(this.words().sentence(task.row));
    const aria = (gantt as unknown as { _waiAria: Aria })._waiAria;
    const rowAttributes = aria.taskRowAttr;
    const links = (row: Row) => this.linkSentence(row);
    const sentence = (row: Row) => this.words().sentence(row);
    aria.taskRowAttr = function taskRowAttr(task, node) {
      rowAttributes.call(this, task, node);
      node.setAttribute('aria-description', links(task.row));
      // The library writes it as HTML would have it; an attribute is taken as it is.
      node.setAttribute('aria-label', sentence(task.row));
      node.id = rowElementId(Number(task.id));
      node.setAttribute('aria-rowindex', String((task.$index ?? 0) + 2));
    };
  }

  /** What the row waits for and what waits for it, for those who do not see the lines between the bars. */
  private linkSentence(row: Row): string {
    const { rows } = this.store!;
    const { incoming, outgoing } = this.store!.linksOf(row.id);
    const words = this.words();
    const said = (key: string, links: Link[], other: (link: Link) => number) => links.length === 0 ? ''
      : words.text(key, words.list(links.map((link) => words.linkedRow(rows.get(other(link))!, link.type))));
    return [said('row.waits', incoming, (link) => link.source), said('row.awaited', outgoing, (link) => link.target)]
      .filter((part) => part !== '').join(' ');
  }

  private barClasses(row: Row): string {
    const classes: string[] = [row.kind];
    if (row.critical) {
      classes.push('critical');
    }
    if (row.daysLate !== null && row.daysLate > 0) {
      classes.push('late');
    }
    if (row.share >= 1) {
      classes.push('done');
    }
    if (this.pending(row.id)) {
      classes.push('pending');
    }
    return classes.join(' ');
  }

  private barText(row: Row): string {
    if (row.kind === 'summary') {
      return '';
    }
    const words = this.words();
    const percent = row.kind === 'milestone' ? '' : `<span>${escapeHtml(words.percent(row.share))}</span>`;
    return `<span class="beside figures">${percent}${varianceMark(row, words)}</span>`;
  }
}
