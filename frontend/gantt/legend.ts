import type { Words } from './words.js';

/** Keys of the legend; each names a label and the sample that the stylesheet draws before it. */
const ITEMS = [
  'done', 'planned', 'promised', 'late', 'critical', 'summary', 'milestone', 'promised-milestone', 'today', 'status',
  'front', 'off', 'window',
];

/** What is drawn, explained under the chart. */
export class Legend {
  readonly element = document.createElement('ul');
  private words: Words | null = null;
  private compared: string | null = null;
  private earlier = false;
  private outOfSequence = false;

  constructor() {
    this.element.className = 'legend';
  }

  setWords(words: Words): void {
    this.words = words;
    this.draw();
  }

  /** Names the second shadows, which are explained only where there are any. */
  setCompared(compared: string | null): void {
    this.compared = compared;
    this.draw();
  }

  /** Whether earlier front lines are drawn, which are explained only then. */
  setEarlier(earlier: boolean): void {
    this.earlier = earlier;
    this.draw();
  }

  /** Whether rows are marked as out of sequence, which is explained only then. */
  setOutOfSequence(outOfSequence: boolean): void {
    if (this.outOfSequence !== outOfSequence) {
      this.outOfSequence = outOfSequence;
      this.draw();
    }
  }

  private draw(): void {
    const { words } = this;
    if (words === null) {
      return;
    }
    this.element.setAttribute('aria-label', words.text('legend'));
    this.element.replaceChildren(...ITEMS.map((item) => entry(item, words.text(`legend.${item.replace('-', '.')}`))));
    if (this.earlier) {
      this.element.append(entry('earlier', words.text('legend.earlier')));
    }
    if (this.outOfSequence) {
      this.element.append(entry('sequence', words.text('legend.sequence'), words.text('sequence.mark')));
    }
    if (this.compared !== null) {
      this.element.append(entry('compared', this.compared));
    }
  }
}

function entry(item: string, words: string, mark = ''): HTMLLIElement {
  const element = document.createElement('li');
  const sample = document.createElement('span');
  sample.className = `sample ${item}`;
  sample.setAttribute('aria-hidden', 'true');
  sample.textContent = mark;
  const text = document.createElement('span');
  text.textContent = words;
  element.append(sample, text);
  return element;
}
