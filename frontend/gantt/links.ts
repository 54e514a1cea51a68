import type { Geometry } from './geometry.js';
import type { Link } from './types.js';

interface Point {
  x: number;
  y: number;
}

/** The part of the drawing that is asked for, in pixels. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** How far a line runs on from a bar's end before it turns. */
const STUB = 9;

/** Where an arrow comes down on a bar, from its end. */
const LANDING = 6;

/** Length of an arrowhead and half its width. */
const HEAD = 6;
const HEAD_SIDE = 3.5;

const CORNER = 3;

/** How near a click has to be to mean a line. */
const REACH = 6;

/** A link that is in view, as corner points from end to end. */
export interface RoutedLink {
  link: Link;
  points: Point[];
}

/**
 * The links between rows that are not folded away. Which rows a link spans is found once; what is in view is then a
 * comparison of two numbers each, so that many thousand links cost a frame nothing.
 */
export class Links {
  private links: Link[] = [];
  private upper = new Int32Array(0);
  private lower = new Int32Array(0);

  /** Takes the links whose ends are to be seen; call when rows or links have changed. */
  renew(all: Iterable<Link>, geometry: Geometry): void {
    this.links = [];
    const spans: number[] = [];
    for (const link of all) {
      const source = geometry.indexOf(link.source);
      const target = geometry.indexOf(link.target);
      if (source >= 0 && target >= 0) {
        this.links.push(link);
        spans.push(Math.min(source, target), Math.max(source, target));
      }
    }
    this.upper = Int32Array.from(this.links, (_, index) => spans[2 * index]);
    this.lower = Int32Array.from(this.links, (_, index) => spans[2 * index + 1]);
  }

  /** Links that may touch the rows from first to last, inclusive, and the box. */
  inView(geometry: Geometry, box: Box, first: number, last: number): RoutedLink[] {
    const found: RoutedLink[] = [];
    for (let i = 0; i < this.links.length; i++) {
      if (this.upper[i] <= last && this.lower[i] >= first) {
        const points = route(this.links[i], geometry);
        if (points.some(({ x }) => x >= box.left) && points.some(({ x }) => x <= box.right)) {
          found.push({ link: this.links[i], points });
        }
      }
    }
    return found;
  }
}

/** The nearest of these links within reach of a place, or none. */
export function linkAt(links: RoutedLink[], place: Point): Link | null {
  let nearest: Link | null = null;
  let least = REACH;
  for (const { link, points } of links) {
    for (let i = 1; i < points.length; i++) {
      const distance = distanceTo(points[i - 1], points[i], place);
      if (distance < least) {
        least = distance;
        nearest = link;
      }
    }
  }
  return nearest;
}

/** The line of a link, with rounded corners, up to its arrowhead. */
export function linePath(points: Point[]): string {
  let path = `M${points[0].x} ${points[0].y}`;
  for (let i = 1; i < points.length - 1; i++) {
    const before = towards(points[i], points[i - 1]);
    const after = towards(points[i], points[i + 1]);
    path += `L${before.x} ${before.y}Q${points[i].x} ${points[i].y} ${after.x} ${after.y}`;
  }
  const end = points[points.length - 1];
  return `${path}L${end.x} ${end.y}`;
}

/** The arrowhead at the end of a link. */
export function headPath(points: Point[]): string {
  const end = points[points.length - 1];
  const before = points[points.length - 2];
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1;
  const dx = (end.x - before.x) / length;
  const dy = (end.y - before.y) / length;
  const x = end.x - dx * HEAD;
  const y = end.y - dy * HEAD;
  return `M${end.x} ${end.y}L${x - dy * HEAD_SIDE} ${y + dx * HEAD_SIDE}L${x + dy * HEAD_SIDE} ${y - dx * HEAD_SIDE}z`;
}

/** Corner points of a link; an arrow comes down on its bar where it can, which crosses least. */
export function route({ source, target, type }: Link, geometry: Geometry): Point[] {
  const from = geometry.ends(source);
  const to = geometry.ends(target);
  const out = type[0] === 'F' ? 1 : -1;
  const into = type[1] === 'S' ? 1 : -1;
  const start = { x: out > 0 ? from.right : from.left, y: from.y };
  const end = { x: into > 0 ? to.left : to.right, y: to.y };
  const width = to.right - to.left;
  const landing = end.x + into * (to.milestone ? width / 2 : Math.min(LANDING, width / 2));
  if (from.milestone && type === 'FS' && landing < start.x) {
    start.x = (from.left + from.right) / 2;
  }
  if (type === 'FS' && landing >= start.x && start.y !== end.y) {
    const side = start.y < end.y ? -1 : 1;
    return [start, { x: landing, y: start.y }, { x: landing, y: end.y + side * to.half }];
  }
  if (out !== into) {
    const x = out > 0 ? Math.max(start.x, end.x) + STUB : Math.min(start.x, end.x) - STUB;
    return [start, { x, y: start.y }, { x, y: end.y }, end];
  }
  const away = start.x + out * STUB;
  const near = end.x - into * STUB;
  if (start.y !== end.y && (near - away) * out >= 0) {
    return [start, { x: away, y: start.y }, { x: away, y: end.y }, end];
  }
  const between = start.y + (Math.sign(end.y - start.y) || 1) * geometry.rowHeight / 2;
  return [start, { x: away, y: start.y }, { x: away, y: between }, { x: near, y: between }, { x: near, y: end.y }, end];
}

function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = length === 0 ? 0 : Math.min(CORNER, length / 2) / length;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

function distanceTo(a: Point, b: Point, place: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(Math.max(((place.x - a.x) * dx + (place.y - a.y) * dy) / length, 0), 1);
  return Math.hypot(place.x - a.x - along * dx, place.y - a.y - along * dy);
}
