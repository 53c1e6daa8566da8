// A field that leads to one of the links in the list below it.

const form = document.querySelector(".kb-go-to");
const input = form.querySelector("input");
const status = form.querySelector("[role=status]");
const links = [...document.querySelectorAll("#alle-gemeenten-lijst a[href*='#']:not(.headerlink)")];

const named = (text) => text.trim().toLocaleLowerCase("nl");

// The link with this name, or else the only one whose name starts so.
function linkFor(wanted) {
  const near = links.filter((link) => named(link.textContent).startsWith(wanted));
  return near.find((link) => named(link.textContent) === wanted) ?? (near.length === 1 ? near[0] : undefined);
}

input.list.append(...links.map((link) => new Option("", link.textContent)));
form.hidden = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const wanted = named(input.value);
  const found = wanted && linkFor(wanted);
  if (found) location.assign(found.href);
  else if (wanted) status.textContent = `${input.value} vinden we niet precies. Kies een gemeente uit de lijst hieronder.`;
  else status.textContent = "Typ eerst de naam van je gemeente.";
});
