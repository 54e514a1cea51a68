import { dayOf } from './days';
import { clockOffset } from './server';
import { draftKey, Store, type Draft, type KeptPhoto, type QueuedSheet } from './store';
import type { Crew, Desk, LastSheet, Project, Task } from './wire';

/** A clock that is off by less is nobody's worry. */
const WRONG_CLOCK_MILLIS = 600_000;

/** What one account has on this phone, and what follows from it. Everything is on disk before it is shown. */
export class Memory {
  desk: Desk | undefined;
  sheets: QueuedSheet[] = [];
  photos: KeptPhoto[] = [];
  drafts = new Map<string, Draft>();
  /** Whether the last thing written found no room. */
  full = false;
  /** Whether the browser does not promise to keep what is here. */
  fleeting = false;

  /** @param changed called when the room on the phone ran out or is there again */
  private constructor(
    readonly store: Store,
    private readonly changed: () => void
  ) {}

  static async open(account: number, changed: () => void): Promise<Memory> {
    const memory = new Memory(await Store.open(account), changed);
    memory.desk = await memory.store.desk();
    (await memory.store.drafts()).forEach((draft) => memory.drafts.set(draft.key, draft));
    await memory.load();
    memory.fleeting = (await navigator.storage?.persisted?.()) === false;
    return memory;
  }

  async load(): Promise<void> {
    [this.sheets, this.photos] = await Promise.all([this.store.sheets(), this.store.photos()]);
  }

  /** By the server's clock and zone, as far as the phone knows them. */
  today(): string {
    return this.desk === undefined ? dayOf(Date.now(), 'UTC') : dayOf(Date.now() + clockOffset(), this.desk.zone);
  }

  /** Hours by which the phone's clock is ahead of the server's; 0 when it is about right. */
  hoursAhead(): number {
    const ahead = -clockOffset();
    return Math.abs(ahead) < WRONG_CLOCK_MILLIS ? 0 : Math.round(ahead / 360_000) / 10;
  }

  project(code: string | null): Project | undefined {
    return this.desk?.projects.find((project) => project.code === code);
  }

  /** The author's newest sheet of a project, also one that only this phone has. */
  last(project: Project): LastSheet | null {
    let last = project.last;
    for (const { body, state, seen } of this.sheets) {
      if (body.project === project.code && !(state === 'stored' && seen) && body.pause === null && body.day >= (last?.day ?? '')) {
        const names = new Map((project.last?.crews ?? []).map((crew) => [crew.id, crew]));
        const known = new Map(this.crewsOf(project).map((crew) => [crew.id, crew]));
        last = {
          ...body,
          crews: body.crews.map((id) => known.get(id) ?? names.get(id) ?? { id, name: id }),
        };
      }
    }
    return last;
  }

  crewsOf(project: Project): Crew[] {
    return (project.plan?.tasks ?? []).flatMap((task) => (task.crew === null ? [] : [task.crew]));
  }

  /** What is left of a task, less what the plan on this phone does not know of yet. */
  left(task: Task): number {
    const queued = [...this.unsent(), ...this.unseen()]
      .flatMap((sheet) => sheet.body.lines)
      .filter((line) => line.task === task.id)
      .reduce((sum, line) => sum + line.quantity, 0);
    return Math.max(0, Math.round((task.left - queued) * 1_000) / 1_000);
  }

  unsent(): QueuedSheet[] {
    return this.sheets.filter((sheet) => sheet.state !== 'stored');
  }

  /** Sheets that the server has, while what became of them was not asked yet. */
  unseen(): QueuedSheet[] {
    return this.sheets.filter((sheet) => sheet.state === 'stored' && !sheet.seen);
  }

  /** Photos of sheets that were handed over. */
  unsentPhotos(): KeptPhoto[] {
    return this.photos.filter((photo) => photo.request !== null);
  }

  /** Photos that go out by themselves; those of a refused sheet do not. */
  waitingPhotos(): KeptPhoto[] {
    const refused = new Set(this.sheets.filter((sheet) => sheet.state === 'refused').map((sheet) => sheet.body.request));
    return this.unsentPhotos().filter((photo) => photo.state === 'waiting' && !refused.has(photo.request!));
  }

  photosOf(draft: Draft, task: number): KeptPhoto[] {
    return this.photos.filter((photo) => photo.draft === draft.key && photo.task === task);
  }

  draft(project: string, day: string): Draft {
    const key = draftKey(project, day);
    return this.drafts.get(key) ?? { key, project, day, lines: {}, facts: null };
  }

  /** Days of a project with something that was begun and not handed over. */
  draftDays(project: string): string[] {
    return [...this.drafts.values()].filter((draft) => draft.project === project).map((draft) => draft.day);
  }

  task(project: string, id: number): Task | undefined {
    return this.project(project)?.plan?.tasks?.find((task) => task.id === id);
  }

  /** Writes; false when there is no room, which the page then says. What was there before stays. */
  async write(work: () => Promise<void>): Promise<boolean> {
    const before = this.full;
    try {
      await work();
      this.full = false;
    } catch (failed) {
      if ((failed as DOMException | null)?.name !== 'QuotaExceededError') {
        throw failed;
      }
      this.full = true;
    }
    if (this.full !== before) {
      this.changed();
    }
    return !this.full;
  }

  /** Asks the browser not to throw away what is kept; it may refuse. */
  async persist(): Promise<void> {
    if (navigator.storage?.persist !== undefined) {
      this.fleeting = !(await navigator.storage.persist());
    }
  }
}
