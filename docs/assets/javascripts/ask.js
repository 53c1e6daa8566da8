// Asks and shows answers; what that takes is loaded when somebody first searches.

export const NOTHING_ASKED = "Typ een woord of een vraag";
export const FAILED = "Zoeken lukt nu niet. Probeer het opnieuw, of kies hierboven in het menu.";

/**
 * Makes a list of results, as `resultList` in results.js does.
 * @param {{status: Element, filters: Element, list: Element}} parts where the count, the filters and the results go
 * @returns {(question: string) => Promise<void>} asks and shows
 */
export function asker(parts) {
  let asking;
  return async (question) => {
    if (!asking && !question.trim()) {
      parts.status.textContent = NOTHING_ASKED;
      return;
    }
    try {
      asking ??= import("./results.js").then(({ resultList }) => resultList(parts));
      await (await asking)(question);
    } catch {
      asking = undefined;
      parts.status.textContent = FAILED;
    }
  };
}
