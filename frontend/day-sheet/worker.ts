// Keeps the day sheet's page on the phone. What it asks of the server and sends is none of its business.

interface Shell {
  version: string;
  page: string;
  files: string[];
}

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent extends WorkerEvent {
  request: Request;
  respondWith(response: Promise<Response>): void;
}

/** Put before this file by the server. */
declare const SHELL: Shell;

const worker = self as unknown as EventTarget & {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
};
const NAME = 'day-sheet-';

worker.addEventListener('install', (event) => {
  (event as WorkerEvent).waitUntil(
    (async () => {
      const cache = await caches.open(NAME + SHELL.version);
      await cache.addAll([SHELL.page, ...SHELL.files].map((file) => new Request(file, { cache: 'reload' })));
      await worker.skipWaiting();
    })()
  );
});

worker.addEventListener('activate', (event) => {
  (event as WorkerEvent).waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith(NAME) && name !== NAME + SHELL.version) {
          await caches.delete(name);
        }
      }
      await worker.clients.claim();
    })()
  );
});

async function kept(file: string, request: Request): Promise<Response> {
  const cache = await caches.open(NAME + SHELL.version);
  return (await cache.match(file)) ?? fetch(request);
}

worker.addEventListener('fetch', (event) => {
  const { request } = event as FetchEvent;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) {
    return;
  }
  if (SHELL.files.includes(pathname)) {
    (event as FetchEvent).respondWith(kept(pathname, request));
  } else if (request.mode === 'navigate' && pathname.replace(/\/$/, '') === SHELL.page) {
    (event as FetchEvent).respondWith(kept(SHELL.page, request));
  }
});

export {};
