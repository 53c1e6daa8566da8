// What people type before the points of a list, where Markdown has a dash; reading/marks.py has the same. The last six
// exist only in the fonts of Word.
export const BULLETS = "•▪◦‣·➢❖●○■□✓→\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf0e0";
