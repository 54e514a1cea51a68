import './app.css';
import { make } from './dom';
import { Page } from './page';
import { Phone, type PhoneHost } from './phone';
import { askDesk } from './server';
import { say, speak } from './words';

// Starts the day sheet: with what the phone has, before anything is asked of the server.

const ACCOUNT = 'day-sheet.account';
const LANGUAGE = 'day-sheet.language';

let phone: Phone | undefined;
let page: Page | undefined;

const host: PhoneHost = {
  changed: () => page?.update(),
  otherAccount: (id) => void enter(id).then(() => phone?.sync(null)),
  speak: async (language) => {
    localStorage.setItem(LANGUAGE, language);
    await loadWords(language);
    show();
  },
};

async function loadWords(language: string): Promise<void> {
  const words = await fetch(`${document.body.dataset.files}/${language}.json`);
  speak(language, await words.json());
  document.title = say('sheet.title');
}

/** From here on the phone belongs to this account; what another one left stays where it is. */
async function enter(account: number): Promise<void> {
  phone?.close();
  localStorage.setItem(ACCOUNT, String(account));
  phone = await Phone.open(account, host);
  show();
}

function show(): void {
  if (phone !== undefined) {
    page = new Page(phone);
    document.body.replaceChildren(page.element);
  }
}

/** Nobody has used the day sheet on this phone yet. */
async function first(): Promise<void> {
  const outcome = await askDesk(new Map());
  if (outcome.kind === 'done') {
    await enter(outcome.value.account.id);
    await phone?.sync(null);
    return;
  }
  document.body.replaceChildren(
    make('main', { class: 'day-sheet' },
      make('header', {}, make('h1', {}, say('sheet.title'))),
      make('p', { class: 'note blue' }, outcome.kind === 'refused' ? outcome.reason : say('sheet.first')),
      outcome.kind === 'signed-out' && make('a', { class: 'primary', href: '/desk/site/sign-in' }, say('login.submit')),
      outcome.kind === 'later' && make('button', { type: 'button', class: 'primary', onclick: () => location.reload() }, say('sheet.again-later')))
  );
}

async function start(): Promise<void> {
  const account = localStorage.getItem(ACCOUNT);
  await loadWords(localStorage.getItem(LANGUAGE) ?? document.documentElement.lang);
  if (account === null) {
    await first();
  } else {
    await enter(Number(account));
    void phone?.sync(null);
  }
  const attempt = (): void => {
    if (document.visibilityState === 'visible') {
      void phone?.sync(null);
    }
  };
  window.addEventListener('online', attempt);
  document.addEventListener('visibilitychange', attempt);
  await navigator.serviceWorker?.register('/desk/site/worker.js', { scope: '/desk/site', updateViaCache: 'none' });
}

void start();
