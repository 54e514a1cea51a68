import type { RowNavigation } from './navigation.js';
import type { MoveKind, RowsCommand } from './types.js';

/** What keys do; a row is chosen before it is opened, folded or moved. */
export interface KeyboardHost {
  readonly navigation: RowNavigation;
  open(id: number): void;
  zoom(step: -1 | 1): void;
  fit(): void;
  /** Asks to move the chosen row's bar by a day. */
  move(kind: MoveKind, by: -1 | 1): void;
  removeLink(): boolean;
  isEditing(): boolean;
  /** Begins to type into the chosen row; false when there is none. */
  type(): boolean;
  /** Asks for something to be done to the chosen rows. */
  command(command: RowsCommand): void;
  /** Chooses the next row as well. */
  extend(by: -1 | 1): void;
  /** Gives up a gesture or closes a note; false when there was nothing to give up. */
  escape(): boolean;
}

/** Answers a key; false when the chart has no use for it. */
export function handleKey(event: KeyboardEvent, host: KeyboardHost): boolean {
  if (host.isEditing() && handleEditingKey(event, host)) {
    return true;
  }
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

const RESHAPING: Record<string, RowsCommand> = {
  ArrowRight: 'indent', ArrowLeft: 'outdent', ArrowUp: 'up', ArrowDown: 'down',
};

/** What keys do for those who edit; see the help on the keyboard that the page shows. */
function handleEditingKey(event: KeyboardEvent, host: KeyboardHost): boolean {
  const control = event.ctrlKey || event.metaKey;
  if (control && event.shiftKey && event.key in RESHAPING) {
    host.command(RESHAPING[event.key]);
    return true;
  }
  if (event.key === 'Insert' || (control && event.key === 'Enter')) {
    host.command('add');
    return true;
  }
  if (control || event.altKey) {
    return false;
  }
  switch (event.key) {
    case 'ArrowUp':
    case 'ArrowDown':
      if (event.shiftKey) {
        host.extend(event.key === 'ArrowUp' ? -1 : 1);
      }
      return event.shiftKey;
    case 'F2':
    case 'Enter':
      return host.type();
    case 'Delete':
      if (!host.removeLink()) {
        host.command('remove');
      }
      return true;
    case '?':
      host.command('keys');
      return true;
    default:
      return false;
  }
}
