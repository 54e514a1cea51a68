import { make } from './dom';
import { say } from './words';

/** Three decimals, as quantities are kept. */
export function rounded(quantity: number): number {
  return Math.round(quantity * 1_000) / 1_000;
}

/** A quantity that is set by large minus and plus buttons, and typed where steps do not reach. Never below 0. */
export class Stepper {
  readonly element: HTMLElement;
  private readonly field: HTMLInputElement;

  /**
   * @param label   what is counted, for screen readers
   * @param unit    shown in the field; empty for none
   * @param step    what one press adds or takes
   * @param changed called whenever a person changed the quantity
   */
  constructor(label: string, unit: string, step: number, quantity: number, private readonly changed: (to: number) => void) {
    this.field = make('input', {
      type: 'text',
      inputMode: 'decimal',
      autocomplete: 'off',
      'aria-label': label,
      oninput: () => this.changed(this.quantity()),
      onblur: () => this.set(this.quantity()),
      onfocus: () => this.field.select(),
    });
    const move = (by: number) => () => {
      this.set(Math.max(0, this.quantity() + by));
      this.changed(this.quantity());
    };
    this.element = make(
      'div',
      { class: 'stepper' },
      make('button', { type: 'button', 'aria-label': say('sheet.less', label), onclick: move(-step) }, '−'),
      make('label', {}, this.field, make('span', { 'aria-hidden': 'true' }, unit)),
      make('button', { type: 'button', 'aria-label': say('sheet.more', label), onclick: move(step) }, '+')
    );
    this.set(quantity);
  }

  set(quantity: number): void {
    this.field.value = quantity === 0 ? '' : String(rounded(quantity));
  }

  quantity(): number {
    const typed = Number(this.field.value.trim().replace(',', '.').replace('。', '.'));
    return Number.isFinite(typed) ? rounded(Math.max(0, typed)) : 0;
  }
}
