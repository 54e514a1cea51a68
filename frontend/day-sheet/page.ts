import { button, chip, make } from './dom';
import { plus } from './days';
import { facts } from './facts';
import * as history from './history';
import { begun, type Phone } from './phone';
import { TaskCard } from './task-card';
import { day as dayText, say, time } from './words';
import type { Draft, DraftLine } from './store';
import type { Crew, LastSheet, Project, Task } from './wire';

const PAUSES = ['material', 'curing', 'inspection', 'stop-work', 'weather', 'design', 'residents', 'funds', 'other-site'];
const ORIGINAL = 'day-sheet.original';

/** The day sheet on the screen: one project, one day. */
export class Page {
  readonly element = make('main', { class: 'day-sheet' });
  private readonly madeUp = make('span', { class: 'made-up', hidden: true });
  private readonly status = make('div', { class: 'status', role: 'status' });
  private readonly choice = make('div', { class: 'choice' });
  private readonly past = make('div', { class: 'past' });
  private readonly work = make('div', { class: 'work' });
  private readonly said = make('p', { class: 'note', role: 'alert' });
  private code: string | null = null;
  private day = '';
  private draft!: Draft;
  private cards: TaskCard[] = [];
  private drawn = '';

  constructor(private readonly phone: Phone) {
    const asked = new URLSearchParams(location.search);
    this.day = asked.get('day') === 'yesterday' ? plus(phone.memory.today(), -1) : phone.memory.today();
    this.code = this.usual(asked.get('project'));
    this.element.append(
      make('header', {}, make('a', { href: '/desk', class: 'back' }, `‹ ${say('my-work.title')}`), make('h1', {}, say('sheet.title')), this.madeUp),
      this.status, this.choice, this.past, this.work
    );
    this.show();
  }

  private usual(asked: string | null): string | null {
    const projects = this.phone.memory.desk?.projects ?? [];
    const chosen = localStorage.getItem(this.chosen());
    return (
      projects.find((each) => each.code === asked)?.code ??
      projects.find((each) => each.code === chosen)?.code ??
      projects.find((each) => each.last !== null)?.code ??
      (projects.length === 1 ? projects[0].code : null)
    );
  }

  /** Where the project is remembered that was looked at last. */
  private chosen(): string {
    return `day-sheet.project.${this.phone.account}`;
  }

  /** Everything anew: another project, another day, other words. */
  show(): void {
    this.drawn = '';
    this.update();
  }

  /** What may have changed without a tap; a field in which somebody types is left alone. */
  update(): void {
    this.code ??= this.usual(null);
    this.madeUp.hidden = this.phone.memory.desk?.demonstration !== true;
    this.madeUp.textContent = say('demonstration.note');
    this.showStatus();
    this.showPast();
    const project = this.phone.memory.project(this.code);
    const shape = [this.code, this.day, project?.plan?.stamp, project?.plan?.tasks?.length, this.phone.memory.unsent().length, this.phone.memory.unseen().length,
      this.phone.memory.today(), this.phone.memory.desk?.projects.length, this.phone.refused].join(' ');
    if (shape !== this.drawn && !(this.drawn !== '' && this.typing())) {
      this.drawn = shape;
      this.showChoice();
      this.showWork(project);
    }
  }

  private typing(): boolean {
    return this.work.contains(document.activeElement) && document.activeElement!.matches('input, textarea, select');
  }

  private go(code: string, day: string): void {
    this.code = code;
    this.day = day;
    localStorage.setItem(this.chosen(), code);
    window.history.replaceState(null, '', `?project=${encodeURIComponent(code)}`);
    this.show();
    if (this.phone.memory.project(code)?.plan === null) {
      void this.phone.sync(code);
    }
  }

