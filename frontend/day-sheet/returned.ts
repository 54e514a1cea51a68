import type { Memory } from './memory';
import { putAway } from './server';
import type { KeptPhoto, QueuedSheet } from './store';
import type { Kept, Task } from './wire';

/** A task that the plan on this phone no longer has. */
function gone(id: number, name: string): Task {
  return { id, name, place: null, unit: '', percent: false, left: 0, rate: 0, start: '', finish: '', crew: null, waitsFor: null };
}

/** What a person does with sheets that were refused, and with lines that the server kept without counting them. */
export class Returned {
  /** @param sync called when the server was told something */
  constructor(
    private readonly account: number,
    private readonly memory: Memory,
    private readonly sync: () => Promise<void>
  ) {}

  /** Takes a refused sheet back into the draft of its day. */
  async mend(sheet: QueuedSheet): Promise<void> {
    const { body } = sheet;
    const draft = this.memory.draft(body.project, body.day);
    for (const line of body.lines) {
      draft.lines[line.task] = {
        task: this.memory.task(body.project, line.task) ?? gone(line.task, line.name),
        quantity: line.quantity, over: line.over ?? '', stage: 'during', settles: line.settles,
      };
    }
    const crews = body.crews.map((id) => ({ id, name: id }));
    draft.facts = { day: body.day, workers: body.workers, crews, weather: body.weather, blockers: body.blockers, remark: body.remark };
    const photos = this.memory.photos.filter((photo) => photo.request === body.request);
    if (await this.memory.write(() => this.memory.store.takeBack(sheet, draft, photos))) {
      this.memory.drafts.set(draft.key, draft);
      await this.memory.load();
    }
  }

  async discard(sheet: QueuedSheet): Promise<void> {
    await this.memory.store.removeSheet(sheet, this.memory.photos.filter((photo) => photo.request === sheet.body.request));
    await this.memory.load();
  }

  /** Whether a kept line's task is there to be reported on. */
  mayTakeUp(kept: Kept): boolean {
    return this.memory.task(kept.project, kept.task) !== undefined;
  }

  /** Puts a kept line and its photos into the draft of its day, where a reason can be given. */
  async takeUp(kept: Kept): Promise<void> {
    const draft = this.memory.draft(kept.project, kept.day);
    draft.lines[kept.task] = {
      task: this.memory.task(kept.project, kept.task)!, quantity: kept.quantity, over: kept.over ?? '', stage: 'during',
      settles: kept.id,
    };
    if (await this.memory.write(() => this.memory.store.takeUp(draft, this.heldPhotos(kept)))) {
      this.memory.drafts.set(draft.key, draft);
      await this.memory.load();
    }
  }

  private heldPhotos(kept: Kept): KeptPhoto[] {
    const request = this.memory.sheets.find((sheet) => sheet.answer?.lines.some((line) => line.id === kept.id))?.body.request;
    return this.memory.photos.filter((photo) => photo.request === request && photo.task === kept.task);
  }

  async putAway(kept: Kept): Promise<void> {
    if ((await putAway(this.account, kept.id)).kind === 'done') {
      await this.memory.store.removePhotos(this.heldPhotos(kept).map((photo) => photo.id));
      await this.memory.load();
    }
    await this.sync();
  }
}
