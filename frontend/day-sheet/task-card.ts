import { button, make } from './dom';
import { Stepper } from './stepper';
import { number, say } from './words';
import type { DraftLine, KeptPhoto } from './store';
import type { Task } from './wire';

const STAGES = ['before', 'during', 'after'];

/** What the card of a task needs of the app around it. */
export interface CardHost {
  changed(task: Task, line: DraftLine): void;
  addPhotos(task: Task, line: DraftLine, files: File[]): Promise<string[]>;
  removePhoto(photo: KeptPhoto): void;
}

/** A day's share at the plan's rate, in numbers that people say. */
function usual(task: Task): number {
  return task.rate < 10 ? Math.round(task.rate * 10) / 10 : Math.round(task.rate);
}

/** About a tenth of a day's share: 0.1, 1, 5, 10, 50, 100 … */
function step(task: Task): number {
  const rate = usual(task);
  if (task.percent) {
    return 5;
  }
  if (rate < 2) {
    return 0.1;
  }
  let ten = 1;
  while (ten * 100 <= rate) {
    ten *= 10;
  }
  return ten * 50 <= rate ? ten * 5 : ten;
}

/** One of the day's tasks: what is left, a stepper, the usual amounts as buttons, a reason, photos. */
export class TaskCard {
  readonly element: HTMLElement;
  private readonly stepper: Stepper;
  private readonly more = make('div', { class: 'more' });
  private readonly strip = make('div', { class: 'photos' });
  private readonly troubles = make('div', { role: 'alert' });
  private readonly reason: HTMLTextAreaElement;
  private readonly reasonBox: HTMLElement;
  private built = false;

  /** @param left what is left less what this phone has not sent yet */
  constructor(
    readonly task: Task,
    private readonly left: number,
    private readonly line: DraftLine,
    private photos: KeptPhoto[],
    private readonly host: CardHost
  ) {
    const amounts = make('div', { class: 'chips' });
    const rate = usual(task);
    if (rate > 0 && rate < left) {
      amounts.append(button(say('sheet.as-planned', rate), 'chip', () => this.take(rate)));
    }
    if (left > 0) {
      amounts.append(button(say('sheet.all-left', left), 'chip', () => this.take(left)));
    }
    this.stepper = new Stepper(task.name, task.unit, step(task), line.quantity, (to) => this.changed(to));
    const reasonId = `reason-${task.id}`;
    this.reason = make('textarea', {
      id: reasonId,
      maxLength: 2_000,
      value: line.over,
      oninput: () => {
        line.over = this.reason.value;
        this.reason.removeAttribute('aria-invalid');
        host.changed(task, line);
      },
    });
    this.reasonBox = make('div', { class: 'reason' },
      make('label', { for: reasonId, class: 'label' }, say('report.over-reason')),
      this.reason);
    this.element = make(
      'section',
      { class: 'card task', id: `task-${task.id}` },
      make(
        'div',
        { class: 'head' },
        make('h3', {}, named(task)),
        make('span', { class: 'left' }, say('sheet.left', `${number(left)} ${task.unit}`))
      ),
      task.waitsFor !== null && make('p', { class: 'note amber' }, say('sheet.waits-for', task.waitsFor)),
      this.stepper.element,
      amounts,
      this.reasonBox,
      this.more
    );
    this.show();
  }

  private take(quantity: number): void {
    this.stepper.set(quantity);
    this.changed(quantity);
  }

  private changed(quantity: number): void {
    this.line.quantity = quantity;
    this.show();
    this.host.changed(this.task, this.line);
  }

  private over(): boolean {
    return this.line.quantity > this.left;
  }

  private show(): void {
    const done = this.line.quantity > 0;
    this.element.classList.toggle('done', done);
    this.reasonBox.hidden = !this.over();
    this.more.hidden = !done && this.photos.length === 0;
    if (!this.more.hidden && !this.built) {
      this.built = true;
      this.build();
    }
  }

  private build(): void {
    const files = make('input', {
      type: 'file',
      multiple: true,
      id: `photo-${this.task.id}`,
      class: 'files',
      accept: 'image/jpeg,image/png,image/webp,image/heic,image/heif',
      onchange: async () => {
        this.troubles.replaceChildren();
        const chosen = [...(files.files ?? [])];
        const troubles = await this.host.addPhotos(this.task, this.line, chosen);
        files.value = '';
        this.troubles.replaceChildren(...troubles.map((text) => make('p', { class: 'note late' }, text)));
      },
    });
    const stage = make(
      'select',
      {
        'aria-label': say('photo.stage'),
        onchange: () => {
          this.line.stage = stage.value;
          this.host.changed(this.task, this.line);
        },
      },
      ...STAGES.map((id) => make('option', { value: id, selected: id === this.line.stage }, say(`photo.stage.${id}`)))
    );
    this.more.append(
      make('div', { class: 'photo-tools' }, files,
        make('label', { class: 'chip', for: files.id }, say('photo.choose')), stage),
      this.troubles,
      this.strip
    );
    this.showPhotos(this.photos);
  }

  showPhotos(photos: KeptPhoto[]): void {
    this.photos = photos;
    this.show();
    this.strip.replaceChildren(
      ...photos.map((photo, at) => {
        const source = URL.createObjectURL(photo.blob);
        const name = say('sheet.photo.name', at + 1, this.task.name);
        return make(
          'figure',
          {},
          make('img', { src: source, alt: name, decoding: 'async', onload: () => URL.revokeObjectURL(source) }),
          make('button', {
            type: 'button',
            'aria-label': say('sheet.photo.remove', name),
            onclick: () => this.host.removePhoto(photo),
          }, '×')
        );
      })
    );
  }

  /** Whether a reason is asked for and missing; it is then marked. */
  lacksReason(): boolean {
    const lacks = this.over() && this.line.over.trim() === '';
    if (lacks) {
      this.reason.setAttribute('aria-invalid', 'true');
      this.reason.placeholder = say('report.over-reason.missing');
      this.reason.focus();
    }
    return lacks;
  }
}

/** With its place, unless its name has that already. */
function named({ name, place }: Task): string {
  return place === null || name.toLowerCase().includes(place.toLowerCase()) ? name : `${name} · ${place}`;
}
