// The question goes behind a #, which a browser keeps to itself: no server ever sees it. Before this script is there
// the form asks for the page alone, for its field has no name.
const form = document.querySelector(".kb-home-search");

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const asked = new URLSearchParams({ q: form.querySelector("input").value });
  location.assign(`${form.action}#${asked}`);
});