  private showStatus(): void {
    const { phone } = this;
    const sheets = phone.memory.unsent().filter((sheet) => sheet.state === 'waiting').length;
    const photos = phone.memory.waitingPhotos().length;
    const waiting = sheets + photos > 0;
    const signedOut = phone.connection === 'signed-out';
    const lines: (HTMLElement | false)[] = [
      phone.refused !== null && make('p', { class: 'note late' }, phone.refused),
      signedOut && make('div', { class: 'note amber' },
        make('p', {}, say('sheet.signed-out', phone.memory.desk?.account.name ?? '')),
        make('a', { class: 'chip chosen', href: '/desk/site/sign-in' }, say('login.submit'))),
      phone.connection === 'offline' && make('p', { class: 'note blue' }, say('sheet.offline')),
      waiting && make('div', { class: 'note blue waiting' },
        make('p', {}, say('sheet.waiting', sheets, photos)),
        phone.connection === 'sending' ? make('span', {}, say('sheet.sending'))
          : !signedOut && button(say('sheet.send-now'), 'chip', () => void phone.sendNow(this.code))),
      phone.memory.hoursAhead() !== 0 && make('p', { class: 'note amber' },
        say(phone.memory.hoursAhead() > 0 ? 'sheet.clock.ahead' : 'sheet.clock.behind', Math.abs(phone.memory.hoursAhead()), dayText(phone.memory.today()))),
      phone.memory.full && make('p', { class: 'note late' }, say('sheet.storage.full')),
      phone.memory.fleeting && waiting && make('p', { class: 'note amber' }, say('sheet.storage.refused')),
      phone.connection === 'online' && !waiting && phone.refused === null && make('p', { class: 'fresh' },
        say('sheet.fresh', time(phone.synced, phone.memory.desk!.zone))),
    ];
    const shown = lines.filter((line): line is HTMLElement => line !== false);
    if (shown.map((line) => line.outerHTML).join() !== [...this.status.children].map((line) => line.outerHTML).join()) {
      this.status.replaceChildren(...shown);
    }
  }

  private showChoice(): void {
    const { phone } = this;
    this.choice.hidden = phone.memory.desk === undefined;
    const projects = phone.memory.desk?.projects ?? [];
    const select = make(
      'select',
      { id: 'project', onchange: () => this.go(select.value, this.day) },
      this.code === null && make('option', { value: '' }, ''),
      ...projects.map((each) => make('option', { value: each.code, selected: each.code === this.code },
        [each.name, ...phone.memory.draftDays(each.code).map((day) => say('sheet.draft', dayText(day)))].join(' · ')))
    );
    const today = phone.memory.today();
    const days = new Set([today, plus(today, -1), ...(this.code === null ? [] : phone.memory.draftDays(this.code)), this.day]);
    this.choice.replaceChildren(
      make('label', { class: 'label', for: 'project' }, say('column.project')),
      select,
      make('div', { class: 'chips' }, ...[...days].sort().reverse().map((each) =>
        chip(this.named(each, today), each === this.day, () => this.go(this.code ?? select.value, each))))
    );
  }

  private named(day: string, today: string): string {
    return day === today ? say('sheet.today', dayText(day))
      : day === plus(today, -1) ? say('sheet.yesterday', dayText(day))
      : say('sheet.draft', dayText(day));
  }

