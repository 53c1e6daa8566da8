// The small drawings of a case page: marks, the meter, the bar of a figure, and the road. The same as
// scripts/kennisbank/building/drawings: a test holds the preview to the page.

import { element } from "../dom.js";

const HIDDEN = { "aria-hidden": "true", focusable: "false" };
const HIGH = 30;
const SIGN = 13;
const MOST_IN_A_ROW = 4;
const [BELOW, BAR] = [15, 10];

function svg(tag, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

// A mark beside a word.
// `path`: its line in a field of 24; `name`: of its class, such as line-choice.
export const mark = (path, name) => svg("svg", { class: `kb-mark kb-mark--${name}`, viewBox: "0 0 24 24", ...HIDDEN }, svg("path", { d: path }));

// Three blocks, of which so many are filled.
export const meter = (step) =>
  svg("svg", { viewBox: "0 0 66 16", width: 66, height: 16, ...HIDDEN }, ...[0, 1, 2].map((place) =>
    svg("rect", { x: 2 + place * 22, y: 2, width: 18, height: 12, rx: 2, class: place < step ? "kb-step kb-step--on" : "kb-step" })));

// A bar for what was done with a mark for the goal; none when one is not known or below nothing.
export function scale(goal, done, word) {
  if (!(goal > 0 && done >= 0)) return [];
  const longest = Math.max(goal, done);
  const share = (part) => `${((part / longest) * 100).toFixed(1)}%`;
  const drawn = svg("svg", { width: "100%", height: BELOW + BAR + 4, class: "kb-scale", ...HIDDEN },
    svg("rect", { y: BELOW, width: share(goal), height: BAR, class: "kb-scale-room" }),
    svg("rect", { y: BELOW, width: share(done), height: BAR, class: "kb-scale-done" }),
    svg("line", { x1: share(goal), x2: share(goal), y1: BELOW - 3, y2: BELOW + BAR + 3 }),
    svg("text", { x: share(goal), y: 10, "text-anchor": goal * 2 > longest ? "end" : "start" }, word));
  return [element("p", {}, drawn)];
}

// The road and its key: junctions with their year, the way taken, the others and what is said of it; `ending`: how the
// case ended, as its name, its badge and the line of its mark.
export function road(junctions, ending) {
  const rows = Math.ceil(junctions.length / MOST_IN_A_ROW);
  const stops = junctions.map((one, index) => stop(one, index === junctions.length - 1 && ending));
  return [...key(junctions), element("ol", { class: `kb-road kb-road--${Math.ceil(junctions.length / rows)}` }, ...stops)];
}

function key(junctions) {
  const others = junctions.flatMap((one) => one.others);
  if (!others.length) return [];
  const told = [["taken", "Dikke lijn: gekozen."], ["siding", "Zijtak: niet gekozen."]];
  if (others.some(({ ours }) => ours)) told.push(["ours", "Gestreepte zijtak: door ons ingevuld; geen bron noemt die."]);
  return [element("p", { class: "kb-road-key" }, ...told.flatMap(([name, words]) => [element("span", {}, sample(name), words), " "]))];
}

const sample = (name) =>
  svg("svg", { class: `kb-sample kb-sample--${name}`, width: name === "taken" ? 26 : 44, height: 14, ...HIDDEN },
    svg("path", { d: name === "taken" ? "M0 7H26" : "M0 7H40" }), ...(name === "taken" ? [] : [svg("path", { d: "M42 0V14", class: "kb-dead-end" })]));

function stop({ year, taken, others, said }, ending) {
  const title = element("a", {}, element("span", { class: "kb-road-year" }, year), " ", element("span", { class: "kb-road-taken" }, taken));
  const ways = others.map((other) => element("li", other.ours ? { class: "kb-ours" } : {}, siding(), element("span", {}, other.what, ...(other.ours ? [element("span", { class: "kb-unseen" }, " (door ons ingevuld)")] : []))));
  const words = said.map(([word, text]) => element("p", {}, element("span", { class: "kb-road-word" }, word), " ", text));
  const end = ending ? [element("p", { class: "kb-road-ending" }, element("span", { class: "kb-road-word" }, "Hele case:"), " ", ending.badge)] : [];
  return element("li", { class: "kb-junction" },
    element("div", { class: "kb-road-told" }, element("p", { class: "kb-road-title" }, title), element("div", { class: "kb-road-words" }, ...words, ...end)),
    ...(ways.length ? [element("ul", { class: "kb-ways", "aria-label": "Niet gekozen" }, ...ways)] : []),
    line(ending));
}

function siding() {
  const paths = [["M5 40C5 16 14 12 26 12H33", "kb-lying"], ["M38 5V19", "kb-lying kb-dead-end"], ["M3 -4C3 8 9 12 22 12H46", "kb-standing"], ["M48 5V19", "kb-standing kb-dead-end"]];
  return svg("svg", { width: 50, height: 40, ...HIDDEN }, ...paths.map(([d, kind]) => svg("path", { d, class: kind })));
}

function line(ending) {
  const middle = HIGH / 2;
  const kinds = ["kb-tar", "kb-dashes"];
  const lying = kinds.map((kind) => svg("line", { x1: 0, x2: "100%", y1: middle, y2: middle, class: kind }));
  const standing = kinds.map((kind) => svg("line", { y1: 0, y2: "100%", x1: middle, x2: middle, class: kind }));
  if (ending) {
    lying.push(svg("svg", { x: "100%" }, end(ending, [-SIGN, middle], `M-16 1L0 ${middle} -16 ${HIGH - 1}z`)));
    standing.push(svg("svg", { y: "100%" }, end(ending, [middle, -SIGN], `M1 -16L${middle} 0 ${HIGH - 1} -16z`)));
  }
  return svg("svg", { class: "kb-road-line", width: "100%", height: HIGH, ...HIDDEN },
    svg("g", { class: "kb-lying" }, ...lying), svg("g", { class: "kb-standing" }, ...standing), svg("circle", { cx: middle, cy: middle, r: middle - 4 }));
}

// An arrow while it goes on, else the sign of how it ended.
const end = ({ outcome, path }, [across, down], arrow) =>
  outcome === "lopend"
    ? svg("path", { d: arrow })
    : svg("g", { class: "kb-road-end" },
      svg("circle", { cx: across, cy: down, r: SIGN }), svg("path", { d: path, transform: `translate(${across - 9} ${down - 9}) scale(.75)` }));
