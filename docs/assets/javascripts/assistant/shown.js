// Shows the preview as a page by itself: with the styles of a case page, and apart from those of the form.

import { element } from "../dom.js";

const STYLES = ["case", "road", "road-rows"].map((name) => new URL(`../../stylesheets/${name}.css`, import.meta.url).href);

// `place`: where in the form; `nodes`: the page.
export function showPage(place, nodes) {
  const inside = place.shadowRoot ?? begun(place.attachShadow({ mode: "open" }));
  inside.querySelector(".md-typeset").replaceChildren(element("p", { class: "kb-meta" }, "Concept, nog niet nagekeken."), ...nodes);
  // A table that is wider than the page scrolls in a frame that shows it, as on the site.
  for (const table of inside.querySelectorAll(":not(.kb-table) > table")) {
    const frame = element("div", { class: "kb-table" });
    table.replaceWith(frame);
    frame.append(table);
  }
}

function begun(inside) {
  const own = [...document.querySelectorAll("link[rel=stylesheet]")].map(({ href }) => href);
  const styles = [...own, ...STYLES].map((href) => element("link", { rel: "stylesheet", href }));
  inside.append(...styles, element("div", { dir: "ltr" }, element("div", { class: "md-content__inner md-typeset" })));
  return inside;
}
