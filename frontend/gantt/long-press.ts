/** How long a finger rests before it takes hold, in milliseconds, and how far it may tremble meanwhile, in pixels. */
const REST = 380;
const TREMBLE = 8;

/** A finger that rests on a place; one that moves on before is scrolling. */
export class LongPress {
  private timer = 0;
  private pointer = -1;
  private x = 0;
  private y = 0;

  begin(event: PointerEvent, taken: () => void): void {
    this.give();
    this.pointer = event.pointerId;
    this.x = event.clientX;
    this.y = event.clientY;
    this.timer = window.setTimeout(() => {
      this.timer = 0;
      navigator.vibrate?.(15);
      taken();
    }, REST);
  }

  moved(event: PointerEvent): void {
    if (event.pointerId === this.pointer && Math.hypot(event.clientX - this.x, event.clientY - this.y) > TREMBLE) {
      this.give();
    }
  }

  /** Waits no longer. */
  give(): void {
    window.clearTimeout(this.timer);
    this.timer = 0;
    this.pointer = -1;
  }
}
