import { between, dayOf, plus } from './days';
import { none } from './facts';
import { prepared, UnusablePhoto } from './photos';
import { Queue, type Connection } from './queue';
import { askDesk, clockOffset, putAway } from './server';
import { draftKey, Store, type Draft, type DraftLine, type KeptPhoto, type QueuedSheet } from './store';
import { say } from './words';
import type { Crew, Desk, Kept, LastSheet, Project, SheetBody, Task } from './wire';

const KEPT_DAYS = 14;
/** A clock that is off by less is nobody's worry. */
const WRONG_CLOCK_MILLIS = 600_000;

/** Works without a secure line too, unlike the browser's own. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What one account has on this phone and does with it. Everything is on disk before it is shown. */
export class Phone {
  desk: Desk | undefined;
  sheets: QueuedSheet[] = [];
  photos: KeptPhoto[] = [];
  drafts = new Map<string, Draft>();
  connection: 'unknown' | 'online' | 'sending' | 'offline' | 'signed-out' = 'unknown';
  /** Why the server lets this account write nothing, or null. */
  refused: string | null = null;
  synced = 0;
  storageFull = false;
  storageRefused = false;
  private readonly queue: Queue;
  private unsynced = false;

  private constructor(
    readonly account: number,
    private readonly store: Store,
    private readonly host: PhoneHost
  ) {
    this.queue = new Queue(account, store, (connection) => this.told(connection));
  }

  static async open(account: number, host: PhoneHost): Promise<Phone> {
    const phone = new Phone(account, await Store.open(account), host);
    phone.desk = await phone.store.desk();
    (await phone.store.drafts()).forEach((draft) => phone.drafts.set(draft.key, draft));
    await phone.load();
    phone.storageRefused = (await navigator.storage?.persisted?.()) === false;
    return phone;
  }

  close(): void {
    this.queue.stop();
  }

