"""Counts what a walk costs somebody: steps, letters and words to read; from these follow minutes."""

from typing import Any

# Stands before all else in a page, and counts over pages. A step is a press of a key that writes nothing, a click or a
# tap. Of a form all visible words are read, of another page what one reads in half a minute. Who goes on to the next
# page of a form reads that page, and not once more the list of all steps above it: with smaller pages that list comes
# more often, and is no more to read.
COUNT = """{
  const form = () => document.querySelector("#assistent");
  const add = (name, number) => {
    const cost = JSON.parse(sessionStorage.getItem("moeite") ?? '{"steps":0,"typed":0,"words":0}');
    cost[name] += number;
    sessionStorage.setItem("moeite", JSON.stringify(cost));
  };
  const words = (part) => part.innerText.split(/\\s+/).length;
  const read = () => add("words", form() ? words(form()) : 100);
  const sheet = () => document.querySelector("[data-page]:not([hidden])");
  addEventListener("keydown", (event) => event.isTrusted && add(event.key.length === 1 ? "typed" : "steps", 1), true);
  addEventListener("click", (event) => event.isTrusted && event.detail && add("steps", 1), true);
  addEventListener("load", () => setTimeout(read, 50));
  addEventListener("hashchange", () => setTimeout(() => (sheet() ? add("words", words(sheet())) : read()), 50));
}"""
COST = "return JSON.parse(sessionStorage.getItem('moeite'))"
_LETTERS, _WORDS, _STEPS = 150, 200, 40
"""What somebody without practice types, reads and does in a minute."""


def minutes(cost: dict[str, Any]) -> float:
    """How long a walk takes who does it for the first time, thinking left out."""
    return float(cost["typed"] / _LETTERS + cost["words"] / _WORDS + cost["steps"] / _STEPS)
