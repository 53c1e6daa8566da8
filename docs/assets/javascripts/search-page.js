// The page with search results. Its address holds the question behind a #, which a browser never sends to a server; an
// old address with ?q= still works.

import { asker } from "./search/ask.js";
import { remember } from "./search/recent.js";

const form = document.getElementById("zoekpagina");
const input = document.getElementById("zoekvraag");
const ask = asker({
  status: document.getElementById("zoekpagina-stand"),
  answers: document.getElementById("zoekpagina-antwoord"),
  filters: document.getElementById("zoekpagina-filters"),
  list: document.getElementById("zoekpagina-lijst"),
});

const hashOf = (question) => `#${new URLSearchParams({ q: question })}`;

function askAddress() {
  const old = new URLSearchParams(location.search).get("q");
  if (old !== null) history.replaceState(null, "", location.pathname + hashOf(old));
  input.value = new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
  ask(input.value).then(() => delete document.documentElement.dataset.kbAsked); // see asked.js
}

form.hidden = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  remember(input.value);
  if (hashOf(input.value) === location.hash) ask(input.value);
  else location.hash = hashOf(input.value);
});
addEventListener("hashchange", askAddress);
askAddress();
