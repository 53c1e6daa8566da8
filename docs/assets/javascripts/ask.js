// Asks and shows answers; what that takes is loaded when somebody first searches.

/**
 * Makes a list of results, as `resultList` in results.js does.
 * @param {{status: Element, filters: Element, list: Element}} parts where the count, the filters and the results go
 * @returns {(question: string) => Promise<void>} asks and shows
 */
export function asker(parts) {
  let asking;
  return async (question) => {
    if (!asking && !question.trim()) {
      parts.status.textContent = "Typ een woord of een vraag";
      return;
    }
    try {
      asking ??= import("./results.js").then(({ resultList }) => resultList(parts));
      await (await asking)(question);
    } catch {
      asking = undefined;
      parts.status.textContent = "Zoeken lukt nu niet. Probeer het opnieuw, of kies hierboven in het menu.";
    }
  };
}
