// What every script here needs: where the site begins, and a way to make elements.

// The root of the site, wherever it is published.
export const ROOT = new URL("../../", import.meta.url);

// An element with attributes, event handlers left out, and children.
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
