// The program's words, from its resource bundles, in the form of Java's MessageFormat as far as they use it.

let texts: Record<string, string> = {};
let spoken = 'zh-CN';

export function speak(language: string, words: Record<string, string>): void {
  spoken = language;
  texts = words;
  document.documentElement.lang = language;
}

export function language(): string {
  return spoken;
}

function chosen(choices: string, given: number): string {
  let text = '';
  for (const choice of choices.split('|')) {
    const [, limit, sign, words] = /^(-?[\d.]+)([#<≤])([^]*)$/.exec(choice)!;
    if (text === '' || (sign === '<' ? given > Number(limit) : given >= Number(limit))) {
      text = words;
    }
  }
  return text;
}

function value(given: string | number | undefined): string {
  return typeof given === 'number' ? number(given) : String(given);
}

/** The text of a key with what its {0}, {1} … stand for. */
export function say(key: string, ...given: (string | number)[]): string {
  const text = texts[key] ?? key;
  return text
    .replace(/\{(\d+),choice,((?:[^{}]|\{\d+\})*)\}/g, (_, at, choices) => chosen(choices, Number(given[at])))
    .replace(/\{(\d+)\}/g, (_, at) => value(given[at]));
}

export function number(of: number): string {
  return new Intl.NumberFormat(spoken, { maximumFractionDigits: 3 }).format(of);
}

/** A day such as 2026-11-23, without its year. */
export function day(of: string): string {
  return new Intl.DateTimeFormat(spoken, { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(new Date(of));
}

export function time(of: number, zone: string): string {
  return new Intl.DateTimeFormat(spoken, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(of);
}
