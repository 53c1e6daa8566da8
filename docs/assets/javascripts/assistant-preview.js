// Shows a case as its page will look, with a small and safe part of Markdown: nothing that people type is ever HTML.

const INLINE = /\\(?<sign>[\\`*_{}[\]()#+.!|>-])|\[\^(?<note>[^\[\]\s]+)\]|\[(?<text>[^\[\]]+)\]\((?<address>https?:\/\/[^\s()<>"]+)\)|\*\*(?<bold>[^*\n]+)\*\*|\*(?<italic>[^*\n]+)\*|`(?<code>[^`\n]+)`/gu;

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

function node({ sign, note, text, address, bold, italic, code }, keys) {
  if (sign) return sign;
  if (note) return element("sup", keys.includes(note) ? String(keys.indexOf(note) + 1) : `${note}?`);
  if (address) return Object.assign(element("a", text), { href: address, target: "_blank", rel: "noopener noreferrer" });
  return bold ? element("strong", bold) : italic ? element("em", italic) : element("code", code);
}

function* blocks(text, keys) {
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

function* listed(title, items) {
  if (items.length) yield* [element("h5", title), element("ul", ...items.map((item) => element("li", ...item)))];
}

// The page as nodes.
// `made`: the case, from `toCase`.
export function preview({ fields, sections }, rules) {
  const keys = (fields.sources ?? []).map((source) => source.key);
  const called = (target, id) => rules.terms[target]?.titles[id] ?? id;
  const names = (name, target) => (fields[name] ?? []).map((id) => called(target, id)).join(", ");
  const until = fields.period?.end ?? (fields.outcome === "lopend" ? "nu" : "");
  const years = [...new Set([fields.period?.start, until].filter(Boolean).map((year) => String(year.text ?? year)))].join(" tot ");
  const facts = [
    ["Organisatie", fields.organisation],
    ["Gemeenten", names("places", "municipalities")],
    ["Periode", years],
    ["Afloop", fields.outcome],
    ["Thema's", names("themes", "themes")],
  ].filter(([, value]) => value);
  return [
    element("h4", fields.title ?? "(nog geen titel)"),
    element("p", ...inline(fields.summary ?? "", [])),
    ...(fields.question ? [element("p", element("strong", "De vraag: "), fields.question)] : []),
    element("dl", ...facts.flatMap(([name, value]) => [element("dt", name), element("dd", value)])),
    ...rules.sections.flatMap((title, index) => [element("h5", title), ...blocks(sections[index], keys)]),
    ...listed("Afslagen", (fields.turns ?? []).map((turn) => [element("strong", `${turn.when?.text ?? turn.when ?? "?"}: ${turn.choice ?? ""}`), " ", ...inline(turn.because ?? "", keys)])),
    ...listed("Lessen", (fields.lessons ?? []).map((link) => [`${called("lesson", link.lesson)} (${link.stance ?? "?"}): `, ...inline(link.because ?? "", keys)])),
    ...listed("Cijfers", (fields.results ?? []).map((result) => [figure(result)])),
    ...listed("Bronnen", (fields.sources ?? []).map((source) => [[source.publisher, source.title, source.date].filter(Boolean).join(", ")])),
  ];
}

function figure({ what, target, achieved, unit }) {
  const said = [target && `doel ${target.text ?? target}`, achieved && `gehaald ${achieved.text ?? achieved}`].filter(Boolean);
  return `${what ?? "?"}: ${said.join(", ") || "nog geen cijfer"} ${unit ?? ""}`;
}
