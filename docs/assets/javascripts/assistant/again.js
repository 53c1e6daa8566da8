// Begins the case anew.

import { form, inform, pass, status, warn } from "./page.js";
import { pages } from "./pages.js";
import { restore, store } from "./saving.js";
import { forget, photo, show } from "./steps.js";

// Wipes all that was filled in.
export async function startOver() {
  store.clear();
  forget();
  history.replaceState(null, "", location.pathname);
  restore({});
  status.textContent = "";
  show(pages()[0]);
  const isGone = await photo((one) => one.forgetPhoto()).catch(() => false);
  form.addEventListener("input", pass, { once: true });
  if (isGone) inform("Alles is gewist.", () => true);
  else warn("Alles is gewist, maar een foto die je koos misschien niet. Kijk of je verbinding hebt en kies nog eens Begin opnieuw.");
}
