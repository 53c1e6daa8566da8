// Narrows a list on the page down by what is chosen above it; the address keeps the choice.

const choices = document.querySelector(".kb-list-filter");
if (choices) start();

function start() {
  const list = document.getElementById(choices.dataset.list);
  const status = choices.querySelector("[role=status]");
  const fields = [...choices.querySelectorAll("select")];
  const items = [...list.querySelectorAll(fields.map(({ name }) => `[data-${name}]`).join())];
  const fits = (item) => fields.every(({ name, value }) => !value || item.dataset[name].split(" ").includes(value));

  function apply() {
    for (const item of items) item.hidden = !fits(item);
    for (const group of list.querySelectorAll("[data-group]")) {
      group.hidden = !items.some((item) => group.contains(item) && !item.hidden);
    }
    const count = items.filter((item) => !item.hidden).length;
    const told = `${count} ${count === 1 ? choices.dataset.one : choices.dataset.more}`;
    status.textContent = count ? told : "Niets gevonden. Kies bij een van de velden weer alle.";
  }

  function readAddress() {
    const asked = new URLSearchParams(location.search);
    for (const field of fields) {
      field.value = asked.get(field.name) ?? "";
      if (field.selectedIndex === -1) field.value = ""; // the address asks for something that does not exist
    }
    apply();
  }

  choices.hidden = false;
  choices.addEventListener("change", () => {
    const chosen = fields.filter(({ value }) => value).map(({ name, value }) => [name, value]);
    history.pushState(null, "", chosen.length ? `?${new URLSearchParams(chosen)}` : location.pathname);
    apply();
  });
  addEventListener("popstate", readAddress);
  readAddress();
}
