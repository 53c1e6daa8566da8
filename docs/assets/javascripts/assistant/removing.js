// Takes an item out of a list of the form: a source with all that leads to it.

import { answersFrom, isFilled, showAnswers } from "./form.js";

const LOST = "Wil je dit verwijderen? Wat je hier hebt ingevuld, ben je dan kwijt.";

// Takes an item out once somebody agreed; says whether it is gone.
export function remove(form, item) {
  const answers = answersFrom(form);
  const { list } = item.closest("[data-list]").dataset;
  const [gone] = answers[list].splice([...item.parentElement.children].indexOf(item), 1);
  const key = list === "sources" ? gone.key?.trim() : "";
  const isElsewhere = key && answers.sources.some((other) => other.key?.trim() === key);
  const { made, number } = key && !isElsewhere ? without(answers, key) : { made: answers, number: 0 };
  if (isFilled(item) && !confirm(number ? `${LOST} Op deze bron ${number === 1 ? "steunt 1 plaats" : `steunen ${number} plaatsen`} in je antwoorden; die staan dan zonder bron.` : LOST)) return false;
  showAnswers(form, made);
  return true;
}

// The answers without the notes to a source and without what names it, and how many there were.
function without(answers, key) {
  const note = `[^${key}]`;
  let number = 0;
  const text = (value, name) => {
    if (name === "source" && value.trim() === key) return (number++, "");
    number += value.split(note).length - 1;
    return value.replaceAll(note, "");
  };
  const clean = (value, name) => {
    if (typeof value === "string") return name === "kept" ? value : text(value, name);
    if (Array.isArray(value)) return value.map((one) => clean(one, name));
    return value && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([inner, one]) => [inner, clean(one, inner)])) : value;
  };
  return { made: clean(answers), number };
}
