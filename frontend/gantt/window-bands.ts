import type { Geometry } from './geometry.js';
import { SVG, View } from './layers.js';
import type { Model } from './types.js';

/** A window narrower than this many pixels has no room for its name. */
const LEAST_LABELLED = 40;

/** The days on which stop-work windows stop some rows. */
export class WindowBands {
  readonly labels = document.createElementNS(SVG, 'g');

  /** The path of the rows that windows stop; each window is named in the first of them that is in view. */
  draw(windows: Model['windows'], geometry: Geometry, view: View): string {
    let bands = '';
    const labels: SVGTextElement[] = [];
    for (const window of windows) {
      const left = Math.max(geometry.x(window.first), view.left);
      const right = Math.min(geometry.x(window.last + 1), view.right);
      if (right <= left) {
        continue;
      }
      let named = false;
      for (let index = view.first; index <= view.last; index++) {
        if (!window.rows.has(geometry.rowAt(index).id)) {
          continue;
        }
        const top = index * geometry.rowHeight;
        bands += `M${left} ${top}H${right}v${geometry.rowHeight - 1}H${left}z`;
        if (!named && right - left > LEAST_LABELLED) {
          named = true;
          labels.push(label(window.label, left + 3, top + 9));
        }
      }
    }
    this.labels.replaceChildren(...labels);
    return bands;
  }
}

function label(words: string, x: number, y: number): SVGTextElement {
  const text = document.createElementNS(SVG, 'text');
  text.setAttribute('class', 'window-label');
  text.setAttribute('x', String(x));
  text.setAttribute('y', String(y));
  text.textContent = words;
  return text;
}
