import { dateOf } from './days.js';
import type { LinkType, Row } from './types.js';

interface WireLabels {
  locale: string;
  words: Record<string, string>;
}

/** Every word the chart shows or has read out, as the server sent it, and dates as the reader writes them. */
export class Words {
  readonly locale: string;
  private readonly words: Record<string, string>;
  private readonly formats = new Map<string, Intl.DateTimeFormat>();
  private readonly percents: Intl.NumberFormat;
  private readonly percentTexts = new Map<number, string>();
  private lists: Intl.ListFormat | null = null;

  constructor(json: string | null = null) {
    const labels: WireLabels = json === null ? { locale: 'zh-CN', words: {} } : JSON.parse(json);
    this.locale = labels.locale;
    this.words = labels.words;
    this.percents = new Intl.NumberFormat(this.locale, { style: 'percent' });
  }

  /** Text by key, with {0}, {1} … filled in; empty before the labels have arrived. */
  text(key: string, ...values: (string | number)[]): string {
    const pattern = this.words[key] ?? '';
    return values.length === 0 ? pattern : pattern.replace(/\{(\d)}/g, (_, index) => String(values[Number(index)]));
  }

  /** Year, month and day, such as 2026-11-23. */
  date(day: number): string {
    const date = dateOf(day);
    const two = (value: number) => String(value).padStart(2, '0');
    return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  }

  /** Month and day as one says them, with the year when it is not that of the other day. */
  shortDate(day: number, beside: number): string {
    const date = dateOf(day);
    const sameYear = date.getFullYear() === dateOf(beside).getFullYear();
    return this.format(date, sameYear ? { month: 'short', day: 'numeric' }
      : { year: 'numeric', month: 'short', day: 'numeric' });
  }

  format(date: Date, options: Intl.DateTimeFormatOptions): string {
    const key = JSON.stringify(options);
    let format = this.formats.get(key);
    if (!format) {
      format = new Intl.DateTimeFormat(this.locale, options);
      this.formats.set(key, format);
    }
    return format.format(date);
  }

  /** Whole percents; only what is finished is called 100 %. */
  percent(share: number): string {
    const whole = share < 1 ? Math.min(Math.round(share * 100), 99) : Math.round(share * 100);
    let text = this.percentTexts.get(whole);
    if (text === undefined) {
      text = this.percents.format(whole / 100);
      this.percentTexts.set(whole, text);
    }
    return text;
  }

  /** How the row stands against its promise; empty when nothing was promised. */
  variance(row: Row): string {
    if (row.daysLate === null) {
      return '';
    }
    if (row.daysLate > 0) {
      return this.text('late', row.daysLate);
    }
    return row.daysLate < 0 ? this.text('early', -row.daysLate) : this.text('ontime');
  }

  /** The row in one sentence, for those who hear the chart. */
  sentence(row: Row): string {
    const parts = [
      this.text('row', row.number, row.name, this.text(`kind.${row.kind}`), this.date(row.start), this.date(row.finish)),
    ];
    if (row.kind !== 'milestone') {
      parts.push(this.text('row.done', this.percent(row.share)));
    }
    if (row.promisedFinish !== null) {
      parts.push(this.text('row.promise', this.date(row.promisedFinish), this.variance(row)));
    }
    parts.push(this.compared(row));
    if (row.critical) {
      parts.push(this.text('critical'));
    }
    parts.push(row.outOfSequence);
    return parts.filter((part) => part !== '').join(' ');
  }

  /** The row at the other end of a link. */
  linkedRow(row: Row, type: LinkType): string {
    return this.text('row.linked', row.number, row.name, this.linkType(type));
  }

  /** Things one after the other, as the reader's language strings them together. */
  list(texts: string[]): string {
    this.lists ??= new Intl.ListFormat(this.locale, { type: 'unit', style: 'long' });
    return this.lists.format(texts);
  }

  /** The days in what the plan is compared with; empty when the row is not in it. */
  compared(row: Row): string {
    return row.comparedStart === null || row.comparedFinish === null ? ''
      : this.text('row.compared', this.date(row.comparedStart), this.date(row.comparedFinish));
  }

  linkType(type: LinkType): string {
    return this.text(`link.${type.toLowerCase()}`);
  }
}

const SPECIAL: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text made harmless for the chart library, which takes its texts as HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => SPECIAL[character]);
}

/** Late, said beside the bar of unfinished work with a mark, so that colour never speaks alone. */
export function varianceMark(row: Row, words: Words): string {
  if (row.daysLate === null || row.daysLate <= 0 || row.share >= 1) {
    return '';
  }
  const mark = `<span class="mark" aria-hidden="true">${escapeHtml(words.text('late.mark'))}</span>`;
  return `<span class="late">${mark}${escapeHtml(words.variance(row))}</span>`;
}
