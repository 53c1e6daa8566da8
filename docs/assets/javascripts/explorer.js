// The explorer of cases: links to lists become checkboxes with live numbers. The rest comes when a reader needs it.

import { element } from "./results.js";

const root = document.getElementById("kb-explorer");
const tools = document.getElementById("kb-tools");
const list = document.getElementById("kb-results");
const more = document.getElementById("kb-more");
const facets = new Map([...root.querySelectorAll("[data-facet]")].map((group) => [group.dataset.facet, facetOf(group)]));

/** A facet: what it is called, and its options. */
function facetOf(group) {
  const label = group.querySelector(".kb-choices__label").textContent;
  group.setAttribute("aria-label", label);
  return { group, label, options: [...group.querySelectorAll("[data-value]")].map(optionOf) };
}

function optionOf(link) {
  const item = link.parentElement;
  const count = item.querySelector(".kb-count");
  const box = element("input", { type: "checkbox", value: link.dataset.value, autocomplete: "off" });
  const option = { item, box, count, title: link.textContent, all: count.textContent };
  item.replaceChildren(element("label", {}, box, element("span", {}, option.title), count));
  return option;
}

let explorer;
const load = () => (explorer ??= import("./explorer/main.js").then(({ explore }) => explore(root, tools, facets)));
const act = async (event) => {
  list.ariaBusy = "true";
  (await load())(event);
};

root.addEventListener("change", act);
tools.elements.zoek.addEventListener("input", act);
tools.addEventListener("submit", (event) => event.preventDefault());
more.addEventListener("click", act);
addEventListener("popstate", act);
if (location.search) act(new Event("popstate"));
root.querySelector(".kb-drawer").open = matchMedia("(min-width: 60em)").matches;
more.hidden = root.querySelectorAll(".kb-card").length >= Number(root.dataset.total);
tools.hidden = false;
