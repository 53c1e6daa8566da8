// Asks and shows answers; what that takes is loaded when somebody first searches.

import { element, ROOT } from "../dom.js";

export const FAILED = "Zoeken lukt nu niet. Probeer het opnieuw, of kies hierboven in het menu.";

// All that searching takes. One file names the next: on a slow line the browser would wait for each of them.
const MODULES = ["results", "find", "index", "question", "same", "rank", "purpose", "excerpt"];
let fetched = false;

// Start fetching what searching takes, because somebody is about to search.
export function prepare() {
  if (fetched) return;
  fetched = true;
  const paths = [...MODULES.map((name) => `search/${name}.js`), "dutch.js"];
  for (const path of paths) {
    const href = new URL(`assets/javascripts/${path}`, ROOT).href;
    document.head.append(element("link", { rel: "modulepreload", href }));
  }
  import("./index.js").then(({ openIndex }) => openIndex()).catch(() => {}); // the first question says what is wrong
}

// Makes a list of results, as `resultList` in results.js does; true when nothing went wrong.
export function asker(parts) {
  let asking;
  return async (question, typing = false) => {
    if (!asking && !question.trim()) return;
    prepare();
    try {
      asking ??= import("./results.js").then(({ resultList }) => resultList(parts));
      await (await asking)(question, typing);
      return true;
    } catch {
      asking = undefined;
      parts.status.textContent = FAILED;
    }
  };
}
