// The explorer of cases: links become checkboxes. The rest comes when a reader needs it.

import { element } from "./dom.js";

const [root, tools, list, more] = ["explorer", "tools", "results", "more"].map((name) => document.getElementById(`kb-${name}`));
const facets = new Map([...root.querySelectorAll("[data-facet]")].map((group) => [group.dataset.facet, facetOf(group)]));

function facetOf(group) {
  const label = group.querySelector(".kb-choices__label").textContent;
  group.setAttribute("aria-label", label);
  return { group, label, options: [...group.querySelectorAll("[data-value]")].map(optionOf) };
}

function optionOf(link) {
  const item = link.parentElement;
  const mark = item.querySelector(".kb-theme, .kb-mark") ?? "";
  const count = item.querySelector(".kb-count");
  const box = element("input", { type: "checkbox", value: link.dataset.value, autocomplete: "off" });
  const option = { item, box, count, title: link.textContent, all: count.textContent };
  item.replaceChildren(element("label", {}, box, mark, element("span", {}, option.title), count));
  return option;
}

let explorer;
const start = () => (explorer ??= import("./explorer/main.js").then(({ explore }) => explore(root, tools, facets)));
const act = async (event) => {
  list.ariaBusy = "true";
  await (await start())(event);
};

root.addEventListener("change", act);
tools.elements.zoek.addEventListener("input", act);
// What is found comes while people type; who asks for it is led to it.
tools.addEventListener("submit", (event) => (event.preventDefault(), document.getElementById("kb-status").focus()));
more.addEventListener("click", act);
addEventListener("popstate", act);
const answered = () => delete document.documentElement.dataset.kbAsked; // see asked.js
if (location.search || location.hash.startsWith("#zoek=")) act(new Event("popstate")).finally(answered);
else answered();
const drawer = root.querySelector(".kb-drawer");
// Who comes near a choice is about to make it: what that needs is then there already.
for (const sign of ["pointerover", "focusin"]) drawer.addEventListener(sign, start, { once: true });
drawer.open = matchMedia("(min-width: 60em)").matches;
more.hidden = root.querySelectorAll(".kb-card").length >= Number(root.dataset.total);
tools.hidden = false;
