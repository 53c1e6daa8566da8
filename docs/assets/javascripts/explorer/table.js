// The rows of some cases, out of the table of all cases.

import { element } from "../dom.js";

/**
 * Hands the reader a table with the wanted rows only.
 * @param {string} address where the table of all cases stands
 * @param {(id: string) => unknown} wanted whether a case belongs in it
 */
export async function save(address, wanted) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  // A line end within a cell has no carriage return; the byte order mark, which fetch takes off, is for Excel.
  const [names, ...rows] = (await answer.text()).split("\r\n");
  const kept = rows.filter((row) => row && wanted(row.split(";", 1)[0]));
  const href = URL.createObjectURL(new Blob(["\ufeff", [names, ...kept, ""].join("\r\n")], { type: "text/csv" }));
  element("a", { href, download: "cases.csv" }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
