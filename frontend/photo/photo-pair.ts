const SHEET = new CSSStyleSheet();
SHEET.replaceSync(`
  :host { display: block; max-width: 720px; --at: 50%; }
  .frame { cursor: ew-resize; display: grid; position: relative; touch-action: pan-y; }
  ::slotted(figure) { grid-area: 1 / 1; }
  ::slotted([slot='second']) { clip-path: inset(0 0 0 var(--at)); }
  .line { background: #fff; box-shadow: 0 0 3px #000; inset-block: 0; inset-inline-start: var(--at);
    margin-inline-start: -1.5px; pointer-events: none; position: absolute; width: 3px; }
  input { accent-color: var(--jade, #0f6e56); box-sizing: border-box; display: block; height: 44px; margin: 0; width: 100%; }
`);

/**
 * Lays the second of two pictures over the first, up to a divider. The range below it is what keyboard, finger and
 * screen reader use; dragging over the picture moves it too. The pictures are children of the element, so that without
 * this script they simply stand side by side.
 */
class PhotoPair extends HTMLElement {
  private readonly range = document.createElement('input');

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [SHEET];
    const frame = document.createElement('div');
    frame.className = 'frame';
    const line = document.createElement('div');
    line.className = 'line';
    frame.append(slot('first'), slot('second'), line);
    this.range.type = 'range';
    this.range.min = '0';
    this.range.max = '100';
    this.range.value = '50';
    this.range.addEventListener('input', () => this.divide());
    frame.addEventListener('pointerdown', (event) => {
      if (this.drag(event, frame)) {
        frame.setPointerCapture(event.pointerId);
      }
    });
    frame.addEventListener('pointermove', (event) => event.buttons === 1 && this.drag(event, frame));
    root.append(frame, this.range);
  }

  connectedCallback(): void {
    this.range.setAttribute('aria-label', this.getAttribute('label') ?? '');
    this.divide();
  }

  /** False where a link was meant. */
  private drag(event: PointerEvent, frame: HTMLElement): boolean {
    if ((event.target as Element).closest('a') !== null) {
      return false;
    }
    const box = frame.getBoundingClientRect();
    this.range.value = String(Math.round(((event.clientX - box.left) / box.width) * 100));
    this.divide();
    return true;
  }

  private divide(): void {
    this.style.setProperty('--at', `${this.range.value}%`);
  }
}

function slot(name: string): HTMLSlotElement {
  const made = document.createElement('slot');
  made.name = name;
  return made;
}

customElements.define('photo-pair', PhotoPair);
