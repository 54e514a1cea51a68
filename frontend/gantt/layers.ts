export const SVG = 'http://www.w3.org/2000/svg';

const BACK = ['shade', 'windows', 'grid', 'rows', 'chosen', 'promised', 'promised-milestones', 'overrun', 'compared',
  'compared-milestones', 'links', 'link-heads', 'critical-links', 'critical-link-heads', 'marked-link'] as const;
const FRONT = ['today', 'earlier', 'status', 'front', 'front-points', 'asked', 'drawn'] as const;

export type Layer = (typeof BACK)[number] | (typeof FRONT)[number];

/** The part of the chart that is drawn: pixels of the whole chart, and the rows in them, the last one included. */
export interface View {
  left: number;
  right: number;
  top: number;
  bottom: number;
  first: number;
  last: number;
}

/** The two drawings behind and before the library's bars: one path for each kind of thing. */
export class Layers {
  private readonly paths = new Map<Layer, SVGPathElement>();
  readonly back = this.drawing('back', BACK);
  readonly front = this.drawing('front', FRONT);

  set(layer: Layer, data: string): void {
    this.paths.get(layer)!.setAttribute('d', data);
  }

  transform(layer: Layer, transform: string): void {
    this.paths.get(layer)!.setAttribute('transform', transform);
  }

  /** Puts both drawings around the bars, and tells whether they were not there. */
  putInto(area: HTMLElement): boolean {
    if (this.back.parentElement === area) {
      return false;
    }
    area.prepend(this.back);
    area.append(this.front);
    return true;
  }

  remove(): void {
    this.back.remove();
    this.front.remove();
  }

  /** Lays both drawings over the part in view. */
  place({ left, right, top, bottom }: View): void {
    const width = Math.max(1, right - left);
    const height = Math.max(1, bottom - top);
    for (const svg of [this.back, this.front]) {
      svg.style.left = `${left}px`;
      svg.style.top = `${top}px`;
      svg.setAttribute('width', String(width));
      svg.setAttribute('height', String(height));
      svg.setAttribute('viewBox', `${left} ${top} ${width} ${height}`);
    }
  }

  private drawing(name: string, layers: readonly Layer[]): SVGSVGElement {
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('class', `overlay ${name}`);
    svg.setAttribute('aria-hidden', 'true');
    for (const layer of layers) {
      const path = document.createElementNS(SVG, 'path');
      path.setAttribute('class', layer);
      svg.append(path);
      this.paths.set(layer, path);
    }
    return svg;
  }
}
