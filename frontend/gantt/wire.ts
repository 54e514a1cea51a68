import type { Changes, ColumnName, EarlierFront, Link, LinkType, Model, Row, WireCalendar } from './types.js';

/** Decodes what the class GanttJson of the server writes; the order of a row's values is fixed there. */

type WireRow = [
  number, number | null, number, string, string, number, string, number, number,
  number | null, number | null, number, number | null, number, number | null,
  (number | null)?, (number | null)?, string?, string?, string?, string?,
];

type WireLink = [number, number, number, LinkType, number];

interface WireChanges {
  classes: string[];
  rows: WireRow[];
  links: WireLink[];
  removedRows: number[];
  removedLinks: number[];
}

interface WireModel {
  classes: string[];
  rows: WireRow[];
  links: WireLink[];
  calendar: WireCalendar;
  windows: [number, number, string, number[]][];
  today: number;
  status: number | null;
  columns: ColumnName[];
  compared?: string;
}

const SUMMARY = 1;
const MILESTONE = 2;
const CRITICAL = 4;
const EDITABLE = 8;

export function readModel(json: string): Model {
  const wire = JSON.parse(json) as WireModel;
  return {
    rows: wire.rows.map((row) => readRow(row, wire.classes)),
    links: wire.links.map(readLink),
    calendar: wire.calendar,
    windows: wire.windows.map(([first, last, label, rows]) => ({ first, last, label, rows: new Set(rows) })),
    today: wire.today,
    status: wire.status,
    columns: wire.columns,
    compared: wire.compared ?? null,
  };
}

export function readChanges(json: string): Changes {
  const wire = JSON.parse(json) as WireChanges;
  return {
    rows: wire.rows.map((row) => readRow(row, wire.classes)),
    links: wire.links.map(readLink),
    removedRows: wire.removedRows,
    removedLinks: wire.removedLinks,
  };
}

function readRow(wire: WireRow, classes: string[]): Row {
  const [
    id, parent, position, number, name, classIndex, quantity, start, finish,
    promisedStart, promisedFinish, share, daysLate, flags, front, comparedStart, comparedFinish,
    duration = '', predecessors = '', planned = '', outOfSequence = '',
  ] = wire;
  return {
    id,
    parent,
    position,
    number,
    name,
    itemClass: classes[classIndex],
    quantity,
    duration,
    predecessors,
    planned,
    start,
    finish,
    promisedStart,
    promisedFinish,
    share,
    daysLate,
    kind: flags & SUMMARY ? 'summary' : flags & MILESTONE ? 'milestone' : 'task',
    critical: (flags & CRITICAL) !== 0,
    editable: (flags & EDITABLE) !== 0,
    front,
    comparedStart: comparedStart ?? null,
    comparedFinish: comparedFinish ?? null,
    outOfSequence,
  };
}

function readLink([id, source, target, type, critical]: WireLink): Link {
  return { id, source, target, type, critical: critical === 1 };
}

/** Each is `[status, id, point, id, point, …]`. */
export function readEarlier(json: string): EarlierFront[] {
  return (JSON.parse(json) as number[][]).map(([status, ...pairs]) => {
    const points = new Map<number, number>();
    for (let at = 0; at < pairs.length; at += 2) {
      points.set(pairs[at], pairs[at + 1]);
    }
    return { status, points };
  });
}
