// A file of a case is no larger (`reading/tree.py`), and so no text in it.
export const MOST_TEXT = 128 * 1024;

// A file that the form cannot use; the message is Dutch and says what to do.
export class Refused extends Error {
  name = "Refused";
}
