// The names of all municipalities and provinces, each with the other names that people have for it.

let loading;

// Two lists of rows, in which the title comes first; empty ones when they cannot be loaded now.
export function placeNames() {
  loading ??= fetch(new URL("../../bijdragen/assistent/plaatsen.json", import.meta.url))
    .then((answer) => answer.json())
    .catch(() => {
      loading = undefined;
      return { municipalities: [], provinces: [] };
    });
  return loading;
}
