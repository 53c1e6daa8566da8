// Tells what a form kept in this browser and cannot read: it is nowhere else, so that only people may throw it away.

import { choice, warn } from "./assistant/page.js";
import { download } from "./download.js";

// `key`: where it was put aside.
export function tell(key) {
  const take = choice("Neem het mee als bestand", () => download("onleesbaar.txt", "text/plain;charset=utf-8", [localStorage.getItem(key)]));
  const drop = choice("Gooi het weg", () => localStorage.removeItem(key));
  warn("Wat je browser hier eerder bewaarde, is niet te lezen. Het is niet weggegooid.", take, drop);
}
