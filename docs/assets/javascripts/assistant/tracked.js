// What is pasted or dropped in a field without layout, while its program shows what was taken out of it, or remarks beside
// it: those stay out, as they do in the story.

import { form, warn } from "./page.js";

const TRACKED = /<del\b|mso-deleted|MsoCommentReference|msocomanchor|comment-list|#cmnt/i;

for (const kind of ["paste", "drop"]) {
  form.addEventListener(kind, (event) => {
    const data = event.clipboardData ?? event.dataTransfer;
    const [html, plain] = ["text/html", "text/plain"].map((type) => data.getData(type));
    const field = event.target.closest("textarea, input[type=text]");
    // The story has notes, and a reading of its own.
    if (!field || !TRACKED.test(html) || document.querySelector(`[data-notes="${field.id}"]`)) return;
    event.preventDefault();
    import("./paste.js")
      .then(({ putPlain }) => putPlain(field, html, plain))
      .catch(() => warn("Plakken lukt nu niet. Kijk of je verbinding hebt, en probeer het nog eens."));
  });
}