  private showPast(): void {
    const { phone } = this;
    if (this.past.contains(document.activeElement) && document.activeElement instanceof HTMLButtonElement) {
      return;
    }
    const named = (code: string) => phone.memory.project(code)?.name ?? code;
    const host: history.HistoryHost = {
      mend: (sheet) => void phone.returned.mend(sheet).then(() => this.goOn(sheet.body.project, sheet.body.day)),
      discard: (sheet) => void phone.returned.discard(sheet).then(() => this.free()),
      discardPhoto: (photo) => void phone.writing.removePhoto(photo).then(() => this.free()),
      takeUp: (kept) => void phone.returned.takeUp(kept).then(() => this.goOn(kept.project, kept.day)),
      putAway: (kept) => void phone.returned.putAway(kept).then(() => this.free()),
      mayTakeUp: (kept) => phone.returned.mayTakeUp(kept),
      unit: (task) => phone.memory.desk?.projects.flatMap((each) => each.plan?.tasks ?? []).find((each) => each.id === task)?.unit ?? '',
    };
    const unsent = phone.memory.unsent();
    const unsentRequests = new Set(unsent.map((sheet) => sheet.body.request));
    const photos = phone.memory.unsentPhotos();
    const names = new Map(phone.memory.sheets.flatMap((sheet) => sheet.body.lines).map((line) => [line.task, line.name]));
    const queue = [
      ...unsent.map((sheet) => history.waiting(sheet, named(sheet.body.project),
        photos.filter((photo) => photo.request === sheet.body.request), host)),
      ...photos.filter((photo) => photo.state !== 'held' && !unsentRequests.has(photo.request!))
        .map((photo) => history.photo(photo, names.get(photo.task) ?? '', host)),
    ];
    const taken = this.draft === undefined ? new Set<number | null>() :
      new Set([...phone.memory.drafts.values()].flatMap((draft) => Object.values(draft.lines)).map((line) => line.settles));
    const kept = (phone.memory.desk?.kept ?? []).filter((each) => !taken.has(each.id))
      .map((each) => history.keptLine(each, named(each.project), host));
    const all = phone.memory.desk?.sent ?? [];
    const today = all.filter((each) => each.project === this.code && each.day === this.day);
    const notes = phone.memory.sheets
      .filter((sheet) => sheet.answer !== null && sheet.body.project === this.code && sheet.answer.day === this.day)
      .flatMap((sheet) => history.notes(sheet.answer!));
    const just = phone.memory.unseen()
      .filter((sheet) => sheet.body.project === this.code && sheet.answer!.day === this.day)
      .flatMap((sheet) => history.justSent(sheet, host));
    const before = all.filter((each) => !today.includes(each));
    const open = this.past.querySelector('details')?.open ?? false;
    this.past.replaceChildren(
      ...[
        card('queue', 'sheet.queue', queue),
        card('kept', 'sheet.kept', kept),
        card('sent', 'sheet.sent', [
          ...just,
          ...today.map((each) => history.sent(each, false)),
          ...notes.map((text) => make('p', { class: 'note amber' }, text)),
        ], just.length + today.length),
        before.length > 0 && make('details', { class: 'card', open },
          make('summary', {}, say('sheet.before', before.length)), ...before.map((each) => history.sent(each, true))),
      ].filter((each): each is HTMLElement => each !== false)
    );
  }

  /** A button that was pressed is gone; nothing keeps the list from being drawn. */
  private free(): void {
    (document.activeElement as HTMLElement | null)?.blur();
    this.update();
  }

  /** To the form into which a sheet or a line was brought back. */
  private goOn(code: string, day: string): void {
    (document.activeElement as HTMLElement | null)?.blur();
    this.go(code, day);
  }

  private showWork(project: Project | undefined): void {
    const { phone } = this;
    this.cards = [];
    this.said.textContent = '';
    if (phone.refused !== null) {
      this.work.replaceChildren();
      return;
    }
    if (project === undefined) {
      const none = phone.memory.desk?.projects.length === 0;
      this.work.replaceChildren(...(phone.memory.desk === undefined ? [] : [make('p', {}, say(none ? 'desk.projects.empty' : 'sheet.choose'))]));
      return;
    }
    this.draft = phone.memory.draft(project.code, this.day);
    const week = plus(this.day, 6);
    const tasks = project.plan?.tasks ?? [];
    const begunIds = new Set(Object.keys(this.draft.lines).map(Number));
    const running = tasks.filter((task) => begunIds.has(task.id) || (task.start <= this.day && task.finish >= this.day));
    const coming = tasks.filter((task) => !running.includes(task) && task.start > this.day && task.start <= week);
    const lost = Object.values(this.draft.lines).map((line) => line.task).filter((task) => !tasks.some((each) => each.id === task.id));
    const today = [...running, ...lost].map((task) => this.card(task));
    const later = coming.map((task) => this.card(task));
    this.cards = [...today, ...later];
    const last = phone.memory.last(project);
    const crews = new Map<string, Crew>();
    [...running.flatMap((task) => task.crew ?? []), ...(last?.crews ?? [])].forEach((crew) => crews.set(crew.id, crew));
    const original = make('input', {
      type: 'checkbox', id: 'original', checked: localStorage.getItem(ORIGINAL) !== null,
      onchange: () => (original.checked ? localStorage.setItem(ORIGINAL, 'on') : localStorage.removeItem(ORIGINAL)),
    });
    this.work.replaceChildren(
      make('section', { class: 'tasks' },
        make('h2', {}, say('sheet.tasks')),
        project.plan === null && make('p', { class: 'note amber' }, say('sheet.plan.missing')),
        project.plan !== null && today.length === 0 && make('p', {}, say('sheet.tasks.none')),
        ...today.map((card) => card.element)),
      ...(later.length === 0 ? [] : [make('details', { class: 'later', id: 'later', open: this.isOpen('later') },
        make('summary', {}, say('sheet.later', later.length)), make('div', { class: 'tasks' }, ...later.map((card) => card.element)))]),
      make('section', { class: 'card' }, make('h2', {}, say('sheet.facts')),
        facts(this.draft.facts ?? begun(last, this.day), last, [...crews.values()], (to) => {
          this.draft.facts = to;
          this.keep();
        })),
      make('label', { class: 'option', for: 'original' }, original, say('sheet.photo.original')),
      make('details', { class: 'later', id: 'pause', open: this.isOpen('pause') },
        make('summary', {}, say('pause.title')),
        make('p', {}, say('pause.help')),
        make('div', { class: 'chips' }, ...PAUSES.map((id) => button(say(`pause.${id}`), 'chip', () =>
          void phone.writing.pause(project.code, id).then(() => scrollTo(0, 0)))))),
      make('div', { class: 'send' }, this.said,
        make('button', { type: 'button', id: 'send', class: 'primary', onclick: () => void this.send(project) }, say('sheet.send')))
    );
  }

