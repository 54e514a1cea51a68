import { between } from './days';
import { prepared, UnusablePhoto } from './photos';
import type { Memory } from './memory';
import { say } from './words';
import type { Draft, DraftLine, KeptPhoto, QueuedSheet } from './store';
import type { LastSheet, SheetBody, Task } from './wire';

/** Works without a secure line too, unlike the browser's own. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function newSheet(body: SheetBody): QueuedSheet {
  return { body, state: 'waiting', reason: null, answer: null, seen: false };
}

/** What a person writes, until it is handed over for sending. */
export class Writing {
  /** @param send called when something was handed over */
  constructor(
    private readonly memory: Memory,
    private readonly send: () => void
  ) {}

  /** Called at every tap, so that nothing is lost when the browser is closed. */
  keep(draft: Draft): void {
    this.memory.drafts.set(draft.key, draft);
    void this.memory.write(() => this.memory.store.keepDraft(draft));
  }

  /** Keeps photos for a task. Returns what is to be said of those that cannot be used. */
  async addPhotos(draft: Draft, line: DraftLine, files: File[], original: boolean): Promise<string[]> {
    await this.memory.persist();
    const troubles: string[] = [];
    for (const file of files) {
      try {
        const blob = await prepared(file, original);
        if (this.memory.desk !== undefined && blob.size > this.memory.desk.photoMegabytes << 20) {
          troubles.push(say('photo.refused', file.name, say('photo.large', this.memory.desk.photoMegabytes)));
          continue;
        }
        const photo: KeptPhoto = {
          id: newId(), draft: draft.key, request: null, task: line.task.id, stage: line.stage, blob,
          state: 'waiting', reason: null,
        };
        if (await this.memory.write(() => this.memory.store.keepPhoto(photo))) {
          this.memory.photos.push(photo);
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
    await this.memory.store.removePhotos([photo.id]);
    this.memory.photos = this.memory.photos.filter((each) => each.id !== photo.id);
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
        const left = this.memory.left(task);
        const over = line.quantity > left && line.over.trim() !== '' ? line.over.trim() : null;
        return { task: task.id, name: task.name, quantity: line.quantity, over, left, start: task.start, settles: line.settles };
      }),
    };
    const sent = new Set(lines.map((line) => line.task.id));
    const photos = this.memory.photos.filter((photo) => photo.draft === draft.key);
    await this.memory.persist();
    const kept = await this.memory.write(() =>
      this.memory.store.queue(draft.key, newSheet(body), photos
        .filter((photo) => sent.has(photo.task))
        .map((photo) => ({ ...photo, stage: draft.lines[photo.task].stage })))
    );
    if (kept) {
      this.memory.drafts.delete(draft.key);
      await this.memory.load();
      this.send();
    }
    return kept;
  }

  private body(project: string, day: string): SheetBody {
    return {
      request: newId(), project, day, back: between(day, this.memory.today()), written: new Date().toISOString(),
      workers: null, crews: [], weather: null, blockers: [], remark: null, pause: null, lines: [],
    };
  }

  /** Says why nobody works. */
  async pause(project: string, reason: string): Promise<void> {
    const body = { ...this.body(project, this.memory.today()), pause: reason };
    if (await this.memory.write(() => this.memory.store.queue(null, newSheet(body), []))) {
      await this.memory.load();
      this.send();
    }
  }
}
