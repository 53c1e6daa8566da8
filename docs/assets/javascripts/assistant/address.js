// What a link to the form fills in.

// Fields that a link to this page may fill in: what it says in the address, and which field that is.
const FROM_ADDRESS = { thema: "themes", sector: "sectors", rol: "role", regio: "region", werkvorm: "werkvormen", community: "communities" };

// Answers from the address; only what the form itself offers.
export function prefilled(form) {
  const asked = new URLSearchParams(location.search);
  const answers = {};
  const title = asked.get("titel")?.trim();
  if (title) answers.title = title.slice(0, 200);
  for (const [name, field] of Object.entries(FROM_ADDRESS)) {
    const value = asked.get(name);
    const control = value && form.querySelector(`[name="${field}"][value="${CSS.escape(value)}"], [name="${field}"] [value="${CSS.escape(value)}"]`);
    if (control) answers[field] = control.type === "checkbox" ? [value] : value;
  }
  const lesson = asked.get("les");
  const offered = form.querySelector('[data-list="lessons"] template').content;
  if (lesson && offered.querySelector(`[value="${CSS.escape(lesson)}"]`)) answers.lessons = [{ lesson }];
  return answers;
}
