// Calls the two numbers of a figure as the page will, by its kind; the one that a kind does not have is not asked.

export function nameNumbers(form) {
  for (const kind of form.querySelectorAll("[data-figure]")) {
    const chosen = [...kind.selectedOptions, ...kind.options].find(({ dataset }) => dataset.heads);
    const heads = chosen.dataset.heads.split("/");
    ["target", "achieved"].forEach((name, index) => {
      const control = form.elements[kind.name.replace("kind", name)];
      control.labels[0].firstChild.data = `${heads[index] || "Gehaald"} `;
      // What stands there can be read, and taken away.
      control.closest(".kb-field").hidden = !heads[index] && !control.value.trim();
    });
  }
}