  private async load(): Promise<void> {
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

  /** Called at every tap, so that nothing is lost when the browser is closed. */
  keep(draft: Draft): void {
    this.drafts.set(draft.key, draft);
    void this.safely(() => this.store.keepDraft(draft));
  }

  private async safely(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (failed) {
      if ((failed as DOMException | null)?.name !== 'QuotaExceededError') {
        throw failed;
      }
      this.storageFull = true;
      this.host.changed();
      return false;
    }
  }

  /** Asks the browser not to throw away what is kept; it may refuse. */
  private async persist(): Promise<void> {
    if (navigator.storage?.persist !== undefined) {
      this.storageRefused = !(await navigator.storage.persist());
    }
  }

  /** Keeps photos for a task. Returns what is to be said of those that cannot be used. */
  async addPhotos(draft: Draft, line: DraftLine, files: File[], original: boolean): Promise<string[]> {
    await this.persist();
    const troubles: string[] = [];
    for (const file of files) {
      try {
        const blob = await prepared(file, original);
        if (this.desk !== undefined && blob.size > this.desk.photoMegabytes << 20) {
          troubles.push(say('photo.refused', file.name, say('photo.large', this.desk.photoMegabytes)));
          continue;
        }
        const photo: KeptPhoto = {
          id: newId(), draft: draft.key, request: null, task: line.task.id, stage: line.stage, blob,
          state: 'waiting', reason: null,
        };
        if (await this.safely(() => this.store.keepPhoto(photo))) {
          this.photos.push(photo);
        } else {
          troubles.push(say('photo.refused', file.name, say('sheet.storage.full')));
        }
      } catch (failed) {
        if (!(failed instanceof UnusablePhoto)) {
          throw failed;
        }
        troubles.push(say('photo.refused', file.name, say(failed.message)));
      }
    }
    return troubles;
  }

  async removePhoto(photo: KeptPhoto): Promise<void> {
    await this.store.removePhotos([photo.id]);
    this.photos = this.photos.filter((each) => each.id !== photo.id);
  }

  /** Hands a draft over for sending; false when the phone could not keep it. */
  async handOver(draft: Draft, facts: LastSheet, tasks: Task[]): Promise<boolean> {
    const known = new Map(tasks.map((task) => [task.id, task]));
    const lines = Object.values(draft.lines).filter((line) => line.quantity > 0);
    const body: SheetBody = {
      ...this.body(draft.project, draft.day),
      workers: facts.workers,
      crews: facts.crews.map((crew) => crew.id),
      weather: facts.weather,
      blockers: facts.blockers,
      remark: facts.remark,
      lines: lines.map((line) => {
        const task = known.get(line.task.id) ?? line.task;
        const left = this.left(task);
        const over = line.quantity > left && line.over.trim() !== '' ? line.over.trim() : null;
        return { task: task.id, name: task.name, quantity: line.quantity, over, left, start: task.start, settles: line.settles };
      }),
    };
    const sent = new Set(lines.map((line) => line.task.id));
    const photos = this.photos.filter((photo) => photo.draft === draft.key);
    await this.persist();
    const kept = await this.safely(() =>
      this.store.queue(draft.key, newSheet(body), photos
        .filter((photo) => sent.has(photo.task))
        .map((photo) => ({ ...photo, stage: draft.lines[photo.task].stage })))
    );
    if (kept) {
      this.drafts.delete(draft.key);
      await this.load();
      void this.send();
    }
    return kept;
  }

  private body(project: string, day: string): SheetBody {
    return {
      request: newId(), project, day, back: between(day, this.today()), written: new Date().toISOString(),
      workers: null, crews: [], weather: null, blockers: [], remark: null, pause: null, lines: [],
    };
  }

  /** Says why nobody works. */
  async pause(project: string, reason: string): Promise<void> {
    const body = { ...this.body(project, this.today()), pause: reason };
    if (await this.safely(() => this.store.queue(null, newSheet(body), []))) {
      await this.load();
      void this.send();
    }
  }

  /** Takes a refused sheet back into the draft of its day. */
  async mend(sheet: QueuedSheet): Promise<void> {
    const { body } = sheet;
    const draft = this.draft(body.project, body.day);
    for (const line of body.lines) {
      draft.lines[line.task] = {
        task: this.task(body.project, line.task) ?? gone(line.task, line.name),
        quantity: line.quantity, over: line.over ?? '', stage: 'during', settles: line.settles,
      };
    }
    const crews = body.crews.map((id) => ({ id, name: id }));
    draft.facts = { day: body.day, workers: body.workers, crews, weather: body.weather, blockers: body.blockers, remark: body.remark };
    await this.store.takeBack(sheet, draft, this.photos.filter((photo) => photo.request === body.request));
    this.drafts.set(draft.key, draft);
    await this.load();
  }

  task(project: string, id: number): Task | undefined {
    return this.project(project)?.plan?.tasks?.find((task) => task.id === id);
  }

  async discard(sheet: QueuedSheet): Promise<void> {
    await this.store.removeSheet(sheet, this.photos.filter((photo) => photo.request === sheet.body.request));
    await this.load();
  }

  /** Whether a kept line's task is there to be reported on. */
  mayTakeUp(kept: Kept): boolean {
    return this.task(kept.project, kept.task) !== undefined;
  }

  /** Puts a kept line and its photos into the draft of its day, where a reason can be given. */
  async takeUp(kept: Kept): Promise<void> {
    const draft = this.draft(kept.project, kept.day);
    draft.lines[kept.task] = {
      task: this.task(kept.project, kept.task)!, quantity: kept.quantity, over: kept.over ?? '', stage: 'during',
      settles: kept.id,
    };
    await this.store.takeUp(draft, this.heldPhotos(kept));
    this.drafts.set(draft.key, draft);
    await this.load();
  }

  private heldPhotos(kept: Kept): KeptPhoto[] {
    const request = this.sheets.find((sheet) => sheet.answer?.lines.some((line) => line.id === kept.id))?.body.request;
    return this.photos.filter((photo) => photo.request === request && photo.task === kept.task);
  }

  async putAway(kept: Kept): Promise<void> {
    if ((await putAway(this.account, kept.id)).kind === 'done') {
      await this.store.removePhotos(this.heldPhotos(kept).map((photo) => photo.id));
      await this.load();
    }
    await this.sync(null);
  }

  /** Brings tasks and states up to date, then sends what waits. @param wanted a project to be kept too */
  async sync(wanted: string | null): Promise<void> {
    const known = new Map<string, string>();
    this.desk?.projects.forEach((project) => {
      if (project.plan !== null) {
        known.set(project.code, project.plan.tasks === null ? '' : project.plan.stamp);
      }
    });
    if (wanted !== null && !known.has(wanted)) {
      known.set(wanted, '');
    }
    const unseen = this.unseen();
    const outcome = await askDesk(new Map([...known].slice(-12)));
    if (outcome.kind === 'done') {
      if (outcome.value.account.id !== this.account) {
        this.host.otherAccount(outcome.value.account.id);
        return;
      }
      this.unsynced = false;
      this.refused = null;
      this.connection = 'online';
      this.synced = Date.now();
      await this.take(outcome.value);
      for (const sheet of unseen) {
        await this.store.keepSheet({ ...sheet, seen: true });
      }
      await this.forgetOld();
      void this.queue.send();
    } else {
      this.connection = outcome.kind === 'signed-out' ? 'signed-out' : outcome.kind === 'refused' ? 'online' : 'offline';
      this.refused = outcome.kind === 'refused' ? outcome.reason : null;
      if (this.connection === 'offline' && this.unsent().length + this.unsentPhotos().length > 0) {
        void this.queue.send();
      }
    }
    this.host.changed();
  }

  private async take(desk: Desk): Promise<void> {
    const before = new Map(this.desk?.projects.map((project) => [project.code, project.plan]));
    desk.projects.forEach((project) => {
      if (project.plan !== null && project.plan.tasks === null) {
        project.plan = before.get(project.code) ?? null;
      }
    });
    const spoken = this.desk?.language;
    this.desk = desk;
    await this.safely(() => this.store.keepDesk(desk));
    if (spoken !== desk.language) {
      await this.host.speak(desk.language);
    }
  }

  /** What the server has stays in the list for two weeks. */
  private async forgetOld(): Promise<void> {
    const first = plus(this.today(), -KEPT_DAYS);
    const busy = new Set(this.unsentPhotos().map((photo) => photo.request));
    for (const sheet of this.sheets) {
      if (sheet.state === 'stored' && sheet.body.day < first && !busy.has(sheet.body.request)) {
        await this.store.removeSheet(sheet, []);
      }
    }
    await this.load();
  }

  async send(): Promise<void> {
    this.host.changed();
    await this.queue.send();
  }

  /** The queue has made a step. */
  private async told(connection: Connection): Promise<void> {
    await this.load();
    if (connection === 'sending') {
      this.unsynced = true;
      this.connection = this.connection === 'offline' ? 'offline' : 'sending';
    } else if (connection === 'idle') {
      this.connection = this.connection === 'sending' || this.unsynced ? 'online' : this.connection;
      if (this.unsynced) {
        void this.sync(null);
      }
    } else if (connection === 'other-account') {
      void this.sync(null);
    } else {
      this.connection = connection;
    }
    this.host.changed();
  }
}

export interface PhoneHost {
  changed(): void;
  otherAccount(id: number): void;
  speak(language: string): Promise<void>;
}

function newSheet(body: SheetBody): QueuedSheet {
  return { body, state: 'waiting', reason: null, answer: null, seen: false };
}

/** A task that the plan on this phone no longer has. */
function gone(id: number, name: string): Task {
  return { id, name, place: null, unit: '', percent: false, left: 0, rate: 0, start: '', finish: '', crew: null, waitsFor: null };
}

/** What the form begins with: what was said of this day already, else nothing. */
export function begun(last: LastSheet | null, day: string): LastSheet {
  return last !== null && last.day === day ? last : none(day);
}
