import type { Callout } from './callout.js';
import type { Overlay } from './overlay.js';
import type { Store } from './store.js';
import type { Link, Row } from './types.js';
import type { Words } from './words.js';

export interface PointingHost {
  readonly overlay: Overlay;
  readonly callout: Callout;
  store(): Store | null;
  words(): Words;
  area(): HTMLElement | undefined;
  isEditing(): boolean;
  removeLink(id: number): void;
}

/** What the mouse points at: facts of a bar, and links, which can be chosen and removed. */
export class Pointing {
  private chosen: number | null = null;

  constructor(private readonly host: PointingHost, private readonly chart: HTMLElement) {
    chart.addEventListener('pointermove', (event) => this.move(event));
    chart.addEventListener('pointerleave', () => host.callout.hide('tip'));
    chart.addEventListener('click', (event) => this.click(event));
  }

  /** Lets go of the chosen link; also when it is gone. */
  release(): void {
    this.chosen = null;
    this.host.overlay.markLink(null);
    this.host.callout.hide('link');
  }

  /** Lets go of the chosen link when it is there no more. */
  check(): void {
    if (this.chosen !== null && !this.host.store()?.links.has(this.chosen)) {
      this.release();
    }
  }

  /** Asks to remove the chosen link; false when there is none or it may not be removed. */
  removeChosen(): boolean {
    const link = this.chosen === null ? undefined : this.host.store()?.links.get(this.chosen);
    if (!link || !this.mayRemove(link)) {
      return false;
    }
    this.release();
    this.host.removeLink(link.id);
    return true;
  }

  private move(event: PointerEvent): void {
    if (event.pointerType !== 'mouse' || event.buttons !== 0 || !(event.target instanceof Element)) {
      return;
    }
    const bar = event.target.closest('.gantt_task_line, .handles');
    const row = bar ? this.host.store()?.rows.get(Number(bar.getAttribute('data-task-id'))) : undefined;
    const link = bar ? null : this.linkAt(event);
    this.chart.classList.toggle('at-link', link !== null);
    if (this.chosen === null) {
      this.host.overlay.markLink(link?.id ?? null);
    }
    if (row) {
      this.host.callout.show({ kind: 'tip', lines: this.facts(row) }, event.clientX, event.clientY);
    } else {
      this.host.callout.hide('tip');
    }
  }

  private click(event: MouseEvent): void {
    if (event.target instanceof Element && event.target.closest('.gantt_task_line, .handles')) {
      return;
    }
    const link = this.linkAt(event);
    const store = this.host.store();
    if (!link || !store) {
      return;
    }
    const words = this.host.words();
    this.chosen = link.id;
    this.host.overlay.markLink(link.id);
    this.host.callout.show({
      kind: 'link',
      lines: [words.linkType(link.type), words.text('link.ends', store.rows.get(link.source)!.name,
        store.rows.get(link.target)!.name)],
      action: this.mayRemove(link) ? { label: words.text('link.remove'), run: () => this.removeChosen() } : undefined,
    }, event.clientX, event.clientY);
  }

  private mayRemove(link: Link): boolean {
    return this.host.isEditing() && this.host.store()?.rows.get(link.target)?.editable === true;
  }

  private linkAt(event: MouseEvent): Link | null {
    const area = this.host.area();
    if (!area || !(event.target instanceof Node) || !area.contains(event.target)) {
      return null;
    }
    const box = area.getBoundingClientRect();
    return this.host.overlay.linkAt(event.clientX - box.left, event.clientY - box.top + area.scrollTop);
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
      words.compared(row),
      row.critical ? words.text('critical') : '',
      row.outOfSequence,
    ];
  }
}
