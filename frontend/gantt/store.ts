import { DaysOff } from './days.js';
import { textWidth } from './metrics.js';
import type { Changes, Link, Model, Row } from './types.js';

/** What has to be drawn again after a change. */
export interface Difference {
  /** Rows that stayed where they are in the tree. */
  changed: Row[];
  /** Rows that are new, or hang elsewhere than before. */
  placed: Row[];
  removed: number[];
  links: Link[];
  removedLinks: number[];
  /** Rows that stay and at which a link came or went. */
  relinked: Set<number>;
}

interface Ends {
  incoming: Link[];
  outgoing: Link[];
}

/** How far outside the work today may lie and still be shown: in days, or as a share of the work's length. */
const NEAR_DAYS = 45;
const NEAR_SHARE = 0.25;

/** What stands beside a name in the tree: its margins with the mark that folds it, and the indent of a level. */
const NAME_MARGIN = 42;
const INDENT = 18;

/** The rows and links as the server last gave them: what a refused edit falls back to. */
export class Store {
  readonly rows = new Map<number, Row>();
  readonly links = new Map<number, Link>();
  readonly daysOff: DaysOff;
  private readonly milestoneIds = new Set<number>();
  private ends: Map<number, Ends> | null = null;

  constructor(readonly model: Model) {
    this.daysOff = new DaysOff(model.calendar);
    for (const row of model.rows) {
      this.put(row);
    }
    for (const link of model.links) {
      if (this.rows.has(link.source) && this.rows.has(link.target)) {
        this.links.set(link.id, link);
      }
    }
  }

  apply(changes: Changes): Difference {
    const difference: Difference = { changed: [], placed: [], removed: [], links: [], removedLinks: [],
      relinked: new Set() };
    const gone = this.withDescendants(changes.removedRows.filter((id) => this.rows.has(id)));
    for (const link of this.links.values()) {
      if (gone.has(link.source) || gone.has(link.target)) {
        difference.removedLinks.push(link.id);
      }
    }
    difference.removedLinks.push(...changes.removedLinks.filter((id) => this.links.has(id)));
    for (const link of [...difference.removedLinks.map((id) => this.links.get(id)!), ...changes.links]) {
      difference.relinked.add(link.source).add(link.target);
    }
    difference.removedLinks.forEach((id) => this.links.delete(id));
    for (const id of gone) {
      difference.removed.push(id);
      this.rows.delete(id);
      this.milestoneIds.delete(id);
    }
    for (const row of changes.rows) {
      const before = this.rows.get(row.id);
      const stays = before !== undefined && before.parent === row.parent && before.position === row.position;
      (stays ? difference.changed : difference.placed).push(row);
      this.put(row);
    }
    for (const link of changes.links) {
      if (this.rows.has(link.source) && this.rows.has(link.target)) {
        difference.links.push(link);
        this.links.set(link.id, link);
      }
    }
    for (const id of difference.relinked) {
      if (!this.rows.has(id)) {
        difference.relinked.delete(id);
      }
    }
    this.ends = null;
    return difference;
  }

  /** The links that end at a row, which it waits for, and those that begin there. */
  linksOf(id: number): Ends {
    if (this.ends === null) {
      this.ends = new Map();
      for (const link of this.links.values()) {
        this.endsOf(link.target).incoming.push(link);
        this.endsOf(link.source).outgoing.push(link);
      }
    }
    return this.ends.get(id) ?? { incoming: [], outgoing: [] };
  }

  private endsOf(id: number): Ends {
    let ends = this.ends!.get(id);
    if (!ends) {
      ends = { incoming: [], outgoing: [] };
      this.ends!.set(id, ends);
    }
    return ends;
  }

  /**
   * The moment at which each milestone is drawn, in days: the evening when something that ends this day leads to it,
   * else the morning, so that no link runs backwards.
   */
  milestoneMoments(): Map<number, number> {
    const moments = new Map<number, number>();
    for (const id of this.milestoneIds) {
      moments.set(id, this.rows.get(id)!.start);
    }
    for (const link of this.links.values()) {
      if (moments.has(link.target)) {
        const source = this.rows.get(link.source)!;
        const target = this.rows.get(link.target)!;
        if (source.finish === target.finish && source.kind !== 'milestone') {
          moments.set(target.id, target.finish + 1);
        }
      }
    }
    return moments;
  }

  /** The width of the widest name with its indent, about, in pixels at the usual type size. */
  widestName(): number {
    let widest = 0;
    for (const row of this.rows.values()) {
      widest = Math.max(widest, textWidth(row.name) + NAME_MARGIN + INDENT * (row.number.split('.').length - 1));
    }
    return widest;
  }

  /** Characters of the longest outline number. */
  longestNumber(): number {
    let longest = 0;
    for (const row of this.rows.values()) {
      longest = Math.max(longest, row.number.length);
    }
    return longest;
  }

  /**
   * First and last day of anything that is drawn. Today and the status date are, unless they lie so far from the work
   * that it would shrink to make room for them.
   */
  range(): { first: number; last: number } {
    let first = Infinity;
    let last = -Infinity;
    for (const row of this.rows.values()) {
      first = Math.min(first, row.start, row.promisedStart ?? row.start, row.comparedStart ?? row.start);
      last = Math.max(last, row.finish, row.promisedFinish ?? row.finish, row.comparedFinish ?? row.finish);
    }
    const { today, status } = this.model;
    if (this.rows.size === 0) {
      return { first: today, last: today };
    }
    const near = Math.max(NEAR_DAYS, (last - first) * NEAR_SHARE);
    const marks = [today, status ?? today].filter((day) => day > first - near && day < last + near);
    return { first: Math.min(first, ...marks), last: Math.max(last, ...marks) };
  }

  private put(row: Row): void {
    this.rows.set(row.id, row);
    if (row.kind === 'milestone') {
      this.milestoneIds.add(row.id);
    } else {
      this.milestoneIds.delete(row.id);
    }
  }

  private withDescendants(ids: number[]): Set<number> {
    const gone = new Set(ids);
    let grown = gone.size > 0;
    while (grown) {
      grown = false;
      for (const row of this.rows.values()) {
        if (row.parent !== null && gone.has(row.parent) && !gone.has(row.id)) {
          gone.add(row.id);
          grown = true;
        }
      }
    }
    return gone;
  }
}
