/** What a note beside the chart's content says and offers. */
export interface Note {
  kind: 'tip' | 'refusal' | 'link';
  lines: string[];
  action?: { label: string; run: () => void };
}

/** A note beside a place of the chart: facts under the pointer, why an edit was refused, what can be done to a link. */
export class Callout {
  readonly element = document.createElement('div');
  private kind: Note['kind'] | null = null;

  constructor(private readonly closeLabel: () => string) {
    this.element.className = 'callout';
    this.element.hidden = true;
  }

  /** Shows the note at a place in the viewport; one note is shown at a time. */
  show(note: Note, clientX: number, clientY: number): void {
    const { element } = this;
    this.kind = note.kind;
    element.className = `callout ${note.kind}`;
    element.replaceChildren(...note.lines.filter((line) => line !== '').map((line, index) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = line;
      paragraph.className = index === 0 ? 'first' : '';
      return paragraph;
    }));
    if (note.kind === 'refusal') {
      element.setAttribute('role', 'alert');
    } else {
      element.removeAttribute('role');
    }
    if (note.action) {
      element.append(button(note.action.label, 'action', note.action.run));
    }
    if (note.kind !== 'tip') {
      const close = button('\u00d7', 'close', () => this.hide());
      close.setAttribute('aria-label', this.closeLabel());
      element.append(close);
    }
    element.hidden = false;
    this.place(clientX, clientY);
  }

  /** Hides the note, or only one of this kind. */
  hide(kind?: Note['kind']): void {
    if (kind === undefined || kind === this.kind) {
      this.element.hidden = true;
      this.kind = null;
    }
  }

  private place(clientX: number, clientY: number): void {
    const frame = this.element.parentElement!.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = this.element;
    const x = Math.min(Math.max(8, clientX - frame.left + 12), Math.max(8, frame.width - offsetWidth - 8));
    const below = clientY - frame.top + 16;
    const y = below + offsetHeight < frame.height ? below : Math.max(8, clientY - frame.top - offsetHeight - 14);
    this.element.style.left = `${x}px`;
    this.element.style.top = `${y}px`;
  }
}

function button(label: string, name: string, run: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = name;
  element.textContent = label;
  element.addEventListener('click', run);
  return element;
}
