// Asks the search index of the site.

import { openIndex } from "./index.js";
import { understand } from "./question.js";
import { ranked } from "./rank.js";

// The pages that answer a question, best first, and short answers when the question is the name of something.
// `question`: as typed.
// `options`: `typing` when the last word may not be finished.
// Each result has its place as `id`, and `data` gives its page; the rest is as `understand` gives it.
export async function find(question, { typing = false } = {}) {
  const index = await openIndex();
  const asked = await understand(index, question, typing);
  const { results, answers } = await ranked(index, asked);
  return { index, ...asked, answers, results: results.map((one) => ({ ...one, data: () => index.page(one.id) })) };
}
