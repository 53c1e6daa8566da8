// Reads the fields of a case file: the part of YAML 1.2 that people and programs write there. What is beyond it is
// refused with its line, never guessed. tests/faces/test_assistant_opening.py holds it equal to the checker's reader.

import { behind, lacking } from "./quotes.js";
import { Bare, isNumber } from "./writer.js";

// Something that cannot be read; `line` counts from 1.
export class Unreadable extends Error {
  constructor(line, message) {
    super(message);
    this.line = line;
  }
}

const BLANK = /^\s*(#.*)?$/;
const KEY = /^(?:(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')[ \t]*|([^\s"'#&*!|>%@`[\]{},?:-](?:[^:#]|:(?=\S)|(?<=\S)#)*?)):(?=\s|$)/;
const ESCAPES = { 0: "\0", a: "\x07", b: "\b", e: "\x1b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v", N: "\x85", _: "\xa0", L: "\u2028", P: "\u2029" };
const DEEPEST = 20;
const NEXT_FIELD = /^( *(?:- +)*)[^\W\d][\w-]*:(?: |$)/;

// The value of a plain text: a number or yes-no as it was typed, nothing, or the text.
export function plainValue(text) {
  if (/^(|~|null|Null|NULL)$/.test(text)) return null;
  return isNumber(text) || /^([tT]rue|[fF]alse)$/.test(text) ? new Bare(text) : text;
}

// The value of a text; throws `Unreadable`.
export function readYaml(text) {
  const lines = text.replace(/\n$/, "").split("\n");
  const whole = lines.join("\n");
  const starts = [0];
  for (const line of lines) starts.push(starts.at(-1) + line.length + 1);
  let at = 0;
  let depth = 0;
  const refuse = (message, line = at) => {
    throw new Unreadable(line + 1, message);
  };
  const indentOf = (line) => {
    if (/^ *\t/.test(line)) refuse("daar staat een tab; gebruik spaties");
    return line.length - line.trimStart().length;
  };
  const skip = () => {
    while (at < lines.length && BLANK.test(lines[at])) at++;
    return at < lines.length;
  };
  const isItem = (line) => /^\s*-(\s|$)/.test(line);
  const marker = lines.findIndex((line) => /^(---|\.\.\.)(\s|$)/.test(line));
  if (marker >= 0) refuse("daar begint iets nieuws, en dat hoort hier niet", marker);

  function node(least) {
    if (!skip() || indentOf(lines[at]) < least) return null;
    if (++depth > DEEPEST) refuse("daar staat te veel in elkaar");
    const indent = indentOf(lines[at]);
    const body = lines[at].slice(indent);
    const value = isItem(body) ? sequence(indent) : KEY.test(body) ? mapping(indent) : inline(body, indent - 1);
    depth--;
    return value;
  }

  function mapping(indent) {
    const made = {};
    while (skip() && indentOf(lines[at]) === indent && !isItem(lines[at])) {
      const body = lines[at].slice(indent);
      const found = KEY.exec(body) ?? refuse("daar hoort een veld met een dubbele punt");
      const key = found[1] === undefined ? (found[2]?.replaceAll("''", "'") ?? found[3].trim()) : unescaped(found[1]);
      if (Object.hasOwn(made, key) || key === "__proto__") refuse(`het veld '${key}' staat er twee keer`);
      made[key] = inline(body.slice(found[0].length), indent, true);
    }
    if (at < lines.length && !BLANK.test(lines[at]) && indentOf(lines[at]) > indent) refuse("die regel springt verkeerd in");
    return made;
  }

  function sequence(indent) {
    const made = [];
    while (skip() && indentOf(lines[at]) === indent && isItem(lines[at])) {
      const rest = lines[at].slice(indent + 1);
      const start = indent + 1 + rest.length - rest.trimStart().length;
      if (KEY.test(rest.trimStart()) || isItem(rest.trimStart())) {
        lines[at] = " ".repeat(start) + rest.trimStart();
        made.push(node(start));
      } else made.push(inline(rest, indent));
    }
    return made;
  }

  // What stands behind a key or dash, or on the lines below it.
  function inline(rest, indent, isField = false) {
    const body = rest.trimStart();
    if (BLANK.test(rest)) {
      at++;
      if (!skip()) return null;
      return isField && isItem(lines[at]) && indentOf(lines[at]) === indent ? sequence(indent) : node(indent + 1);
    }
    if (/^[|>]/.test(body)) return block(body, indent);
    if (/^["'[{]/.test(body)) return enclosed(body, indent);
    return plain(body, indent);
  }

  function plain(first, indent) {
    const found = [];
    for (let part = first; ; part = lines[at].trim()) {
      const bare = part.replace(/(^|\s)#.*$/, "").trim();
      if (!found.length && /^([&*!%@`?]|-\s)/.test(bare)) refuse(`een waarde kan niet met ${bare[0]} beginnen; zet haar tussen aanhalingstekens`);
      if (/:(\s|$)/.test(bare) && /^[“”„‘’]/.test(found[0] ?? bare)) refuse(`de aanhalingstekens zijn daar krom (${(found[0] ?? bare)[0]}); maak er rechte van (")`);
      if (/:(\s|$)/.test(bare)) refuse("in die waarde staat een dubbele punt; zet haar tussen aanhalingstekens");
      found.push(bare);
      at++;
      const ended = bare !== part.trim();
      let blank = 0;
      while (!ended && at + blank < lines.length && !lines[at + blank].trim()) blank++;
      const next = lines[at + blank];
      if (ended || next === undefined || indentOf(next) <= indent || next.trim().startsWith("#")) break;
      at += blank;
      found.push(...Array(blank).fill(""));
    }
    return found.length > 1 ? folded(found) : plainValue(found[0]);
  }

  // A text below | or >, in which nothing has a meaning.
  function block(head, indent) {
    const style = /^([|>])([-+]?)([1-9]?)([-+]?)[ \t]*(#.*)?$/.exec(head) ?? refuse("achter | of > hoort niets te staan");
    at++;
    const start = at;
    let next = start;
    while (next < lines.length && !lines[next].trim()) next++;
    const first = lines[next];
    const own = style[3] ? Math.max(indent, 0) + Number(style[3]) : Math.max(first ? indentOf(first) : 0, indent + 1);
    while (at < lines.length && (!lines[at].trim() || indentOf(lines[at]) >= own)) at++;
    const before = lines.slice(start, first === undefined ? -1 : next);
    if (!style[3] && before.some((line) => line.length > own)) refuse("een lege regel springt daar verder in dan de tekst", start);
    const body = lines.slice(start, at).map((line) => line.slice(own));
    const end = body.findLastIndex((line) => line) + 1;
    const chomp = style[2] || style[4];
    const last = chomp === "-" || !end ? "" : chomp === "+" ? "\n".repeat(body.length - end + 1) : "\n";
    return (style[1] === "|" ? body.slice(0, end).join("\n") : foldedBlock(body.slice(0, end))) + last;
  }

  // Between quotes or brackets, over as many lines as it takes.
  function enclosed(body, indent) {
    const source = whole;
    const begin = starts[at] + lines[at].length - body.length;
    let here = begin;
    const lineHere = () => at + source.slice(begin, here).split("\n").length - 1;
    // What runs on over the next field lacks its end where it began.
    const isOver = (from) => {
      if (!source.slice(from, here).includes("\n")) return false;
      const lineEnd = source.indexOf("\n", here);
      const [, ...after] = source.slice(from, lineEnd < 0 ? undefined : lineEnd).split("\n");
      return after.some((line) => NEXT_FIELD.exec(line)?.[1].length <= Math.max(indent, 0));
    };
    const stop = (message) => (isOver(begin) ? refuse(`een ${body[0] === "[" ? "lijst" : "groep"} met ${body[0]} is niet gesloten`) : refuse(message, lineHere()));
    const space = () => {
      here += /^(\s|(?<=\s)#[^\n]*)*/.exec(source.slice(here))[0].length;
    };
    const taken = (pattern, message) => {
      const found = pattern.exec(source.slice(here)) ?? stop(message);
      here += found[0].length;
      return found;
    };
    const quoted = () => {
      const from = here;
      const lack = lacking(source.slice(from, from + 3));
      const [, text] = taken(source[from] === '"' ? /^"((?:[^"\\]|\\(?![ \t]+\n)[^])*)"/ : /^'((?:[^']|'')*)'/, lack);
      if (!isOver(from)) return source[from] === '"' ? unescaped(foldQuoted(text)) : foldQuoted(text).replaceAll("''", "'");
      here = from;
      return refuse(lack, lineHere());
    };
    const bare = () => {
      const [text] = taken(/^(?:[^,[\]{}#:\n]|:(?![\s,[\]{}])|(?<=\S)#|\n(?!\s*[,\]}]))*/, "dat is niet te lezen");
      if (/^[&*!%@`|>"']/.test(text)) stop(`een waarde kan niet met ${text[0]} beginnen; zet haar tussen aanhalingstekens`);
      return text.trim().replace(/(?<!\s)\s*\n\s*/g, " ");
    };
    function value(level) {
      if (level > DEEPEST) stop("daar staat te veel in elkaar");
      if (/["']/.test(source[here])) return quoted();
      if (source[here] === "[") return items("]", () => value(level + 1), []);
      if (source[here] === "{") return items("}", () => value(level + 1), {});
      return plainValue(bare());
    }
    function items(close, next, made) {
      here++;
      for (space(); source[here] !== close; space()) {
        if (here >= source.length) stop(`daar mist een ${close}`);
        if (close === "]") made.push(next());
        else {
          const key = /["']/.test(source[here]) ? quoted() : bare();
          space();
          if (Object.hasOwn(made, key) || key === "__proto__" || key === "") stop(`het veld '${key}' staat er twee keer`);
          if (source[here] === ":") here++;
          space();
          made[key] = /[,}]/.test(source[here]) ? null : next();
        }
        space();
        if (source[here] === ",") here++;
        else if (source[here] !== close) stop(`daar mist een komma of een ${close}`);
      }
      here++;
      return made;
    }
    const made = value(0);
    const rest = /^[^\n]*/.exec(source.slice(here))[0];
    if (!/^(\s+#.*|\s*)$/.test(rest)) {
      if (/^["']/.test(body) && lineHere() > at) refuse(lacking(body));
      stop(behind(body, rest));
    }
    at = lineHere() + 1;
    return made;
  }

  function unescaped(text) {
    return text.replace(/\\(x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[^])/gu, (_, code) => {
      if (code.length > 1) return String.fromCodePoint(parseInt(code.slice(1), 16));
      return ESCAPES[code] ?? (/["\\/ \t]/.test(code) ? code : refuse(`\\${code} bestaat niet`));
    });
  }

  const made = node(0);
  if (skip()) refuse("die regel hoort nergens bij");
  return made;
}

const folded = (parts) => parts.reduce((text, part, index) => text + (part === "" ? "\n" : index && parts[index - 1] !== "" ? ` ${part}` : part), "");

const foldQuoted = (text) => (text.includes("\n") ? text.replace(/\\\n[ \t]*/g, "").replace(/(?<![ \t])[ \t]*\n((?:[ \t]*\n)*)[ \t]*/g, (_, more) => "\n".repeat(more.split("\n").length - 1) || " ") : text);

// Lines that go on become one; those that are indented further stay lines.
function foldedBlock(lines) {
  let [text, blank, wasFurther] = ["", 0, null];
  for (const line of lines) {
    if (!line) blank++;
    else {
      const isFurther = /^[ \t]/.test(line);
      const breaks = wasFurther === null ? blank : isFurther || wasFurther ? blank + 1 : blank;
      text += (wasFurther === null || breaks ? "\n".repeat(breaks) : " ") + line;
      [blank, wasFurther] = [0, isFurther];
    }
  }
  return text;
}
