// Shows a case as its page will look, with a small and safe part of Markdown: nothing that people type is ever HTML.

import { NOTE } from "./notes.js";
import { inDutch, inWords, sourceDate } from "../meaning.js";

const MARKED = /\\(?<sign>[\\`*_{}[\]()#+.!|>-])|\[(?<text>[^\[\]]+)\]\((?<address>[^\s()<>"]+)\)|\*\*(?<bold>[^*\n]+)\*\*|\*(?<italic>[^*\n]+)\*|`(?<code>[^`\n]+)`/;
const INLINE = new RegExp(`${NOTE.source}|${MARKED.source}`, "gu");

function element(tag, ...children) {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
}

// Text with notes, links and emphasis as nodes.
// `keys`: of the sources, in their order.
function inline(text, keys) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(plain(text.slice(end, match.index)), node(match.groups, keys));
    end = match.index + match[0].length;
  }
  return [...nodes, plain(text.slice(end))];
}

const plain = (text) => text.replaceAll("&lt;", "<");

function node({ sign, key, text, address, bold, italic, code }, keys) {
  if (sign) return sign;
  if (key) return element("sup", keys.includes(key) ? String(keys.indexOf(key) + 1) : `${key}?`);
  // What leads inside the site, or nowhere good, is shown as its words.
  if (address && !/^https?:\/\//i.test(address)) return text;
  if (address) return Object.assign(element("a", text), { href: address, target: "_blank", rel: "noopener noreferrer" });
  return bold ? element("strong", bold) : italic ? element("em", italic) : element("code", code);
}

// The blocks of a text as nodes.
export function* blocks(text, keys) {
  for (const block of (text ?? "").split(/\n\s*\n|\n(?=#)/)) {
    const lines = block.split("\n").filter((line) => line.trim());
    const [first, ...rest] = lines;
    const heading = /^#{3,6}\s+(.+)/.exec(first ?? "");
    const isItem = (line) => /^\s*([-*+]|\d+\.)\s/.test(line);
    const from = lines.findIndex(isItem);
    if (lines.length > 1 && lines.every((line) => line.trim().startsWith("|"))) yield table(lines, keys);
    else if (heading) {
      yield element("h6", heading[1]);
      if (rest.length) yield* blocks(rest.join("\n"), keys);
    } else if (from >= 0) {
      if (from) yield element("p", ...inline(lines.slice(0, from).join(" "), keys));
      const items = lines.slice(from).reduce((made, line) => (isItem(line) ? [...made, line] : [...made.slice(0, -1), `${made.at(-1)} ${line.trim()}`]), []);
      yield element(/^\s*\d/.test(items[0]) ? "ol" : "ul", ...items.map((item) => element("li", ...inline(item.replace(/^\s*\S+\s+/, ""), keys))));
    } else if (lines.length) yield element("p", ...inline(lines.join(" "), keys));
  }
}

function table(lines, keys) {
  const [head, , ...rows] = lines.map((line) => line.trim().replace(/^\||\|$/g, "").replaceAll("\\|", "\0").split("|").map((cell) => cell.replaceAll("\0", "|")));
  const row = (cells, tag) => element("tr", ...cells.map((cell) => element(tag, ...inline(cell.trim(), keys))));
  return element("table", element("thead", row(head, "th")), element("tbody", ...rows.map((cells) => row(cells, "td"))));
}

// What stands behind a name, as on the page.
function facts(pairs) {
  const told = pairs.filter(([, value]) => value?.length);
  return told.length ? [element("dl", ...told.flatMap(([name, value]) => [element("dt", name), element("dd", ...[value].flat())]))] : [];
}

const bare = (value) => (value === undefined ? undefined : String(value.text ?? value));

// The page as nodes: the parts, their order and their words are those of templates/case.md.j2.
// `made`: the case, from `toCase`; `photo`: its photo as a canvas, when there is one.
export function preview({ fields, sections }, rules, photo) {
  const keys = (fields.sources ?? []).map((source) => source.key);
  const called = (target, id) => rules.terms[target]?.titles[id] ?? id;
  const names = (name, target) => [fields[name] ?? []].flat().map((id) => called(target, id)).join(", ");
  const told = (text) => (text ? inline(text, keys) : undefined);
  const { period, outcome, results = [], lessons = [] } = fields;
  const [start, end] = [period?.start, period?.end].map(bare);
  const until = end ?? (outcome === "lopend" ? "nu" : start);
  const years = start === until ? start : `${start ?? "?"} tot ${until}`;
  const about = [fields.organisation, years, rules.outcomes[outcome] ?? outcome, ...(fields.themes ?? []).map((id) => called("themes", id))].filter(Boolean);
  return [
    ...(fields.question ? [element("p", fields.question)] : []),
    element("h4", fields.title ?? "(nog geen titel)"),
    ...(about.length ? [element("p", ...about.map((text) => element("span", text)))] : []),
    ...(fields.summary ? [element("p", fields.summary)] : []),
    ...brief(fields.brief, told),
    ...large(results.filter(({ highlight }) => highlight), rules, keys),
    ...picture(fields.photo, rules, photo),
    ...facts([
      ["Van wie", fields.organisation],
      ["Waar", places(names)],
      ["Wanneer", years],
      ["Sector", names("sectors", "sectors")],
      ["Rol van de overheid", names("role", "roles")],
      ["Community", names("communities", "community")],
      ["Werkvorm", names("werkvormen", "werkvorm")],
      ["Partijen", parties(fields.parties ?? [], called)],
    ]),
    ...rules.sections.flatMap((title, index) => {
      const told = [...blocks(sections[index], keys), ...(title === "Resultaat" ? figures(results, rules, keys) : [])];
      return told.length ? [element("h5", title), ...told] : [];
    }),
    ...(fields.turns?.length ? [element("h5", "Afslagen")] : []),
    ...(fields.turns ?? []).flatMap((turn) => whole(turn, told, called, keys)),
    ...(lessons.length ? [element("h5", "Wat zegt deze case over de lessen?")] : []),
    ...lessons.map((link) => element("p", element("strong", link.stance ?? "?"), " ", called("lesson", link.lesson), element("br"), ...(told(link.because) ?? []))),
    ...(fields.confidence || fields.certainty ? [element("h5", "Hoe zeker is dit?")] : []),
    ...(fields.confidence ? [element("p", fields.confidence.replace(/^./, (sign) => sign.toUpperCase()))] : []),
    ...blocks(fields.certainty, keys),
    ...(keys.length ? [element("h5", "Bronnen"), element("ol", ...fields.sources.map((one) => element("li", ...source(one, told))))] : []),
  ];
}

function picture(about, rules, photo) {
  if (!about) return [];
  if (photo) photo.setAttribute("aria-label", about.alt ?? "Foto zonder beschrijving");
  const maker = about.url ? Object.assign(element("a", about.maker ?? "?"), { href: about.url, target: "_blank", rel: "noopener noreferrer" }) : about.maker ?? "?";
  return [element("figure", ...(photo ? [photo] : []), element("figcaption", "Foto: ", maker, `, ${rules.photo.terms[about.licence] ?? "?"}`))];
}

function brief(lines, told) {
  const labels = { choice: "Koos", outcome: "Leverde op", setback: "Ging mis", lesson: "Les" };
  const given = Object.keys(labels).filter((name) => lines?.[name]);
  return given.length ? [element("h5", "In het kort"), ...given.map((name) => element("p", element("strong", labels[name]), " ", ...told(lines[name])))] : [];
}

// The figures that stand large above the page.
function large(results, rules, keys) {
  const shown = results.map(({ what = "?", unit = "?", kind, target, achieved, year, source, reported_by: by }) => {
    const aim = achieved !== undefined && target !== undefined ? `; ${kind === "kosten" ? "begroot was" : "het doel was"} ${inDutch(bare(target))}` : "";
    const said = `${year ? `${bare(year)}, ` : ""}${achieved === undefined ? "verwacht" : "gemeld"} door ${rules.reporters[by] ?? "?"}`;
    const number = Object.assign(element("p", `${inDutch(bare(achieved ?? target) ?? "?")} `, element("span", unit)), { className: "kb-figure-number" });
    const about = [element("p", `${what}${aim}`), element("p", said, ...(source ? inline(`[^${source}]`, keys) : []))];
    return Object.assign(element("div", number, ...about), { className: "kb-figure" });
  });
  return shown.length ? [Object.assign(element("div", ...shown), { className: "kb-figures" })] : [];
}

function places(names) {
  const [towns, region, provinces] = [names("places", "municipalities"), names("region", "regions"), names("provinces", "provinces")];
  const told = [towns, region && `Energieregio ${region}`, provinces && `Provincie ${provinces}`].filter(Boolean);
  return told.flatMap((line, index) => (index ? [element("br"), line] : [line]));
}

const party = (name, kind) => (name.toLowerCase().includes(kind.toLowerCase()) ? name : `${name} (${kind.toLowerCase()})`);

function parties(all, called) {
  const lines = all.map(({ name, kind }) => element("li", party(name ?? "?", called("party-kinds", kind ?? ""))));
  return lines.length ? [element("ul", ...lines)] : [];
}

function whole(turn, told, called, keys) {
  const { what, date, vote, source: key } = turn.decision ?? {};
  const decided = [what, date && inWords(bare(date))].filter(Boolean).join(", ") + (vote ? ` (${vote})` : "");
  return [
    element("h6", `${bare(turn.when) ?? "?"}: ${turn.choice ?? ""}`),
    ...facts([
      ["Opties", (turn.options ?? []).flatMap((one, index) => [...(index ? [element("br")] : []), ...option(one, told, called)])],
      ["Waarom", told(turn.because)],
      ["Open vraag", told(turn.open)],
      ["Wie besloot", told(turn.decided_by)],
      ["Besluit", decided && [...told(decided), ...(key ? inline(`[^${key}]`, keys) : [])]],
      ["Wat het kostte", told(turn.cost)],
      ["Soort keuze", turn.kind && called("choice-kinds", turn.kind)],
      ["Wat ervan kwam", told(turn.later)],
    ]),
  ];
}

// An option, and what an opened file says of it.
function option(one, told, called) {
  if (typeof one === "string") return told(one);
  const { what, kind, source: key } = one;
  const [isTaken, isOurs] = [one.taken, one.ours].map((value) => bare(value) === "true");
  const way = typeof kind === "string" && kind && called("option-kinds", kind).replace(/^./, (sign) => sign.toLowerCase());
  const said = [isTaken && "gekozen", way && `weg: ${way}`, isOurs && "door ons ingevuld"].filter(Boolean).join("; ");
  const words = told(`${what}${typeof key === "string" && key ? `[^${key}]` : ""}`) ?? [];
  return [...(isTaken ? [element("strong", "✓ ", ...words)] : words), ...(said ? [` (${said})`] : [])];
}

function figures(results, rules, keys) {
  const kinds = Object.keys(rules.figures).map((kind) => [kind, results.filter((result) => (result.kind ?? "uitkomst") === kind)]).filter(([, own]) => own.length);
  const tables = kinds.flatMap(([kind, own]) => {
    const [title, ...heads] = rules.figures[kind];
    const columns = ["target", "achieved"].map((name, index) => [name, heads[index] || "Gehaald"])
      .filter(([name]) => kind === "uitkomst" || own.some((result) => result[name] !== undefined));
    const row = (cells, tag) => element("tr", ...cells.map((cell) => element(tag, ...[cell].flat())));
    const cells = (result) => [
      [result.what ?? "?", ...(result.note ? [element("br"), ...inline(result.note, keys)] : [])],
      ...columns.map(([name]) => (result[name] === undefined ? "–" : inDutch(bare(result[name])))),
      result.unit ?? "?", bare(result.year) ?? "–", [rules.reporters[result.reported_by] ?? "?", ...(result.source ? inline(`[^${result.source}]`, keys) : [])],
    ];
    const head = element("thead", row(["Wat", ...columns.map(([, name]) => name), "Eenheid", "Jaar", "Gemeld door"], "th"));
    const table = element("table", head, element("tbody", ...own.map((result) => row(cells(result), "td"))));
    return [...(kinds.length > 1 || kind !== "uitkomst" ? [element("p", element("strong", title))] : []), table];
  });
  return tables.length ? [element("h6", "In cijfers"), ...tables] : [];
}

function source({ publisher, title, date, url, note }, told) {
  const name = title ?? url ?? "nog zonder titel";
  const link = url ? Object.assign(element("a", name), { href: url, target: "_blank", rel: "noopener noreferrer" }) : name;
  const day = date ? ` (${sourceDate(date)})` : "";
  return [publisher ? `${publisher}, ` : "", link, `${day}.${url ? "" : " Het webadres is niet bewaard."}`, ...(note ? [" ", ...told(note)] : [])];
}
