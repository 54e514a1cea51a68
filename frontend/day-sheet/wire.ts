// What the server says and is told; see city.renewal.site.http.

export interface Crew {
  id: string;
  name: string;
}

export interface LastSheet {
  day: string;
  workers: number | null;
  crews: Crew[];
  weather: string | null;
  blockers: string[];
  remark: string | null;
}

export interface Task {
  id: number;
  name: string;
  place: string | null;
  unit: string;
  percent: boolean;
  left: number;
  rate: number;
  start: string;
  finish: string;
  crew: Crew | null;
  waitsFor: string | null;
}

export interface Plan {
  stamp: string;
  tasks: Task[] | null;
}

export interface Project {
  code: string;
  name: string;
  last: LastSheet | null;
  plan: Plan | null;
}

export interface Sent {
  id: number;
  project: string;
  projectName: string;
  day: string;
  task: number;
  name: string;
  unit: string;
  quantity: number;
  confirmed: number | null;
  state: string;
  decision: string | null;
}

export interface Kept {
  id: number;
  project: string;
  day: string;
  task: number;
  name: string;
  quantity: number;
  outcome: string;
  left: number | null;
  over: string | null;
}

export interface Desk {
  account: { id: number; name: string };
  language: string;
  day: string;
  zone: string;
  photoMegabytes: number;
  demonstration: boolean;
  projects: Project[];
  sent: Sent[];
  kept: Kept[];
}

export interface SheetLine {
  task: number;
  name: string;
  quantity: number;
  over: string | null;
  left: number | null;
  start: string | null;
  settles: number | null;
}

/** All of a sheet but the moment of sending. */
export interface SheetBody {
  request: string;
  project: string;
  day: string;
  back: number;
  written: string;
  workers: number | null;
  crews: string[];
  weather: string | null;
  blockers: string[];
  remark: string | null;
  pause: string | null;
  lines: SheetLine[];
}

export interface AnsweredLine {
  id: number;
  task: number;
  name: string;
  quantity: number;
  outcome: string;
  report: number | null;
  leftSeen: number | null;
  left: number | null;
  startSeen: string | null;
  start: string | null;
}

export interface PhoneAnswer {
  request: string;
  given: string;
  day: string;
  lines: AnsweredLine[];
}
