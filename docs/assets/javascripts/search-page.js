// The page with search results: its address holds the question, so that it can be shared and printed.

import { asker } from "./ask.js";

const form = document.getElementById("zoekpagina");
const input = form.elements.q;
const ask = asker({
  status: document.getElementById("zoekpagina-stand"),
  filters: document.getElementById("zoekpagina-filters"),
  list: document.getElementById("zoekpagina-lijst"),
});

function askAddress() {
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  ask(input.value);
}

form.hidden = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.pushState(null, "", `?${new URLSearchParams({ q: input.value })}`);
  askAddress();
});
addEventListener("popstate", askAddress);
askAddress();
