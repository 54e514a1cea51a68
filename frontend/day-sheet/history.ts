import { button, make, sure } from './dom';
import { day, number, say } from './words';
import type { KeptPhoto, QueuedSheet } from './store';
import type { AnsweredLine, Kept, Sent, PhoneAnswer } from './wire';

// What was handed over: what waits on this phone, what the server kept beside, what became of the reports.

/** What a person may decide about it. */
export interface HistoryHost {
  mend(sheet: QueuedSheet): void;
  discard(sheet: QueuedSheet): void;
  discardPhoto(photo: KeptPhoto): void;
  takeUp(kept: Kept): void;
  putAway(kept: Kept): void;
  mayTakeUp(kept: Kept): boolean;
  unit(task: number): string;
}

function state(kind: string, text: string): HTMLElement {
  return make('span', { class: `state state-${kind}` }, text);
}

function amount(quantity: number, unit: string): string {
  return `+${number(quantity)} ${unit}`.trim();
}

/** In what the plan of today differs from the one that the sheet was written against. */
function differences(line: AnsweredLine): string[] {
  const found: string[] = [];
  if (line.left !== null && line.leftSeen !== null && line.left !== line.leftSeen) {
    found.push(say('sheet.differs.left', line.name, line.leftSeen, line.left));
  }
  if (line.start !== null && line.startSeen !== null && line.start > line.startSeen) {
    found.push(say('sheet.differs.moved', line.name, day(line.startSeen), day(line.start)));
  }
  return found;
}

/** In what a sheet counts otherwise than it was written. */
export function notes(answer: PhoneAnswer): string[] {
  const moved = answer.given === answer.day ? [] : [say('sheet.differs.day', day(answer.given), day(answer.day))];
  return [...moved, ...answer.lines.filter((line) => line.report !== null).flatMap(differences)];
}

function parts(sheet: QueuedSheet, host: HistoryHost): string {
  const body = sheet.body;
  const said = body.lines.map((line) => `${line.name} ${amount(line.quantity, host.unit(line.task))}`);
  if (said.length === 0) {
    said.push(body.pause === null ? say('sheet.facts') : say('pause.said', say(`pause.${body.pause}`)));
  }
  return said.join(' · ');
}

/** A sheet that the server does not have. */
export function waiting(sheet: QueuedSheet, project: string, photos: KeptPhoto[], host: HistoryHost): HTMLElement {
  const refused = sheet.state === 'refused';
  return make(
    'div',
    { class: 'line' },
    make('strong', {}, `${project} · ${day(sheet.body.day)}`),
    state(refused ? 'returned' : 'phone', say(refused ? 'sheet.state.refused' : 'sheet.state.phone')),
    make('span', { class: 'said' }, parts(sheet, host)),
    photos.length > 0 && make('span', { class: 'said' }, say('sheet.photos', photos.length)),
    refused && make('p', { class: 'note late' }, sheet.reason ?? ''),
    refused &&
      make('div', { class: 'chips' },
        button(say('sheet.mend'), 'chip', () => host.mend(sheet)),
        sure(say('sheet.discard'), say('sheet.discard.sure'), () => host.discard(sheet)))
  );
}

/** A photo that the server refused, or whose sheet it has while the photo still waits. */
export function photo(kept: KeptPhoto, name: string, host: HistoryHost): HTMLElement {
  const source = URL.createObjectURL(kept.blob);
  return make(
    'div',
    { class: 'line photo-line' },
    make('img', { src: source, alt: '', onload: () => URL.revokeObjectURL(source) }),
    make('span', {}, say('sheet.photo.of', name)),
    state(kept.state === 'refused' ? 'returned' : 'phone',
      say(kept.state === 'refused' ? 'sheet.state.refused' : 'sheet.state.phone')),
    kept.reason !== null && make('p', { class: 'note late' }, kept.reason),
    kept.state === 'refused' && sure(say('sheet.discard'), say('sheet.discard.sure'), () => host.discardPhoto(kept))
  );
}

export function keptLine(kept: Kept, project: string, host: HistoryHost): HTMLElement {
  return make(
    'div',
    { class: 'line' },
    make('strong', {}, `${kept.name} ${amount(kept.quantity, host.unit(kept.task))}`),
    state('phone', say('sheet.state.kept')),
    make('span', { class: 'said' }, `${project} · ${day(kept.day)}`),
    make('p', { class: 'note amber' }, say(`sheet.outcome.${kept.outcome}`, kept.left ?? 0)),
    make('div', { class: 'chips' },
      host.mayTakeUp(kept) && button(say('sheet.kept.again'), 'chip', () => host.takeUp(kept)),
      sure(say('sheet.kept.away'), say('sheet.kept.away.sure'), () => host.putAway(kept)))
  );
}

/** What the server took of a sheet, before it was asked what became of it. */
export function justSent(sheet: QueuedSheet, host: HistoryHost): HTMLElement[] {
  return sheet.answer!.lines
    .filter((line) => line.report !== null)
    .map((line) => make('div', { class: 'line' }, make('strong', {}, line.name),
      make('span', {}, amount(line.quantity, host.unit(line.task))), state('submitted', say('report.state.submitted'))));
}

export function sent(report: Sent, withDay: boolean): HTMLElement {
  const counted = report.confirmed === null ? '' : ` → ${number(report.confirmed)} ${report.unit}`;
  return make(
    'div',
    { class: 'line' },
    make('a', { href: `/desk/task/${report.task}` }, report.name),
    make('span', {}, amount(report.quantity, report.unit) + counted),
    state(report.state, say(`report.state.${report.state}`)),
    withDay && make('span', { class: 'said' }, `${report.projectName} · ${day(report.day)}`),
    report.decision !== null && make('p', { class: 'note late' }, report.decision)
  );
}
