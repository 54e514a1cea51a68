/** Pixels between two flags. */
const GAP = 3;

/** A day that is marked by a line down the chart, and what the line is called. */
export interface Mark {
  text: string;
  /** Where its line is, in pixels. */
  x: number;
  shown: boolean;
}

/**
 * What the lines of today and of the status date are called, in a line of the time axis of their own, so that they hide
 * no date. The status date is written before its line and today behind its own, unless the axis ends there or they
 * would meet.
 */
export class Flags {
  readonly element = document.createElement('div');
  private readonly status = document.createElement('span');
  private readonly today = document.createElement('span');
  /** Kept by text: reading a width while scrolling would lay out twice. */
  private readonly widths = new Map<string, number>();

  constructor() {
    this.element.className = 'flags';
    this.element.setAttribute('aria-hidden', 'true');
    this.status.className = 'flag status';
    this.today.className = 'flag today';
    this.element.append(this.status, this.today);
  }

  /** Call when the type may have changed its size. */
  forget(): void {
    this.widths.clear();
  }

  /**
   * @param top where the flags' line of the axis begins, in pixels
   * @param axis the width of the whole time axis
   */
  show(status: Mark | null, today: Mark, top: number, axis: number): void {
    this.element.style.top = `${top}px`;
    const statusWidth = this.write(this.status, status);
    const todayWidth = this.write(this.today, today);
    let statusLeft = within((status?.x ?? 0) - statusWidth, axis - statusWidth);
    let todayLeft = within(today.x, axis - todayWidth);
    const meet = statusWidth > 0 && todayWidth > 0 && todayLeft < statusLeft + statusWidth + GAP;
    if (meet) {
      todayLeft = within(statusLeft + statusWidth + GAP, axis - todayWidth);
      statusLeft = within(statusLeft, todayLeft - GAP - statusWidth);
    }
    this.status.style.left = `${statusLeft}px`;
    this.today.style.left = `${todayLeft}px`;
  }

  /** Writes the flag and tells its width, which is 0 when it is not shown. */
  private write(flag: HTMLElement, mark: Mark | null): number {
    flag.hidden = !mark?.shown;
    if (!mark?.shown) {
      return 0;
    }
    if (flag.textContent !== mark.text) {
      flag.textContent = mark.text;
    }
    let width = this.widths.get(mark.text);
    if (width === undefined) {
      width = flag.offsetWidth;
      this.widths.set(mark.text, width);
    }
    return width;
  }
}

function within(left: number, last: number): number {
  return Math.max(0, Math.min(left, last));
}
