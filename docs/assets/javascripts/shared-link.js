// The addresses with which a reader hands pages to somebody else, or to another page.

import { ROOT } from "./dom.js";

// So many cases fit side by side.
export const MOST_BESIDE = 4;

// The address of `page` with these pages in it, by kind.
export function sharedLink(page, items) {
  const link = new URL(page);
  link.search = link.hash = "";
  for (const kind of ["cases", "lessen", "communities", "werkvormen"]) {
    const ids = items.map((item) => item.id.split("/")).filter(([of]) => of === kind);
    if (ids.length) link.search += `${link.search ? "&" : ""}${kind}=${ids.map(([, id]) => id).join(",")}`;
  }
  return link.href;
}

// The address at which the first cases among these pages stand side by side; empty when there are fewer than `least`.
export function versusLink(items, least = 1) {
  const cases = items.filter(({ id }) => id.startsWith("cases/"));
  return cases.length < least ? "" : sharedLink(new URL("naast-elkaar/", ROOT), cases.slice(0, MOST_BESIDE));
}
