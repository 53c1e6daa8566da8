// The address with which a reader hands a selection to somebody else.

// The address that shows these pages to somebody else.
export function sharedLink(page, items) {
  const link = new URL(page);
  link.search = link.hash = "";
  for (const kind of ["cases", "lessen", "communities", "werkvormen"]) {
    const ids = items.map((item) => item.id.split("/")).filter(([of]) => of === kind);
    if (ids.length) link.search += `${link.search ? "&" : ""}${kind}=${ids.map(([, id]) => id).join(",")}`;
  }
  return link.href;
}
