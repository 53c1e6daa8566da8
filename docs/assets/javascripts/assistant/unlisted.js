// What somebody named that is on no list stands at the end of the story, as the intake leaves there what it could not
// read; the form has fields for it.

import { clean } from "./clean.js";
import { section, sectionGap } from "./writer.js";

// The answers with that below the story, as it stands in the file.
export function withUnlisted(answers, rules) {
  const block = blockOf(answers.unlisted, rules);
  if (!block) return answers;
  const last = rules.sections.length - 1;
  // What it leaves open, such as a block of code, would run on.
  const own = section(answers.sections?.[last], rules).trim() || sectionGap(rules);
  return { ...answers, sections: rules.sections.map((_, index) => (index === last ? `${own}\n\n${block}` : answers.sections?.[index] ?? "")) };
}

function blockOf(unlisted, rules) {
  const { heading, todo, asked } = rules.forEditor;
  const said = Object.entries(asked).map(([name, about]) => [about, clean(unlisted?.[name], rules)]).filter(([, text]) => text);
  return said.length ? [`### ${heading}`, todo, ...said.map(([about, text]) => `${about}: ${text}`)].join("\n\n") : "";
}

// The last section of a file, and what the form wrote below it, by name. Of what others wrote there no part is ours.
export function withoutUnlisted(text, rules) {
  const { heading, asked } = rules.forEditor;
  const start = text.lastIndexOf(`### ${heading}\n`);
  const block = start < 0 ? "" : text.slice(start).trimEnd();
  const lines = block.split("\n\n");
  const told = (about) => lines.find((line) => line.startsWith(`${about}: `))?.slice(about.length + 2) ?? "";
  const unlisted = Object.fromEntries(Object.entries(asked).map(([name, about]) => [name, told(about)]));
  // A field for one line holds no more.
  const isOurs = block && !Object.values(unlisted).join("").includes("\n") && blockOf(unlisted, rules) === block;
  return isOurs ? { text: text.slice(0, start).trimEnd(), unlisted } : { text, unlisted: {} };
}
