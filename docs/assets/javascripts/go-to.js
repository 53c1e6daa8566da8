// A field with choices that leads to the page of the chosen one.

const form = document.querySelector(".kb-go-to");
const input = form.querySelector("input");
const options = [...form.querySelectorAll("option")];

form.hidden = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const wanted = input.value.trim().toLowerCase();
  const found = options.find((option) => option.value.toLowerCase() === wanted);
  const near = found ?? options.find((option) => wanted && option.value.toLowerCase().startsWith(wanted));
  if (near) location.href = near.dataset.target;
  else form.querySelector("[role=status]").textContent = `${input.value} staat niet in onze lijst. Kies er een uit de lijst hieronder.`;
});
