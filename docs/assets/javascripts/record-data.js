// The data that stands beside the page of a record: its fields in plain words.

import { ROOT } from "./dom.js";

// The address of a page that was kept.
export const addressOf = ({ id }) => new URL(`${id}/`, ROOT).href;

// A page of this site as a document; asked for again when the connection fell.
export async function load(url) {
  if (!url.startsWith(ROOT.href)) throw new Error("another site");
  const answer = await fetch(url).catch(() => fetch(url));
  if (!answer.ok) throw new Error(String(answer.status));
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

// Where a page went that moved; undefined for one that is where it was.
export function movedTo(page, url) {
  const link = page.querySelector("meta[http-equiv=refresh]") && page.querySelector("link[rel=canonical]");
  return link ? new URL(link.getAttribute("href"), url).href : undefined;
}

// The data of a record by its id, such as `cases/tilburg-moed`, also when that is an old name; null when there is none.
export async function dataOf(id) {
  const url = addressOf({ id });
  const given = await fetch(new URL("gegevens.json", url));
  if (given.ok) return given.json();
  const moved = await load(url).then((page) => movedTo(page, url)).catch(() => undefined);
  if (!moved?.startsWith(ROOT.href)) return null;
  const there = await fetch(new URL("gegevens.json", moved));
  return there.ok ? there.json() : null;
}
