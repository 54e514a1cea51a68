import { plus } from './days';
import { none } from './facts';
import { Memory } from './memory';
import { Queue, type Connection } from './queue';
import { Returned } from './returned';
import { askDesk } from './server';
import { Writing } from './writing';
import type { Desk, LastSheet } from './wire';

const KEPT_DAYS = 14;

export interface PhoneHost {
  changed(): void;
  otherAccount(id: number): void;
  speak(language: string): Promise<void>;
}

/** One account on this phone: what it has there, and how it stands with the server. */
export class Phone {
  connection: 'unknown' | 'online' | 'sending' | 'offline' | 'signed-out' = 'unknown';
  /** Why the server lets this account write nothing, or null. */
  refused: string | null = null;
  synced = 0;
  readonly writing: Writing;
  readonly returned: Returned;
  private readonly queue: Queue;
  private unsynced = false;

  private constructor(
    readonly account: number,
    readonly memory: Memory,
    private readonly host: PhoneHost
  ) {
    this.queue = new Queue(account, memory, (connection) => this.told(connection));
    this.writing = new Writing(memory, () => void this.send());
    this.returned = new Returned(account, memory, () => this.sync(null));
  }

  static async open(account: number, host: PhoneHost): Promise<Phone> {
    return new Phone(account, await Memory.open(account, () => host.changed()), host);
  }

  close(): void {
    this.queue.stop();
  }

  /** What a person asks for: said to be under way at once, so that nobody fills a slow line by pressing again. */
  async sendNow(wanted: string | null): Promise<void> {
    this.connection = 'sending';
    this.host.changed();
    await this.sync(wanted);
  }

  /** Brings tasks and states up to date, then sends what waits. @param wanted a project to be kept too */
  async sync(wanted: string | null): Promise<void> {
    const known = new Map<string, string>();
    this.memory.desk?.projects.forEach((project) => {
      if (project.plan !== null) {
        known.set(project.code, project.plan.tasks === null ? '' : project.plan.stamp);
      }
    });
    if (wanted !== null && !known.has(wanted)) {
      known.set(wanted, '');
    }
    const unseen = this.memory.unseen();
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
        await this.memory.store.keepSheet({ ...sheet, seen: true });
      }
      await this.forgetOld();
      void this.queue.send();
    } else {
      this.connection = outcome.kind === 'signed-out' ? 'signed-out' : outcome.kind === 'refused' ? 'online' : 'offline';
      this.refused = outcome.kind === 'refused' ? outcome.reason : null;
      if (this.connection === 'offline' && this.memory.unsent().length + this.memory.unsentPhotos().length > 0) {
        void this.queue.send();
      }
    }
    this.host.changed();
  }

  private async take(desk: Desk): Promise<void> {
    const before = new Map(this.memory.desk?.projects.map((project) => [project.code, project.plan]));
    desk.projects.forEach((project) => {
      if (project.plan !== null && project.plan.tasks === null) {
        project.plan = before.get(project.code) ?? null;
      }
    });
    const spoken = this.memory.desk?.language;
    this.memory.desk = desk;
    await this.memory.write(() => this.memory.store.keepDesk(desk));
    if (spoken !== desk.language) {
      await this.host.speak(desk.language);
    }
  }

  /** What the server has stays in the list for two weeks. */
  private async forgetOld(): Promise<void> {
    const first = plus(this.memory.today(), -KEPT_DAYS);
    const busy = new Set(this.memory.unsentPhotos().map((photo) => photo.request));
    for (const sheet of this.memory.sheets) {
      if (sheet.state === 'stored' && sheet.body.day < first && !busy.has(sheet.body.request)) {
        await this.memory.store.removeSheet(sheet, []);
      }
    }
    await this.memory.load();
  }

  async send(): Promise<void> {
    this.host.changed();
    await this.queue.send();
  }

  /** The queue has made a step. */
  private async told(connection: Connection): Promise<void> {
    await this.memory.load();
    if (connection === 'sending') {
      this.unsynced = true;
      this.connection = this.connection === 'offline' ? 'offline' : 'sending';
    } else if (connection === 'full') {
      this.connection = 'online';
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

/** What the form begins with: what was said of this day already, else nothing. */
export function begun(last: LastSheet | null, day: string): LastSheet {
  return last !== null && last.day === day ? last : none(day);
}
