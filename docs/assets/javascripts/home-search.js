// The question goes behind a #, which a browser keeps to itself: no server ever sees it.
const form = document.querySelector(".kb-home-search");

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const asked = new URLSearchParams({ q: new FormData(form).get("q") });
  location.assign(`${form.action}#${asked}`);
});
