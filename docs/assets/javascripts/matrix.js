// Sorts the evidence matrix: cases by title, year or theme, lessons by number or by what cases say of them.

const status = document.getElementById("matrix-stand");

// Compares what two cells say: numbers as numbers, other text as the Dutch sort it.
const compare = (one, other) => one.localeCompare(other, "nl", { numeric: true });

// The positions of `texts` in order; equal ones stay as they were.
function order(texts, down) {
  return [...texts.keys()].sort((one, other) => (down ? -1 : 1) * compare(texts[one], texts[other]));
}

function sortCases(table, column, down) {
  const rows = [...table.tBodies[1].rows];
  table.tBodies[1].append(...order(rows.map((row) => row.cells[column].textContent), down).map((at) => rows[at]));
}

function sortLessons(table, counts, down) {
  const found = order([...counts.cells].slice(2).map((cell) => cell.textContent), down);
  for (const row of table.rows) {
    const cells = [...row.cells].slice(-found.length);
    row.append(...found.map((at) => cells[at]));
  }
}

// Puts a button in a header; `first` is whether the first press sorts downwards, `group` the headers that exclude it.
function makeSortable(head, group, first, sort) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "kb-sort";
  button.append(...head.childNodes);
  button.addEventListener("click", () => {
    const now = head.getAttribute("aria-sort");
    const down = now ? now === "ascending" : first;
    sort(down);
    for (const other of group) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    status.textContent = `Gesorteerd op ${button.textContent.toLowerCase()}, ${down ? "aflopend" : "oplopend"}`;
  });
  head.append(button);
}

function sortList(list, which) {
  const items = [...list.querySelectorAll("details")];
  const texts = items.map((item) => item.dataset.counts.split(" ")[which]);
  list.append(...order(texts, which > 0).map((at) => items[at]));
}

for (const table of document.querySelectorAll(".kb-matrix")) {
  const cases = [...table.tHead.querySelectorAll("[data-sort]")];
  const lessons = [...table.tBodies[0].querySelectorAll("[data-sort]")];
  cases.forEach((head, column) => makeSortable(head, cases, false, (down) => sortCases(table, column, down)));
  lessons.forEach((head, row) =>
    makeSortable(head, lessons, row > 0, (down) => sortLessons(table, head.parentElement, down)),
  );
}

for (const choice of document.querySelectorAll(".kb-order")) {
  const list = choice.nextElementSibling;
  const select = choice.querySelector("select");
  choice.hidden = false;
  select.value = "0"; // a browser that goes back keeps the choice, but not the order
  select.addEventListener("change", () => sortList(list, Number(select.value)));
}

// Escape hides the reason without moving the focus or the pointer (WCAG 2.2, 1.4.13); leaving the cell brings it back.
for (const cell of document.querySelectorAll(".kb-cell")) {
  const back = () => cell.classList.remove("kb-cell--quiet");
  cell.addEventListener("pointerleave", back);
  cell.addEventListener("focusout", back);
  cell.firstElementChild.addEventListener("click", (event) => {
    event.currentTarget.focus(); // Safari gives no focus to a button that is tapped
    back();
  });
}
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const cell of document.querySelectorAll(".kb-cell:is(:hover, :focus-within)")) cell.classList.add("kb-cell--quiet");
});
