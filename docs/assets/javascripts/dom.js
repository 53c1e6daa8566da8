// What every script here needs: where the site begins, and a way to make elements.

// The root of the site, wherever it is published.
export const ROOT = new URL("../../", import.meta.url);

// The data in an answer. What it holds is looked up by words that people type: one of these may be constructor, which
// every object has by itself.
export const tables = async (answer) =>
  JSON.parse(await answer.text(), (_, value) => (value && typeof value === "object" && !Array.isArray(value) ? Object.setPrototypeOf(value, null) : value));

// An element with attributes, event handlers left out, and children.
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

// What stands behind the # of an address; as it is when somebody spoilt it.
export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
