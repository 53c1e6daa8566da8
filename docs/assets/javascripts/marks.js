// The marks that people type in a text, as parts of patterns; reading/marks.py has the same.

// Before the points of a list, where Markdown has a dash; the last six exist only in the fonts of Word.
export const BULLETS = "•▪◦‣·➢❖●○■□✓→\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf0e0";

// Behind a fact, for its source.
export const NOTE = /\[\^(?<key>[^[\]\s]+)\]/g;
