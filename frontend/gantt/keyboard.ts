import type { RowNavigation } from './navigation.js';
import type { MoveKind } from './types.js';

/** What keys do; a row is chosen before it is opened, folded or moved. */
export interface KeyboardHost {
  readonly navigation: RowNavigation;
  open(id: number): void;
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
  const { navigation } = host;
  switch (event.key) {
    case 'ArrowDown':
      navigation.step(1);
      return true;
    case 'ArrowUp':
      navigation.step(-1);
      return true;
    case 'PageDown':
      navigation.step(navigation.page());
      return true;
    case 'PageUp':
      navigation.step(-navigation.page());
      return true;
    case 'Home':
      navigation.first();
      return true;
    case 'End':
      navigation.last();
      return true;
    case 'ArrowRight':
      navigation.unfold();
      return true;
    case 'ArrowLeft':
      navigation.fold();
      return true;
    case 'Enter':
      return openChosen(host);
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

function openChosen({ navigation, open }: KeyboardHost): boolean {
  const id = navigation.chosen();
  if (id !== null) {
    open(id);
  }
  return id !== null;
}
