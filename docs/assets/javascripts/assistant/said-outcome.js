// How a case ended, as people say it: 'is gestopt', 'loopt nog door'. The patterns are those of
// scripts/kennisbank/reading/said_outcome.py.

// The outcome that a text names; empty when it names none, denies it, or names two.
// `outcomes`: from regels.json.
export function saidOutcome(text, { ids, most, said, denied, yes }) {
  const made = ([source, flags], more = "") => new RegExp(source, flags + more);
  const [whole] = made(yes).exec(text) ?? [];
  if (whole === text) return ids.lopend;
  if (text.length > most) return "";
  const all = [...text.matchAll(made(said, "g"))];
  const named = new Set(all.flatMap(({ groups }) => Object.keys(groups).filter((name) => groups[name] !== undefined)));
  const isDenied = all.some(({ index }) => made(denied).test(text.slice(0, index).split(/[.,;:()]/).at(-1)));
  return named.size === 1 && !isDenied ? ids[[...named][0]] : "";
}
