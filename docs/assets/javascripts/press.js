// Whether a finger or mouse button is down. A text that comes in meanwhile moves what is pressed, and the press is lost.

let up = Promise.resolve();

addEventListener("pointerdown", () => {
  up = new Promise((done) => {
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(done), { once: true });
  });
}, true);

// Waits until nothing is pressed.
export const released = () => up;
