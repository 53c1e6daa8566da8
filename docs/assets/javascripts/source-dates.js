// How the date of a source is told, and whether it says when that was. The same as scripts/kennisbank/reading/source_dates.py.

import { inWords, moment } from "./meaning.js";

const NO_DATE = /^z\.\s?d\.(?:,?\s*\((.+)\)|,\s*(.+))?$/i;
const SHORT_MONTH = /\b(jan|febr?|mrt|apr|aug|sept?|okt|nov|dec)\b\.?(?= (?:19|20)\d{2}\b)/gi;
const IN_NUMBERS = /(?<![\d/-])(?:(?:\d{1,2}-)?\d{1,2}-\d{4}|\d{4}-\d\d-\d\d)(?![\d/-])/g;

// The date of a source as people read it, and once.
export function sourceDate(given) {
  const found = NO_DATE.exec(given.trim());
  const guess = found?.[1] ?? found?.[2];
  if (found && !guess) return "zonder datum";
  const written = (guess ?? given)
    .replace(IN_NUMBERS, (day) => inWords(moment(day)) || day)
    .replace(SHORT_MONTH, (_, month) => inWords(moment(`${month.slice(0, 3)} 2000`)).split(" ")[0]);
  return guess ? `${written}; datum niet in de bron` : written;
}

const DATED = /^z\.\s?d\.|(?<!\d)[12]\d{3}(?!\d)|['’‘`´]\d{2}(?!\d)/i;

// Whether the date of a source has a year, or says that there is none: 'vorig jaar' is another year next year.
export const isDated = (given) => DATED.test(given.trim());
