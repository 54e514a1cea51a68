import { language } from './words';
import type { Desk, PhoneAnswer } from './wire';
import type { KeptPhoto, QueuedSheet } from './store';

const API = '/desk/site/api';
/** A line that carries nothing for so long is taken for dead. */
const PATIENCE_MILLIS = 60_000;

/** What became of something sent. Refused is final until a person mends it; all else is tried again. */
export type Outcome<T> =
  | { kind: 'done'; value: T }
  | { kind: 'refused'; reason: string }
  | { kind: 'signed-out' }
  | { kind: 'other-account' }
  | { kind: 'later'; reason: string | null };

/** How far this phone's clock is behind the server's, in milliseconds; negative when ahead. */
let offset = Number(localStorage.getItem('day-sheet.offset') ?? 0);

export function clockOffset(): number {
  return offset;
}

function noteTime(response: Response, asked: number): void {
  const told = Date.parse(response.headers.get('Huanxin-Time') ?? '');
  if (!Number.isNaN(told)) {
    offset = told - (asked + Date.now()) / 2;
    localStorage.setItem('day-sheet.offset', String(Math.round(offset)));
  }
}

async function ask<T>(path: string, init: RequestInit, isAnswer: (answer: T) => boolean): Promise<Outcome<T>> {
  const asked = Date.now();
  let response: Response;
  let answer: (T & { code?: string; detail?: string }) | null = null;
  try {
    response = await fetch(API + path, {
      ...init,
      headers: { 'Accept-Language': language(), ...init.headers },
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MILLIS),
    });
    if (response.status !== 204) {
      // What is no JSON does not come from our server: a hotel's sign-in page answers everything with 200.
      answer = await response.json();
    }
  } catch {
    return { kind: 'later', reason: null };
  }
  noteTime(response, asked);
  if (response.ok) {
    return answer === null || isAnswer(answer)
      ? { kind: 'done', value: answer as T }
      : { kind: 'later', reason: null };
  }
  if (response.status === 401) {
    return { kind: answer?.code === 'api.other-account' ? 'other-account' : 'signed-out' };
  }
  const refused = response.status < 500 && ![408, 425, 429].includes(response.status) && answer?.detail !== undefined;
  return refused
    ? { kind: 'refused', reason: answer!.detail! }
    : { kind: 'later', reason: response.status === 507 ? (answer?.detail ?? null) : null };
}

/** @param known stamps of the plans that are on this phone, by project; empty for one that is wanted */
export function askDesk(known: Map<string, string>): Promise<Outcome<Desk>> {
  const plans = [...known].map(([code, stamp]) => `${code}~${stamp}`).join(',');
  return ask<Desk>(`/desk?plans=${encodeURIComponent(plans)}`, {}, (desk) => Array.isArray(desk.projects));
}

function writing(account: number, init: RequestInit): RequestInit {
  return { ...init, method: 'POST', headers: { 'Huanxin-Account': String(account), ...init.headers } };
}

export function sendSheet(account: number, sheet: QueuedSheet): Promise<Outcome<PhoneAnswer>> {
  const body = JSON.stringify({ ...sheet.body, sent: new Date().toISOString() });
  return ask<PhoneAnswer>(
    '/sheets',
    writing(account, { body, headers: { 'Content-Type': 'application/json' } }),
    (answer) => answer.request === sheet.body.request
  );
}

export async function sendPhoto(account: number, photo: KeptPhoto): Promise<Outcome<{ id: number }>> {
  const bytes = await photo.blob.arrayBuffer();
  const query = new URLSearchParams({ request: photo.request!, task: String(photo.task), stage: photo.stage });
  // Not there on a line without encryption; then the bytes may make a second journey.
  if (crypto.subtle !== undefined) {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    query.set('sha256', [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
  }
  return ask<{ id: number }>(
    `/photos?${query}`,
    writing(account, { body: bytes, headers: { 'Content-Type': photo.blob.type } }),
    (answer) => typeof answer.id === 'number'
  );
}

export function putAway(account: number, line: number): Promise<Outcome<null>> {
  return ask<null>(`/kept/${line}`, writing(account, {}), () => true);
}
