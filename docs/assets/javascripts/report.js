// "Klopt dit niet?", once somebody opened it: how it closes, the whole address of the page, and the questions for who has
// no mail program here.

import { element } from "./dom.js";

const report = document.querySelector(".kb-report");
const panel = report.querySelector("div");
const mail = panel.querySelector("a[href^=mailto]");
const issue = panel.querySelector("a[href*='pagina=']");
const filled = new URL(issue.href);
const stood = filled.searchParams.get("pagina");

// Escape and a click beside it close what stands above the page.
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || !report.open) return;
  report.open = false;
  report.querySelector("summary").focus();
});
document.addEventListener("click", ({ target, defaultPrevented }) => {
  if (!defaultPrevented && !report.contains(target)) report.open = false; // the way to it opens it: page-keys.js
});

// A site that does not know where it is published has only a path.
if (!/^https?:/.test(stood)) {
  const whole = location.origin + location.pathname;
  filled.searchParams.set("pagina", whole);
  issue.href = filled.href;
  const line = (address) => `%0D%0A${encodeURIComponent(address)}%0D%0A`;
  mail.href = mail.getAttribute("href").replace(line(stood), () => line(whole));
}

const button = element("button", { type: "button" }, "Kopieer de vragen");
const said = element("span", { role: "status" });
panel.querySelector("li").append(" Opent er geen mail? ", button, " ", said);

button.addEventListener("click", async () => {
  const asked = new URLSearchParams(new URL(mail.href).search);
  const text = `${asked.get("subject")}\n\n${asked.get("body").replaceAll("\r\n", "\n")}`;
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = "De vragen staan op je klembord.";
  } catch {
    const box = element("textarea", { rows: "8", readonly: "", "aria-label": "De vragen" }, text);
    said.textContent = "Kopiëren lukte niet vanzelf. Hieronder zijn de vragen geselecteerd.";
    panel.querySelector("textarea")?.remove();
    panel.append(box);
    box.select();
  }
});
