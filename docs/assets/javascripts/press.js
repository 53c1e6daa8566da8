// Whether a finger or mouse button is down. A text that comes in meanwhile moves what is pressed, and the press is lost.

// A press that ends outside the window may never be told.
const LONGEST = 1000;
let up = Promise.resolve();

addEventListener("pointerdown", () => {
  up = new Promise((done) => {
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(done), { once: true });
    setTimeout(done, LONGEST);
  });
}, true);

// Waits until nothing is pressed.
export const released = () => up;
