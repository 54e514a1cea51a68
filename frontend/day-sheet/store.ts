import type { Desk, LastSheet, PhoneAnswer, SheetBody, Task } from './wire';

// What one account keeps on this phone. Every account has a database of its own, so that nobody sees or sends what
// another person wrote.

export interface DraftLine {
  /** As it was when the line was begun; the plan may lose it. */
  task: Task;
  quantity: number;
  over: string;
  stage: string;
  settles: number | null;
}

/** A sheet that is being written. Facts are null until one is touched. */
export interface Draft {
  key: string;
  project: string;
  day: string;
  lines: Record<number, DraftLine>;
  facts: LastSheet | null;
}

/** A sheet that was handed over for sending; the key gives the order. */
export interface QueuedSheet {
  seq?: number;
  body: SheetBody;
  state: 'waiting' | 'refused' | 'stored';
  reason: string | null;
  answer: PhoneAnswer | null;
  /** Whether what the phone knows of its plan and reports is from after it was stored. */
  seen: boolean;
}

/** A photo belongs to a draft until its sheet is handed over. */
export interface KeptPhoto {
  id: string;
  draft: string | null;
  request: string | null;
  task: number;
  stage: string;
  blob: Blob;
  state: 'waiting' | 'refused' | 'held';
  reason: string | null;
}

type StoreName = 'desk' | 'drafts' | 'sheets' | 'photos';

export function draftKey(project: string, day: string): string {
  return `${project} ${day}`;
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export class Store {
  private constructor(private readonly database: IDBDatabase) {}

  static async open(account: number): Promise<Store> {
    const request = indexedDB.open(`day-sheet-${account}`, 1);
    request.onupgradeneeded = () => {
      const database = request.result;
      database.createObjectStore('desk');
      database.createObjectStore('drafts', { keyPath: 'key' });
      database.createObjectStore('sheets', { keyPath: 'seq', autoIncrement: true });
      database.createObjectStore('photos', { keyPath: 'id' });
    };
    return new Store(await answered(request));
  }

  /** Ends when what was written is on disk: a flat battery takes nothing back. */
  private write(stores: StoreName[], work: (transaction: IDBTransaction) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const transaction = this.database.transaction(stores, 'readwrite', { durability: 'strict' });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      work(transaction);
    });
  }

  private all<T>(store: StoreName): Promise<T[]> {
    return answered(this.database.transaction(store).objectStore(store).getAll() as IDBRequest<T[]>);
  }

  desk(): Promise<Desk | undefined> {
    return answered(this.database.transaction('desk').objectStore('desk').get('desk') as IDBRequest<Desk>);
  }

  keepDesk(desk: Desk): Promise<void> {
    return this.write(['desk'], (transaction) => transaction.objectStore('desk').put(desk, 'desk'));
  }

  drafts(): Promise<Draft[]> {
    return this.all('drafts');
  }

  keepDraft(draft: Draft): Promise<void> {
    return this.write(['drafts'], (transaction) => transaction.objectStore('drafts').put(draft));
  }

  sheets(): Promise<QueuedSheet[]> {
    return this.all('sheets');
  }

  keepSheet(sheet: QueuedSheet): Promise<void> {
    return this.write(['sheets'], (transaction) => transaction.objectStore('sheets').put(sheet));
  }

  photos(): Promise<KeptPhoto[]> {
    return this.all('photos');
  }

  keepPhoto(photo: KeptPhoto): Promise<void> {
    return this.write(['photos'], (transaction) => transaction.objectStore('photos').put(photo));
  }

  removePhotos(ids: string[]): Promise<void> {
    return this.write(['photos'], (transaction) => ids.forEach((id) => transaction.objectStore('photos').delete(id)));
  }

  /** Hands a sheet over for sending, its photos with it: all or nothing. */
  queue(draft: string | null, sheet: QueuedSheet, photos: KeptPhoto[]): Promise<void> {
    return this.write(['drafts', 'sheets', 'photos'], (transaction) => {
      transaction.objectStore('sheets').add(sheet);
      photos.forEach((photo) =>
        transaction.objectStore('photos').put({ ...photo, draft: null, request: sheet.body.request })
      );
      if (draft !== null) {
        transaction.objectStore('drafts').delete(draft);
      }
    });
  }

  /** Keeps the server's answer; photos of what it did not take are held. */
  acknowledge(sheet: QueuedSheet, held: KeptPhoto[]): Promise<void> {
    return this.write(['sheets', 'photos'], (transaction) => {
      transaction.objectStore('sheets').put(sheet);
      held.forEach((photo) => transaction.objectStore('photos').put({ ...photo, state: 'held' }));
    });
  }

  /** Takes a sheet out of the queue and back into a draft. */
  takeBack(sheet: QueuedSheet, draft: Draft, photos: KeptPhoto[]): Promise<void> {
    return this.write(['drafts', 'sheets', 'photos'], (transaction) => {
      transaction.objectStore('sheets').delete(sheet.seq!);
      transaction.objectStore('drafts').put(draft);
      photos.forEach((photo) => transaction.objectStore('photos').put(intoDraft(photo, draft.key)));
    });
  }

  /** Takes up photos again whose line was kept without a report. */
  takeUp(draft: Draft, photos: KeptPhoto[]): Promise<void> {
    return this.write(['drafts', 'photos'], (transaction) => {
      transaction.objectStore('drafts').put(draft);
      photos.forEach((photo) => transaction.objectStore('photos').put(intoDraft(photo, draft.key)));
    });
  }

  removeSheet(sheet: QueuedSheet, photos: KeptPhoto[]): Promise<void> {
    return this.write(['sheets', 'photos'], (transaction) => {
      transaction.objectStore('sheets').delete(sheet.seq!);
      photos.forEach((photo) => transaction.objectStore('photos').delete(photo.id));
    });
  }
}

function intoDraft(photo: KeptPhoto, draft: string): KeptPhoto {
  return { ...photo, draft, request: null, state: 'waiting', reason: null };
}
