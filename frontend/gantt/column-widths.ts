import type { ColumnLayout } from './columns.js';
import type { ColumnName } from './types.js';

/** The least width of a column and what is left to the chart at least, in pixels. */
export const NARROWEST = 40;
const CHART = 120;

const KEPT = 'renewal-gantt.columns.';

/** The widths that a reader gave to columns, kept until the browser's tab is closed. */
export class ColumnWidths {
  private readonly key: string;
  private readonly widths: Map<ColumnName, number>;

  /** @param columns each choice of columns has widths of its own */
  constructor(columns: ColumnName[]) {
    this.key = KEPT + columns.join('.');
    this.widths = new Map(Object.entries(kept(this.key)) as [ColumnName, number][]);
  }

  /** Gives the columns the reader's widths, as far as the chart keeps some room. */
  apply(layout: ColumnLayout, available: number, typeScale: number): ColumnLayout {
    const columns = layout.columns.map((column) => {
      const width = this.widths.get(column.name as ColumnName);
      return width === undefined ? column : { ...column, width: Math.round(width * typeScale) };
    });
    const width = columns.reduce((sum, column) => sum + (column.width as number), 0);
    const room = Math.max(available - CHART, layout.width);
    if (width <= room) {
      return { columns, width };
    }
    const share = room / width;
    const fitted = columns.map((column) => ({ ...column, width: Math.floor((column.width as number) * share) }));
    return { columns: fitted, width: fitted.reduce((sum, column) => sum + column.width, 0) };
  }

  /** @param width in pixels at the usual type size; null for the width it had at first */
  set(column: ColumnName, width: number | null): void {
    if (width === null) {
      this.widths.delete(column);
    } else {
      this.widths.set(column, Math.max(NARROWEST, Math.round(width)));
    }
    try {
      sessionStorage.setItem(this.key, JSON.stringify(Object.fromEntries(this.widths)));
    } catch {
      // A browser that keeps nothing still shows the width until the page is left.
    }
  }
}

function kept(key: string): Record<string, number> {
  try {
    const widths = JSON.parse(sessionStorage.getItem(key) ?? '{}') as Record<string, number>;
    return Object.fromEntries(Object.entries(widths).filter(([, width]) => Number.isFinite(width)));
  } catch {
    return {};
  }
}
