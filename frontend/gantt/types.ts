/** What the chart is made of, once decoded. Days are counted from 1970-01-01; a finish is inclusive. */

export type RowKind = 'task' | 'summary' | 'milestone';

export interface Row {
  id: number;
  parent: number | null;
  position: number;
  number: string;
  name: string;
  itemClass: string;
  quantity: string;
  /** What editors of the cells begin with; empty where the reader does not edit. */
  duration: string;
  predecessors: string;
  planned: string;
  start: number;
  finish: number;
  promisedStart: number | null;
  promisedFinish: number | null;
  share: number;
  daysLate: number | null;
  kind: RowKind;
  critical: boolean;
  editable: boolean;
  /** Where the progress front line crosses the row, a summary while it is folded; in days with a fraction. */
  front: number | null;
  /** The bar in what the plan is compared with, drawn as a second shadow. */
  comparedStart: number | null;
  comparedFinish: number | null;
  /** How its progress passed over a link, as a sentence; empty when it did not. */
  outOfSequence: string;
}

export type LinkType = 'FS' | 'SS' | 'FF' | 'SF';

export interface Link {
  id: number;
  source: number;
  target: number;
  type: LinkType;
  critical: boolean;
}

export type ColumnName = 'number' | 'name' | 'class' | 'duration' | 'quantity' | 'start' | 'finish' | 'predecessors'
  | 'variance';

export type ZoomLevel = 'day' | 'week' | 'month' | 'quarter';

/** A time in which some rows must not be worked at; the last day belongs to it. */
export interface StopWindow {
  first: number;
  last: number;
  label: string;
  rows: Set<number>;
}

export interface Model {
  rows: Row[];
  links: Link[];
  calendar: WireCalendar;
  windows: StopWindow[];
  today: number;
  status: number | null;
  columns: ColumnName[];
  /** What the second shadows are; null when no row has one. */
  compared: string | null;
}

export interface Changes {
  rows: Row[];
  links: Link[];
  removedRows: number[];
  removedLinks: number[];
}

/** The front line as it was: the status date, and where it crossed the rows, by id. */
export interface EarlierFront {
  status: number;
  points: Map<number, number>;
}

/** Days of the week that are worked, Monday being 1, and the days that differ. */
export interface WireCalendar {
  week: number[];
  off: number[];
  on: number[];
}

export type MoveKind = 'MOVE' | 'RESIZE_START' | 'RESIZE_FINISH';

/** An edit as the server hears it; each waits for its answer under its number. */
export type EditRequest =
  | { type: 'move'; id: number; start: number; finish: number; kind: MoveKind }
  | { type: 'link'; source: number; target: number; link: LinkType }
  | { type: 'unlink'; id: number }
  | { type: 'cell'; id: number; column: ColumnName; text: string }
  | { type: 'rows'; command: RowsCommand; ids: number[]; target: number | null; text: string };

/** What is done to whole rows. */
export type RowsCommand = 'add' | 'remove' | 'indent' | 'outdent' | 'up' | 'down' | 'copy' | 'place' | 'paste' | 'keys';
