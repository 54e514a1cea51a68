import { chip, make } from './dom';
import { Stepper } from './stepper';
import { day, say } from './words';
import type { Crew, LastSheet } from './wire';

const WEATHERS = ['sunny', 'overcast', 'rain', 'snow', 'wind', 'haze'];
const BLOCKERS = ['material', 'weather', 'access', 'residents', 'design', 'labour', 'machines', 'power', 'stop-work', 'funds'];

export function none(of: string): LastSheet {
  return { day: of, workers: null, crews: [], weather: null, blockers: [], remark: null };
}

function group(label: string, ...chips: HTMLElement[]): HTMLElement {
  return make('div', { class: 'chips', role: 'group', 'aria-label': label }, make('span', { class: 'label' }, label), ...chips);
}

function toggled<T>(all: T[], one: T): T[] {
  return all.includes(one) ? all.filter((each) => each !== one) : [...all, one];
}

/** Last time's people, crews and weather in one line. */
function summary(last: LastSheet): string {
  const facts = last.crews.map((crew) => crew.name);
  if (last.workers !== null) {
    facts.push(say('confirmation.workers', last.workers));
  }
  if (last.weather !== null) {
    facts.push(say(`weather.${last.weather}`));
  }
  return facts.join(' · ');
}

/**
 * What a day sheet says beside quantities.
 *
 * @param facts   what is said so far
 * @param last    the author's newest sheet of the project; offered again when it is of an earlier day
 * @param changed called with what is said after each tap
 */
export function facts(of: LastSheet, last: LastSheet | null, crews: Crew[], changed: (to: LastSheet) => void): HTMLElement {
  const box = make('div', { class: 'facts' });
  const show = (now: LastSheet): void => {
    const set = (part: Partial<LastSheet>): void => {
      now = { ...now, ...part };
      changed(now);
    };
    const redraw = (part: Partial<LastSheet>): void => {
      const at = [...box.querySelectorAll('button')].indexOf(document.activeElement as HTMLButtonElement);
      set(part);
      show(now);
      box.querySelectorAll('button')[at]?.focus();
    };
    const chosen = new Set(now.crews.map((crew) => crew.id));
    const remark = make('textarea', {
      id: 'remark',
      maxLength: 2_000,
      value: now.remark ?? '',
      oninput: () => set({ remark: remark.value.trim() === '' ? null : remark.value }),
    });
    const workers = new Stepper(say('report.workers'), '', 1, now.workers ?? 0, (to) =>
      set({ workers: Math.min(Math.round(to), 10_000) || null })
    );
    const again = last !== null && last.day < of.day && summary(last) !== '';
    box.replaceChildren(
      ...(again
        ? [
            make('button', {
              type: 'button',
              class: 'chip again',
              onclick: () => redraw({ workers: last.workers, crews: last.crews, weather: last.weather }),
            }, say('sheet.again', day(last.day), summary(last))),
          ]
        : []),
      make('div', {}, make('span', { class: 'label' }, say('report.workers')), workers.element),
      ...(crews.length > 0
        ? [
            group(say('sheet.crew'), ...crews.map((crew) =>
              chip(crew.name, chosen.has(crew.id), () =>
                redraw({
                  crews: chosen.has(crew.id)
                    ? now.crews.filter((each) => each.id !== crew.id)
                    : [...now.crews, crew],
                })
              )
            )),
          ]
        : []),
      group(say('report.weather'), ...WEATHERS.map((id) =>
        chip(say(`weather.${id}`), now.weather === id, () => redraw({ weather: now.weather === id ? null : id }))
      )),
      group(say('sheet.blocked'), ...BLOCKERS.map((id) =>
        chip(say(`blocker.${id}`), now.blockers.includes(id), () => redraw({ blockers: toggled(now.blockers, id) }))
      )),
      make('div', {}, make('label', { class: 'label', for: 'remark' }, say('report.remark')), remark)
    );
  };
  show(of);
  return box;
}
