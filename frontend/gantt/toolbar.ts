import type { Words } from './words.js';
import type { ZoomLevel } from './types.js';
import { ZOOM_LEVELS } from './zoom.js';

export interface ToolbarHost {
  zoomTo(level: ZoomLevel): void;
  fit(): void;
  showToday(): void;
  foldAll(folded: boolean): void;
  showEarlier(shown: boolean): void;
}

/** Buttons for what one does often, above the chart. */
export class Toolbar {
  readonly element = document.createElement('div');
  private earlier: HTMLButtonElement | null = null;
  private earlierOffered = false;
  private readonly levels = new Map<ZoomLevel, HTMLButtonElement>();

  constructor(private readonly host: ToolbarHost) {
    this.element.className = 'toolbar';
    this.element.setAttribute('role', 'toolbar');
  }

  setWords(words: Words): void {
    this.element.setAttribute('aria-label', words.text('toolbar'));
    const zoom = document.createElement('div');
    zoom.className = 'group';
    zoom.setAttribute('role', 'group');
    zoom.setAttribute('aria-label', words.text('zoom'));
    for (const level of ZOOM_LEVELS) {
      const button = this.button(words.text(`zoom.${level}`), () => this.host.zoomTo(level));
      this.levels.set(level, button);
      zoom.append(button);
    }
    const earlier = this.button(words.text('earlier'), () => {
      const shown = earlier.getAttribute('aria-pressed') !== 'true';
      earlier.setAttribute('aria-pressed', String(shown));
      this.host.showEarlier(shown);
    });
    earlier.setAttribute('aria-pressed', 'false');
    earlier.hidden = !this.earlierOffered;
    this.earlier = earlier;
    this.element.replaceChildren(
      zoom,
      this.button(words.text('zoom.fit'), () => this.host.fit()),
      this.button(words.text('today.show'), () => this.host.showToday()),
      this.button(words.text('expand.all'), () => this.host.foldAll(false)),
      this.button(words.text('collapse.all'), () => this.host.foldAll(true)),
      earlier,
    );
  }

  /** Whether the server can tell where the front line ran before. */
  offerEarlier(offered: boolean): void {
    this.earlierOffered = offered;
    if (this.earlier) {
      this.earlier.hidden = !offered;
    }
  }

  setLevel(current: ZoomLevel): void {
    for (const [level, button] of this.levels) {
      button.setAttribute('aria-pressed', String(level === current));
    }
  }

  private button(label: string, run: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', run);
    return button;
  }
}
