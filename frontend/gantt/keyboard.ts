import type { MoveKind } from './types.js';

/** What keys do; a row is chosen before it is opened, folded or moved. */
export interface KeyboardHost {
  /** Chooses the row this many places on. */
  step(by: number): void;
  first(): void;
  last(): void;
  /** Rows that fit in view. */
  page(): number;
  /** Unfolds the row, or goes to its first child. */
  unfold(): void;
  /** Folds the row, or goes to its parent. */
  fold(): void;
  open(): void;
  zoom(step: -1 | 1): void;
  fit(): void;
  /** Asks to move the chosen row's bar by a day. */
  move(kind: MoveKind, by: -1 | 1): void;
  removeLink(): boolean;
  /** Gives up a gesture or closes a note; false when there was nothing to give up. */
  escape(): boolean;
}

/** Answers a key; false when the chart has no use for it. */
export function handleKey(event: KeyboardEvent, host: KeyboardHost): boolean {
  if (event.ctrlKey || event.metaKey) {
    return false;
  }
  if (event.shiftKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
    host.move(event.altKey ? 'RESIZE_FINISH' : 'MOVE', event.key === 'ArrowLeft' ? -1 : 1);
    return true;
  }
  if (event.altKey) {
    return false;
  }
  switch (event.key) {
    case 'ArrowDown':
      host.step(1);
      return true;
    case 'ArrowUp':
      host.step(-1);
      return true;
    case 'PageDown':
      host.step(host.page());
      return true;
    case 'PageUp':
      host.step(-host.page());
      return true;
    case 'Home':
      host.first();
      return true;
    case 'End':
      host.last();
      return true;
    case 'ArrowRight':
      host.unfold();
      return true;
    case 'ArrowLeft':
      host.fold();
      return true;
    case 'Enter':
      host.open();
      return true;
    case '+':
    case '=':
      host.zoom(-1);
      return true;
    case '-':
      host.zoom(1);
      return true;
    case '0':
      host.fit();
      return true;
    case 'Delete':
    case 'Backspace':
      return host.removeLink();
    case 'Escape':
      return host.escape();
    default:
      return false;
  }
}
