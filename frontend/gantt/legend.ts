import type { Words } from './words.js';

/** Keys of the legend; each names a label and the sample that the stylesheet draws before it. */
const ITEMS = [
  'done', 'planned', 'promised', 'late', 'critical', 'summary', 'milestone', 'promised-milestone', 'today', 'status',
  'front', 'off',
];

/** What is drawn, explained under the chart. */
export class Legend {
  readonly element = document.createElement('ul');

  constructor() {
    this.element.className = 'legend';
  }

  setWords(words: Words): void {
    this.element.setAttribute('aria-label', words.text('legend'));
    this.element.replaceChildren(...ITEMS.map((item) => {
      const entry = document.createElement('li');
      const sample = document.createElement('span');
      sample.className = `sample ${item}`;
      sample.setAttribute('aria-hidden', 'true');
      const text = document.createElement('span');
      text.textContent = words.text(`legend.${item.replace('-', '.')}`);
      entry.append(sample, text);
      return entry;
    }));
  }
}
