import type { Geometry } from './geometry.js';
import type { Row } from './types.js';

/** The outline of a bar where somebody wants it: while dragging, and until the server has answered. */
export class Ghost {
  private readonly element = document.createElement('div');

  constructor(kind: 'dragged' | 'asked') {
    this.element.className = `ghost ${kind}`;
    this.element.setAttribute('aria-hidden', 'true');
  }

  show(area: HTMLElement, geometry: Geometry, row: Row, start: number, finish: number): void {
    const index = geometry.indexOf(row.id);
    if (index < 0) {
      this.remove();
      return;
    }
    const { element } = this;
    const milestone = row.kind === 'milestone';
    const shift = milestone ? geometry.span(row).left - geometry.x(row.start) : 0;
    const left = geometry.x(start) + shift;
    const radius = milestone ? geometry.milestoneRadius : 0;
    element.classList.toggle('milestone', milestone);
    element.style.left = `${left - radius}px`;
    element.style.width = `${milestone ? 2 * radius : geometry.x(finish + 1) - left}px`;
    element.style.top = `${geometry.middle(index) - geometry.barHeight / 2}px`;
    element.style.height = `${geometry.barHeight}px`;
    if (element.parentElement !== area) {
      area.append(element);
    }
  }

  /** Slides back to where the bar is, then goes. */
  snapBack(area: HTMLElement, geometry: Geometry, row: Row): void {
    const { element } = this;
    element.classList.add('refused');
    element.getBoundingClientRect();
    this.show(area, geometry, row, row.start, row.finish);
    const done = () => this.remove();
    const sliding = element.getAnimations();
    if (sliding.length === 0) {
      done();
    } else {
      Promise.allSettled(sliding.map((animation) => animation.finished)).then(done);
    }
  }

  remove(): void {
    this.element.remove();
  }
}
