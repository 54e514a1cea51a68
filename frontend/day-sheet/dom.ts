type Child = Node | string | null | false;

/** Makes an element: properties that begin with "on" are listeners, "class" and names with a hyphen are attributes. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Record<string, unknown> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value as EventListener);
    } else if (name === 'class' || name === 'role' || name === 'for' || name.includes('-')) {
      if (value !== null && value !== false) {
        element.setAttribute(name, String(value));
      }
    } else {
      (element as unknown as Record<string, unknown>)[name] = value;
    }
  }
  element.append(...children.filter((child): child is Node | string => child !== null && child !== false));
  return element;
}

export function button(text: string, kind: string, press: () => void): HTMLButtonElement {
  return make('button', { type: 'button', class: kind, onclick: press }, text);
}

/** A button that stays pressed. */
export function chip(text: string, chosen: boolean, press: () => void): HTMLButtonElement {
  const element = button(text, chosen ? 'chip chosen' : 'chip', press);
  element.setAttribute('aria-pressed', String(chosen));
  return element;
}

/** Asks once more before something is thrown away. */
export function sure(text: string, question: string, then: () => void): HTMLButtonElement {
  let asked = false;
  const element = button(text, 'chip', () => {
    if (asked) {
      then();
    } else {
      asked = true;
      element.textContent = question;
      element.classList.add('warn');
    }
  });
  element.addEventListener('blur', () => {
    asked = false;
    element.textContent = text;
    element.classList.remove('warn');
  });
  return element;
}
