// Sorts the evidence matrix by any column, and lets Escape hide the reason that is shown (WCAG 2.2, 1.4.13).

const ORDER = { steunt: 3, nuanceert: 2, weerspreekt: 1 };

/** What a cell is sorted by: a year, a stance, or text. */
function key(row, column) {
  const cell = row.cells[column];
  const stance = Object.keys(ORDER).find((name) => cell.querySelector(`.kb-stance--${name}`));
  if (stance) return ORDER[stance];
  const text = cell.textContent.trim();
  return /^\d+$/.test(text) ? Number(text) : text;
}

function sort(table, column, down) {
  const sign = down ? -1 : 1;
  const compare = (one, other) =>
    typeof one === typeof other && typeof one === "string" ? one.localeCompare(other, "nl") : one < other ? -1 : one > other ? 1 : 0;
  const body = table.tBodies[0];
  const empty = (value) => (value === "" ? -1 : value);
  const rows = [...body.rows].map((row) => [empty(key(row, column)), row]);
  body.append(...rows.sort(([one], [other]) => sign * compare(one, other)).map(([, row]) => row));
  [...table.tHead.rows[0].cells].forEach((head, index) => {
    if (index === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
    else head.removeAttribute("aria-sort");
  });
}

for (const table of document.querySelectorAll(".kb-matrix table")) {
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "kb-sort";
    button.append(...head.childNodes);
    button.addEventListener("click", () => {
      const first = column > 0 ? "descending" : "ascending";
      const now = head.getAttribute("aria-sort");
      sort(table, column, now ? now === "ascending" : first === "descending");
    });
    head.append(button);
  });
}

document.addEventListener("keydown", (event) => {
  const cell = event.key === "Escape" && document.activeElement.closest(".kb-cell");
  if (cell) cell.blur();
});
