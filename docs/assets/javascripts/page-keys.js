// The theme acts on single letters, and / can be turned off (WCAG 2.2, 2.1.4). Its menu is opened by a label that no key
// reaches (2.1.1): a real button takes its place. Closed it is no stop: 50-theme.css.
const LETTERS = new Set(["f", "s", "p", "n", ",", "."]);
const slash = document.getElementById("zoekvenster-toets");

try {
  slash.checked = !localStorage["kb-zoektoets"];
  slash.addEventListener("change", () => (localStorage["kb-zoektoets"] = slash.checked ? "" : "uit"));
} catch {
  // Not kept, then.
}

addEventListener(
  "keydown",
  (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    const off = LETTERS.has(event.key.toLowerCase()) || (event.key === "/" && !slash.checked);
    if (plain && !typing && off) event.stopImmediatePropagation();
  },
  true,
);

const label = document.querySelector('.md-header [for="__drawer"]');
const drawer = document.getElementById("__drawer");

if (label && drawer instanceof HTMLInputElement) {
  const menu = document.createElement("button");
  menu.type = "button";
  menu.className = `${label.className} kb-menu`;
  menu.append(...label.childNodes);
  label.replaceWith(menu);
  const tell = () => menu.setAttribute("aria-expanded", String(drawer.checked));
  const toggle = (open) => {
    drawer.checked = open;
    drawer.dispatchEvent(new Event("change"));
    if (!open) menu.focus();
  };
  drawer.checked = false; // a browser that goes back to a page remembers what was open
  tell();
  drawer.addEventListener("change", tell);
  menu.addEventListener("click", () => toggle(!drawer.checked));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawer.checked) toggle(false);
  });
}

// Beside every "alternate", a feed too, the theme asks for a translated site; it knows none with a space.
for (const feed of document.querySelectorAll("link[rel=alternate]")) feed.rel += " ";

const report = document.querySelector(".kb-report");
report?.addEventListener("toggle", () => import("./report.js").catch(() => {}), { once: true });

// On paper, also where no style can unfold.
addEventListener("beforeprint", () => {
  for (const one of document.querySelectorAll("details:is(.kb-unfold, .kb-fold, .kb-rest, .kb-letter):not([open])")) {
    one.open = true;
    addEventListener("afterprint", () => (one.open = false), { once: true });
  }
});

// At the foot of every sheet of paper.
document.documentElement.style.setProperty("--kb-title", JSON.stringify(document.querySelector("h1").firstChild.textContent));

const print = document.querySelector(".kb-print");
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
