import { sendPhoto, sendSheet, type Outcome } from './server';
import type { Memory } from './memory';

const SHORTEST_PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;

/** How the last attempt ended; idle when nothing is left to send, full when the answer found no room on the phone. */
export type Connection = 'idle' | 'sending' | 'offline' | 'full' | 'signed-out' | 'other-account';

/** Sends what waits: sheets first and in order, since they are small and count, then their photos. */
export class Queue {
  private running = false;
  private again = false;
  private pause = SHORTEST_PAUSE;
  private timer = 0;

  /** @param told after each step, with how the line is */
  constructor(
    private readonly account: number,
    private readonly memory: Memory,
    private readonly told: (connection: Connection) => Promise<void>
  ) {}

  /** Tries now. Calls while one attempt runs lead to one more after it. */
  async send(): Promise<void> {
    window.clearTimeout(this.timer);
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = true;
    try {
      do {
        this.again = false;
        await this.alone(() => this.attempt());
      } while (this.again);
    } finally {
      this.running = false;
    }
  }

  stop(): void {
    window.clearTimeout(this.timer);
  }

  /** Two tabs of one person send one after the other. */
  private async alone(work: () => Promise<void>): Promise<void> {
    if (navigator.locks === undefined) {
      await work();
    } else {
      await navigator.locks.request(`day-sheet-queue-${this.account}`, work);
    }
  }

  private async attempt(): Promise<void> {
    const ended = (await this.sheets()) ?? (await this.photos()) ?? 'idle';
    if (ended === 'offline' || ended === 'full') {
      this.timer = window.setTimeout(() => void this.send(), this.pause);
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
    } else {
      this.pause = SHORTEST_PAUSE;
    }
    await this.told(ended);
  }

  private async sheets(): Promise<Connection | null> {
    const { store } = this.memory;
    for (const sheet of await store.sheets()) {
      if (sheet.state !== 'waiting') {
        continue;
      }
      await this.told('sending');
      const outcome = await sendSheet(this.account, sheet);
      if (outcome.kind === 'done') {
        const untaken = new Set(outcome.value.lines.filter((line) => line.report === null).map((line) => line.task));
        const held = (await store.photos()).filter(
          (photo) => photo.request === sheet.body.request && untaken.has(photo.task)
        );
        // Where this finds no room the sheet goes out again, and the server gives the same answer.
        if (!(await this.memory.write(() => store.acknowledge({ ...sheet, state: 'stored', answer: outcome.value }, held)))) {
          return 'full';
        }
      } else if (outcome.kind === 'refused') {
        if (!(await this.memory.write(() => store.keepSheet({ ...sheet, state: 'refused', reason: outcome.reason })))) {
          return 'full';
        }
      } else {
        return connection(outcome);
      }
    }
    return null;
  }

  private async photos(): Promise<Connection | null> {
    const { store } = this.memory;
    const stored = new Set(
      (await store.sheets()).filter((sheet) => sheet.state === 'stored').map((sheet) => sheet.body.request)
    );
    for (const photo of await store.photos()) {
      if (photo.state !== 'waiting' || photo.request === null || !stored.has(photo.request)) {
        continue;
      }
      await this.told('sending');
      const outcome = await sendPhoto(this.account, photo);
      if (outcome.kind === 'done') {
        await store.removePhotos([photo.id]);
      } else if (outcome.kind === 'refused') {
        if (!(await this.memory.write(() => store.keepPhoto({ ...photo, state: 'refused', reason: outcome.reason })))) {
          return 'full';
        }
      } else {
        return connection(outcome);
      }
    }
    return null;
  }
}

function connection(outcome: Outcome<unknown>): Connection {
  return outcome.kind === 'signed-out' || outcome.kind === 'other-account' ? outcome.kind : 'offline';
}
