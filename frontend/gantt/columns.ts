import type { GanttStatic } from 'dhtmlx-gantt';
import type { ColumnName, Row } from './types.js';
import { escapeHtml, Words } from './words.js';

/** Widths in pixels at the usual type size. */
const WIDTHS: Record<ColumnName, number> = {
  number: 60, name: 224, class: 72, duration: 56, quantity: 174, start: 94, finish: 94, predecessors: 92, variance: 102,
};

/** The width of a date that is said, not compared: it may carry a year in words. */
const SAID_DATE = 122;

/** The width of a figure, about, and of the longest outline number that is shown whole. */
const DIGIT = 7;
const WIDEST_NUMBER = 104;

/** What a narrow screen does without first. The name is never left out. */
const DISPENSABLE: ColumnName[] = ['class', 'number', 'start', 'quantity', 'finish', 'variance'];

/** What those who edit do without first: not the numbers, by which they type predecessors. */
const DISPENSABLE_TO_EDITORS: ColumnName[] =
  ['class', 'quantity', 'variance', 'start', 'predecessors', 'duration', 'number', 'finish'];

/** The least width of the name on a telephone. */
const NARROW_NAME = 132;

/** The name takes what the others leave, up to its longest and to this; where nothing is edited, to a share. */
const WIDEST_NAME = 420;
const SHARE_OF_NAME = 0.345;

/** How much of the chart the columns may take. */
const SHARE = 0.54;
const SHARE_OF_EDITORS = 0.66;

/** The width of the name that is kept free for it before other columns go, unless the names are shorter. */
const NAME_OF_EDITORS = 300;

export interface ColumnLayout {
  columns: NonNullable<GanttStatic['config']['columns']>;
  width: number;
}

/** Chooses which of the wanted columns find room, and how wide the name may be. */
export function layOutColumns(wanted: ColumnName[], available: number, typeScale: number, words: Words,
    today: number, longestNumber: number, widestName: number): ColumnLayout {
  const shown = [...wanted];
  const edited = wanted.includes('predecessors');
  const share = edited ? SHARE_OF_EDITORS : SHARE;
  const widthOf = (name: ColumnName) => {
    if (name === 'number') {
      return Math.min(Math.max(WIDTHS.number, longestNumber * DIGIT + 22), WIDEST_NUMBER);
    }
    if (name === 'name' && edited) {
      return Math.min(NAME_OF_EDITORS, Math.max(widestName, NARROW_NAME));
    }
    return name === 'finish' && !wanted.includes('start') ? SAID_DATE : WIDTHS[name];
  };
  const width = () => shown.reduce((sum, name) => sum + widthOf(name), 0) * typeScale;
  for (const name of edited ? DISPENSABLE_TO_EDITORS : DISPENSABLE) {
    if (width() <= available * share) {
      break;
    }
    const index = shown.indexOf(name);
    if (index >= 0) {
      shown.splice(index, 1);
    }
  }
  const others = width() - widthOf('name') * typeScale;
  const nameWidth = Math.max(NARROW_NAME * Math.min(typeScale, 1.2),
    Math.min(Math.min(WIDEST_NAME, Math.max(widestName, WIDTHS.name)) * typeScale, available * share - others,
      available * (edited ? 0.44 : SHARE_OF_NAME)));
  const columns = shown.map((name) => ({
    name,
    label: escapeHtml(words.text(`column.${name}`)),
    tree: name === 'name',
    width: Math.round(name === 'name' ? nameWidth : widthOf(name) * typeScale),
    align: (name === 'quantity' || name === 'duration' ? 'right' : 'left') as 'left' | 'right',
    template: (task: unknown) => cell(name, (task as { row: Row }).row, words, today, wanted),
  }));
  return { columns, width: columns.reduce((sum, column) => sum + column.width, 0) };
}

function cell(name: ColumnName, row: Row, words: Words, today: number, wanted: ColumnName[]): string {
  switch (name) {
    case 'number':
      return `<span class="muted figures">${escapeHtml(row.number)}</span>`;
    case 'name':
      return sequenceMark(row, words) + escapeHtml(row.name);
    case 'class':
      return `<span class="muted">${escapeHtml(row.itemClass)}</span>`;
    case 'quantity':
      return `<span class="figures">${escapeHtml(row.quantity)}</span>`;
    case 'duration':
      return `<span class="figures">${escapeHtml(row.duration)}</span>`;
    case 'predecessors':
      return `<span class="figures muted">${escapeHtml(row.predecessors)}</span>`;
    case 'start':
      return `<span class="figures">${escapeHtml(dateCell(row.start, words, today, wanted))}</span>`;
    case 'finish':
      return `<span class="figures">${escapeHtml(dateCell(row.finish, words, today, wanted))}</span>`;
    case 'variance':
      return varianceChip(row, words);
  }
}

/** Before the name, where a narrow column does not cut it off; it says how progress passed over a link. */
function sequenceMark(row: Row, words: Words): string {
  if (row.outOfSequence === '') {
    return '';
  }
  const how = escapeHtml(row.outOfSequence);
  return `<span class="sequence-mark" role="img" aria-label="${how}" title="${how}">`
    + `${escapeHtml(words.text('sequence.mark'))}</span>`;
}

/** Staff compare full dates; residents read a day as it is said. */
function dateCell(day: number, words: Words, today: number, wanted: ColumnName[]): string {
  return wanted.includes('start') ? words.date(day) : words.shortDate(day, today);
}

export function varianceChip(row: Row, words: Words): string {
  const text = words.variance(row);
  if (text === '') {
    return '';
  }
  const late = row.daysLate! > 0;
  const mark = late ? `<span class="mark" aria-hidden="true">${escapeHtml(words.text('late.mark'))}</span>` : '';
  const kind = late ? 'late' : row.daysLate! < 0 ? 'early' : 'ontime';
  return `<span class="chip ${kind} figures">${mark}${escapeHtml(text)}</span>`;
}
