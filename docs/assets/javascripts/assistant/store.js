// Keeps the answers in this browser, and sees to it that two tabs do not overwrite each other.

export const CASE = "transitieversneller.case"; // where the case of the whole form is kept

// A store for one case, under a name of its own.
//   `load` gives the answers kept; `save` says `kept`, `blocked` (the browser keeps nothing, or is full) or `conflict`
//   (another tab saved since); `works` says `nothing`, or `blocked`; after `take` this tab may write over the other;
//   `aside` keeps what this tab alone has until somebody chooses, and `own` gives it back after a reload; `visit` keeps
//   the step, and `visited` gives it; `spare` is what was kept and cannot be read, which `drop` throws away
// `older` makes answers of what an earlier version of the site kept there, or gives null.
export function caseStore(key = CASE, older = () => null) {
  let seen = 0;

  function stored() {
    const found = JSON.parse(localStorage.getItem(key) ?? "null");
    if (found && typeof found.answers === "object" && Number.isInteger(found.version)) return found;
    const answers = older(found);
    return answers && { version: 0, answers };
  }

  // What is there and cannot be read, letter for letter; it is put beside it before anything is written over it.
  function unread() {
    const found = localStorage.getItem(key) ?? "null";
    return found === "null" || attempt(stored, null) ? "" : found;
  }

  const spare = () => (localStorage.getItem(`${key}.onleesbaar`) ?? "") + unread();

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
      const version = attempt(stored, null)?.version ?? 0;
      if (version !== seen) return "conflict";
      if (unread()) localStorage.setItem(`${key}.onleesbaar`, spare());
      localStorage.setItem(key, JSON.stringify({ version: version + 1, answers }));
      seen = version + 1;
      return "kept";
    }, "blocked"),
    works: () => attempt(() => localStorage && "nothing", "blocked"),
    spare: () => attempt(spare, ""),
    drop: () => attempt(() => {
      if (unread()) localStorage.removeItem(key);
      localStorage.removeItem(`${key}.onleesbaar`);
    }),
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
      for (const name of [`${key}.stap`, `${key}.onleesbaar`, key]) localStorage.removeItem(name);
      seen = 0;
    }),
  };
}

// Calls back when another tab saved the case.
export const whenSavedElsewhere = (key, callback) => addEventListener("storage", (event) => event.key === key && callback());
