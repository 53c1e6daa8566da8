// The map and the list beside it point at each other: a point shows its card and its line, a line shows its point.
// Without this script both work as links, and a point has its name.

const map = document.querySelector(".kb-map-frame .kb-map");
const list = document.getElementById("kb-map-list");
const card = document.getElementById("kb-map-card");
const ON = "kb-is-on";
const APART = 8; // pixels between a point and its card

// The links that stand for the same case, in the map and in the list.
const twins = (id) => document.querySelectorAll(`[data-case="${CSS.escape(id)}"]`);

function clear() {
  for (const link of document.querySelectorAll(`.${ON}`)) link.classList.remove(ON);
  card.hidden = true;
}

// The card is for the eye: in it, a title is no link.
function title(link) {
  const words = document.createElement("strong");
  words.textContent = link.textContent;
  return words;
}

function show(link) {
  clear();
  const found = [...twins(link.dataset.case)];
  for (const twin of found) twin.classList.add(ON);
  const line = found.find((twin) => list.contains(twin));
  if (!map.contains(link) || !line) return;
  card.replaceChildren(...[...line.parentElement.childNodes].map((node) => (node === line ? title(line) : node.cloneNode(true))));
  card.hidden = false;
  place(link);
}

// Beside its point, on the side where there is more room, and where it can be seen.
function place(link) {
  const frame = map.parentElement.getBoundingClientRect();
  const point = link.getBoundingClientRect();
  const isEast = point.left + point.right > frame.left + frame.right;
  card.style.left = `${isEast ? point.left - frame.left - card.offsetWidth - APART : point.right - frame.left + APART}px`;
  const lowest = Math.min(frame.bottom, innerHeight) - frame.top - card.offsetHeight;
  card.style.top = `${Math.max(0, Math.min(point.top - frame.top, lowest))}px`;
}

// The frame listens, not the drawing in it: a drawing that listens for focus becomes a stop for the keyboard itself.
for (const part of [map.parentElement, list]) {
  for (const kind of ["pointerover", "focusin"])
    part.addEventListener(kind, (event) => {
      const link = event.target.closest("[data-case]");
      if (link) show(link);
      else if (part !== list) clear();
    });
  part.addEventListener("pointerleave", clear);
  part.addEventListener("focusout", clear);
}
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") clear();
});
