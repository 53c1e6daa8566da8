// Keeps the answers in this browser, and sees to it that two tabs do not overwrite each other.

export const CASE = "transitieversneller.case"; // where the case of the whole form is kept

// A store for one case, under a name of its own.
//   `load` gives the answers kept; `save` says `kept`, `blocked` (the browser keeps nothing, or is full) or `conflict`
//   (another tab saved since); `works` says `nothing`, or `blocked`; after `take` this tab may write over the other;
//   `aside` keeps what this tab alone has until somebody chooses, and `own` gives it back after a reload; `visit` keeps
//   the step, and `visited` gives it
// `older` makes answers of what an earlier version of the site kept there, or gives null.
export function caseStore(key = CASE, older = () => null) {
  const spare = `${key}.onleesbaar`;
  const aside = () => localStorage.getItem(spare) ?? "";
  let seen = 0;

  // What cannot be read is put aside, for the next save writes over it.
  function stored() {
    const text = localStorage.getItem(key) ?? "null";
    const found = attempt(() => JSON.parse(text), null);
    if (found && typeof found.answers === "object" && Number.isInteger(found.version)) return found;
    const answers = older(found);
    if (!answers && text !== "null" && !aside().endsWith(text)) localStorage.setItem(spare, aside() + text);
    return answers && { version: 0, answers };
  }

  function attempt(action, otherwise) {
    try {
      return action();
    } catch {
      return otherwise;
    }
  }

  return {
    load: () => attempt(() => {
      const found = stored();
      seen = found?.version ?? 0;
      return found?.answers ?? null;
    }, null),
    save: (answers) => attempt(() => {
      const version = stored()?.version ?? 0;
      if (version !== seen) return "conflict";
      localStorage.setItem(key, JSON.stringify({ version: version + 1, answers }));
      seen = version + 1;
      return "kept";
    }, "blocked"),
    works: () => attempt(() => localStorage && "nothing", "blocked"),
    spare: () => attempt(() => aside() && spare, ""),
    take: () => attempt(() => (seen = stored()?.version ?? 0)),
    aside: (answers) => attempt(() => (answers ? sessionStorage.setItem(key, JSON.stringify(answers)) : sessionStorage.removeItem(key))),
    own: () => attempt(() => {
      const found = JSON.parse(sessionStorage.getItem(key));
      if (found) seen = -1;
      return typeof found === "object" ? found : null;
    }, null),
    visit: (step) => attempt(() => stored() && localStorage.setItem(`${key}.stap`, step)),
    visited: () => attempt(() => localStorage.getItem(`${key}.stap`), null),
    clear: () => attempt(() => {
      sessionStorage.removeItem(key);
      for (const name of [`${key}.stap`, spare, key]) localStorage.removeItem(name);
      seen = 0;
    }),
  };
}

// Calls back when another tab saved the case.
export const whenSavedElsewhere = (key, callback) => addEventListener("storage", (event) => event.key === key && callback());
