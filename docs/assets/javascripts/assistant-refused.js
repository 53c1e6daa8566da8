// A file that the form cannot use; the message is Dutch and says what to do.
export class Refused extends Error {
  name = "Refused";
}
