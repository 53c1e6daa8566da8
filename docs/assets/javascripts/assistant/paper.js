// What comes on paper of a case that is being written: all answers so far, where the page itself is not in view yet.

import { answerList } from "./answers.js";
import { parts, root } from "./page.js";
import { element } from "../dom.js";

const place = root.appendChild(element("div", { class: "kb-paper" }));

addEventListener("beforeprint", () => {
  if (!document.getElementById("assistent-voorbeeld").checkVisibility()) place.replaceChildren(...answerList(parts, () => {}));
});
addEventListener("afterprint", () => place.replaceChildren());
