// The questions that were asked before, kept on this device only. Where a browser keeps nothing, there are none.

const KEY = "kb-zoekvragen";
const MOST = 6;

// The last questions, the newest first.
export function recent() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((question) => typeof question === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

// Keep a question.
export function remember(question) {
  const asked = question.trim().slice(0, 100);
  if (!asked) return;
  const others = recent().filter((other) => other.toLowerCase() !== asked.toLowerCase());
  try {
    localStorage.setItem(KEY, JSON.stringify([asked, ...others].slice(0, MOST)));
  } catch {
    // Then it is not kept.
  }
}

// Forget all questions.
export function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
