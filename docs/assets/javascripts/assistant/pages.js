// The pages of the form: each asks one question, or a few that belong together.

import { form } from "./page.js";

export const pages = () => [...form.querySelectorAll("[data-page]")];

// The page with an address; that of its list, or the first of its step, when it is not there any more.
export function pageAt(id = "") {
  const all = pages();
  return all.find((page) => page.id === id) ?? all.find((page) => page.id === id.split("-")[0]);
}

// The heading of a page, without the number of its step.
export const headingOf = (page) => [...page.querySelector("h2").childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data).join("").trim();
