// A field that leads to one of the links in the list below it: by the name of a municipality, or that of a village or of
// a municipality that is no more.

import { ROOT } from "./dom.js";
import { folded } from "./dutch.js";

const form = document.querySelector(".kb-go-to");
const input = form.querySelector("input");
const status = form.querySelector("[role=status]");
const links = new Map([...document.querySelectorAll("#alle-gemeenten-lijst a[href*='#']:not(.headerlink)")].map((link) => [link.textContent.trim(), link.href]));

const keyOf = (text) => folded(text.trim()).replace(/^gemeente /, "");

let loading;

// The other names of each municipality; without them its own name still leads to it.
function otherNames() {
  loading ??= fetch(new URL("bijdragen/assistent/plaatsen.json", ROOT))
    .then((answer) => answer.json())
    .catch(() => {
      loading = undefined;
      return [];
    });
  return loading;
}

// The municipalities that a name may mean: its own name before the start of one, and the name of a part before that.
async function meant(wanted) {
  const titles = [...links.keys()];
  const own = titles.filter((title) => keyOf(title) === wanted);
  if (own.length) return own;
  const parts = (await otherNames()).filter(([, ...others]) => others.some((name) => keyOf(name) === wanted)).map(([title]) => title);
  return parts.length ? parts : titles.filter((title) => keyOf(title).startsWith(wanted)).sort((one, other) => one.localeCompare(other, "nl"));
}

async function offer() {
  const villages = (await otherNames()).flatMap(([title, ...others]) => others.map((name) => new Option(`gemeente ${title}`, name)));
  input.list.append(...villages);
}

input.list.append(...[...links.keys()].map((title) => new Option("", title)));
input.addEventListener("focus", offer, { once: true });
form.hidden = false;
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const wanted = keyOf(input.value);
  const found = wanted ? (await meant(wanted)).filter((title) => links.has(title)) : [];
  if (found.length === 1) location.assign(links.get(found[0]));
  else if (found.length && found.length < 6) status.textContent = `${input.value} kan dit zijn: ${found.join(", ")}. Kies er een.`;
  else if (wanted) status.textContent = `${input.value} vinden we niet precies. Kies een gemeente uit de lijst hieronder.`;
  else status.textContent = "Typ eerst de naam van je gemeente.";
});