  /** Whether something unfolds now; drawn anew when the server has answered, it stays as the person left it. */
  private isOpen(id: string): boolean {
    return this.work.querySelector<HTMLDetailsElement>(`#${id}`)?.open ?? false;
  }

  private card(task: Task): TaskCard {
    const line: DraftLine = this.draft.lines[task.id] ?? { task, quantity: 0, over: '', stage: 'during', settles: null };
    const draft = this.draft;
    const card: TaskCard = new TaskCard(task, this.phone.memory.left(task), line, this.phone.memory.photosOf(draft, task.id), {
      changed: (_, to) => this.keepLine(to),
      addPhotos: async (_, to, files) => {
        this.keepLine(to);
        const troubles = await this.phone.writing.addPhotos(draft, to, files, localStorage.getItem(ORIGINAL) !== null);
        card.showPhotos(this.phone.memory.photosOf(draft, task.id));
        return troubles;
      },
      removePhoto: (photo) => void this.phone.writing.removePhoto(photo).then(() => card.showPhotos(this.phone.memory.photosOf(draft, task.id))),
    });
    return card;
  }

  private keepLine(line: DraftLine): void {
    const empty = line.quantity === 0 && line.settles === null && this.phone.memory.photosOf(this.draft, line.task.id).length === 0;
    if (empty) {
      delete this.draft.lines[line.task.id];
    } else {
      this.draft.lines[line.task.id] = line;
    }
    this.keep();
  }

  private keep(): void {
    this.said.textContent = '';
    this.phone.writing.keep(this.draft);
  }

  private async send(project: Project): Promise<void> {
    if (this.cards.filter((card) => card.lacksReason()).length > 0) {
      return;
    }
    const said: LastSheet = this.draft.facts ?? begun(this.phone.memory.last(project), this.day);
    const lines = Object.values(this.draft.lines).filter((line) => line.quantity > 0);
    const facts = this.draft.facts !== null && (said.workers !== null || said.blockers.length > 0 || (said.remark ?? '') !== '');
    if (lines.length === 0 && !facts) {
      this.said.textContent = say('sheet.empty');
      return;
    }
    if (await this.phone.writing.handOver(this.draft, said, project.plan?.tasks ?? [])) {
      this.show();
      scrollTo(0, 0);
    }
  }
}

function card(id: string, title: string, lines: HTMLElement[], count = lines.length): HTMLElement | false {
  return lines.length > 0 && make('section', { class: 'card', id }, make('h2', {}, say(title, count)), ...lines);
}
