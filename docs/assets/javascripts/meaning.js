// What people mean by numbers, days, years, addresses and names as they write them by hand; nothing when that is a
// guess. The same as scripts/kennisbank/reading/meaning.py: tests/support/meaning.json holds both to one reading.

const MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];
const NOTHING = new RegExp(
  [
    "^(?:n\\.?\\s?v\\.?\\s?t\\.?|n\\.?a\\.?|niet van toepassing|[-–—/.]|\\?{1,9}",
    "\\(?(?:(?:dat )?(?:is )?(?:(?:mij|me|ons) )?(?:nog )?(?:onbekend|niet bekend)|(?:(?:ik heb|we hebben) )?(?:nog )?geen idee",
    "(?:dat )?(?:weet(?: ik)?|weten (?:we|wij))(?: het)?(?: nog)? niet(?: meer)?",
    "(?:ik weet|(?:we|wij) weten) (?:het |dat )?(?:nog )?niet(?: meer)?)\\)?[.!]?)$",
  ].join("|"),
  "i",
);
const AMOUNT = /^(?<money>€|euro|eur)?\s?(?<sign>[-−+]?)\s?(?<digits>\d[\d., ]*?)(?<dash>,-{1,2})?\s?(?<scale>duizend|miljoen|mln\.?|miljard|mld\.?)?\s?(?<unit>%|procent|euro|eur)?$/i;
const ZEROS = { duizend: 3, miljoen: 6, mln: 6, miljard: 9, mld: 9 };
const UNITS = { "%": "procent", procent: "procent", "€": "euro", euro: "euro", eur: "euro" };
const MOST_DIGITS = 15;
const YEAR = /(?<![\d.,])(?:19|20)\d{2}(?!\d|[.,]\d)/g;
const APOSTROPHE = /(?<![\w'’‘`´])['’‘`´](\d{2})(?!\d)/g;
const SOME_TIME = "(?:begin|start|mid|medio|midden|half|halverwege|eind|einde|voorjaar|lente|zomer|najaar|herfst|winter|[qk][1-4]|(?:[1-4]e|eerste|tweede|derde|vierde) (?:kwartaal|helft))";
const ABOUT = "(?:(?:ca|circa|ong|ongeveer|plm|omstreeks|rond|rondom)\\b\\.?|±|\\+/-)";
const ABOUT_THEN = new RegExp(`^${ABOUT}\\s?`);
const MONTH_NAME = "(?:jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
// Two digits behind a year are a year, unless a month follows them, or another word when there is a space before them.
const SHORT_END = new RegExp(
  [`((?:19|20)(\\d{2}))(?! ?[-–/] ?\\d{2}\\s+${MONTH_NAME}\\b)`, "(?!(?: [-–/] ?|[-–/] )\\d{2}\\s+(?!(?:tot|t/m|en)\\b)[a-zà-ÿ%])", "( ?[-–/] ?)(\\d{2})(?![\\d/%-])"].join(""),
  "g",
);
const [DD, MM] = ["(?:0?[1-9]|[12]\\d|3[01])", "(?:0?[1-9]|1[0-2])"];
// When in a year: 'begin', 'Q3', '1 sept.', '1-9-' before a year, '-09-01' behind one; and that it is not exactly then.
const WITHIN = new RegExp(
  [`\\b(?:${SOME_TIME}|(?:${DD} )?${MONTH_NAME})\\b\\.?|(?<!\\w)${ABOUT}`, `(?<![\\d/-])(?:${DD}[-/])?${MM}[-/](?=(?:19|20)\\d{2}(?!\\d))`, `(?<=(?:19|20)\\d{2})-${MM}(?:-${DD})?(?![\\d-])`].join("|"),
  "g",
);
const IN_A_YEAR = new RegExp(`^(?:${SOME_TIME}(?: van)? (\\d{4})|(\\d{4}) ${SOME_TIME})$`);
const WHOLE_DAY = new RegExp(`^(?:\\d{1,2}[-/. ]\\d{1,2}[-/. ]\\d{4}|\\d{4}-\\d\\d-\\d\\d|\\d{1,2} ${MONTH_NAME}\\.? \\d{4})$`);
const BESIDE_YEARS = /\b(?:sinds|vanaf|van|tussen|tot en met|t\/m|tot|nu|heden|loopt nog|lopend|en|in|(?:de )?periode|schooljaar)\b|['’–/-]|\s/g;
const HOST = /^(?!www\.[^./?#:]*(?:[/?#:]|$))(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}(?::\d{1,5})?(?:[/?#][^\s<>"\\]*)?$/i;
const IN_FULL = /(?<![\p{L}\p{N}_@./-])(?:https?:\/\/|www\.)[^\s<>"]+/iu;
// Without its beginning it takes an end that is of sites alone, or the name of a page behind it.
const BARE = /(?<![\p{L}\p{N}_@./-])(?:[a-z0-9-]{2,63}\.)+(?:[a-z]{2,24}(?::\d{1,5})?\/[^\s<>"]*|(?:nl|eu|com|org|net|info|frl|gov|edu|int)(?![\p{L}\p{N}_@-]))/iu;

const oneLine = (text) => text.trim().split(/\s+/).join(" ");

// Whether somebody says that there is nothing to say: 'n.v.t.', a dash, 'weet ik niet'.
export const isNothing = (text) => NOTHING.test(text.trim());

// The number in a text such as '85%', '12,5' or '€ 1,5 mln', and its unit; null when it is something else, or could be
// two.
export function amount(text) {
  const found = AMOUNT.exec(oneLine(text))?.groups;
  if (!found) return null;
  const given = (name) => (found[name] ?? "").toLowerCase();
  const unit = UNITS[given("unit")] ?? "";
  const money = UNITS[given("money")] ?? (found.dash ? "euro" : "");
  if (unit && money && unit !== money) return null;
  const plain = digits(found.digits.trim(), [unit, money].includes("euro"));
  if (!plain) return null;
  const value = sureDecimal(shifted(plain, ZEROS[given("scale").replace(/\.$/, "")] ?? 0));
  return { value: ("-−".includes(found.sign || "+") ? "-" : "") + value, unit: unit || money };
}

function digits(text, isMoney) {
  if (text.length > MOST_DIGITS) return "";
  if (/^(0|[1-9]\d*)$/.test(text)) return text;
  if (/^(0|[1-9]\d*),\d+$/.test(text)) return text.replace(",", ".");
  if (/^[1-9]\d{0,2}\.\d{3}$/.test(text)) return isMoney ? text.replace(".", "") : "";
  if (/^[1-9]\d{0,2}((\.\d{3})+|( \d{3})+)(,\d+)?$/.test(text)) return text.replace(/[. ]/g, "").replace(",", ".");
  return /^(0|[1-9]\d*)\.\d+$/.test(text) ? text : "";
}

// A decimal as nobody takes it for thousands: 1.500 is 1.5, and 1.125 has one zero more.
export function sureDecimal(value) {
  if (!/^-?[1-9]\d{0,2}\.\d{3}$/.test(value)) return value;
  const shorter = value.replace(/0+$/, "").replace(/\.$/, ".0");
  return shorter === value ? `${value}0` : shorter;
}

// A number times a one with so many zeros, without a computer's rounding.
function shifted(value, zeros) {
  if (!zeros) return value;
  const [whole, part = ""] = value.split(".");
  const all = part.padEnd(zeros, "0");
  const rest = all.slice(zeros).replace(/0+$/, "");
  return ((whole + all.slice(0, zeros)).replace(/^0+/, "") || "0") + (rest && `.${rest}`);
}

// The year or two years that a text says, and no more than when in them: 'sinds 2019', 'begin 2020 t/m heden'; else none.
export function years(text) {
  const one = moment(text);
  if (one) return [Number(one.slice(0, 4))];
  if (noSuchDay(text)) return [];
  const whole = inFull(text);
  const found = whole.match(YEAR) ?? [];
  const other = whole.replace(WITHIN, " ").replace(YEAR, " ").replace(BESIDE_YEARS, "");
  return [1, 2].includes(found.length) && !other.replace(/^\.+|\.+$/g, "") ? found.map(Number) : [];
}

// A text in small letters, with each year written whole: '2016/17', or only an apostrophe and two digits.
function inFull(text) {
  return afterApostrophe(oneLine(text).toLowerCase()).replace(SHORT_END, (all, start, begin, between, end) => {
    // What may be a month, or is earlier, stays as it is.
    if (end > begin) return start + between + start.slice(0, 2) + end;
    return start.startsWith("19") && end === "00" ? `${start}${between}2000` : all;
  });
}

// A text with '21 as 2021 and '98 as 1998.
const afterApostrophe = (text) => text.replace(APOSTROPHE, (_, short) => (short < "50" ? "20" : "19") + short);

// A day, month or year as the file has it: '26-11-2026' is 2026-11-26; empty when it is none that exists. Of
// about a year or a month the file has that; a day that is not sure is none.
export function moment(text) {
  const given = afterApostrophe(oneLine(text).toLowerCase());
  const [about] = ABOUT_THEN.exec(given) ?? [];
  if (!about) return exactly(given);
  const found = exactly(given.slice(about.length));
  return found.length < "2026-11-26".length ? found : "";
}

// Whether a text is written as one day, and no calendar has that: '31-02-2025'.
export function noSuchDay(text) {
  const given = afterApostrophe(oneLine(text).toLowerCase());
  return WHOLE_DAY.test(given) && !moment(given);
}

function exactly(given) {
  const day = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(given);
  if (day) return existing(day[3], day[2], day[1]);
  const month = /^(\d{1,2})[-/](\d{4})$/.exec(given);
  if (month) return existing(month[2], month[1]);
  const named = /^(?:(\d{1,2})\s)?([a-z]{3,9})\.?\s(\d{4})$/.exec(given);
  const number = named && (named[2] === "mrt" ? 3 : MONTHS.findIndex((name) => name.startsWith(named[2])) + 1);
  if (number) return existing(named[3], String(number), named[1]);
  const [, before, behind] = IN_A_YEAR.exec(given) ?? [];
  if (before || behind) return existing(before ?? behind);
  return /^\d{4}(-\d\d){0,2}$/.test(given) ? existing(...given.split("-")) : "";
}

function existing(year, ...rest) {
  const parts = [year, ...rest.filter(Boolean).map((part) => part.padStart(2, "0"))];
  const [month, day] = [Number(parts[1] ?? 1), Number(parts[2] ?? 1)];
  const made = new Date(Date.UTC(2000, 0, 1));
  made.setUTCFullYear(Number(year), month - 1, day);
  return Number(year) && made.getUTCMonth() === month - 1 && made.getUTCDate() === day ? parts.join("-") : "";
}

// A web address in full: 'www.voorbeeld.nl' gets https://; empty when it is no address.
export function address(text) {
  const given = text.trim();
  const [scheme = ""] = /^https?:\/\//i.exec(given) ?? [];
  const rest = given.slice(scheme.length);
  return !isNothing(given) && HOST.test(rest) ? `${scheme.toLowerCase() || "https://"}${rest}` : "";
}

// The web address in a text, as it stands there: one written in full, or else one such as 'rvo.nl/zon'.
export const addressIn = (text) => (IN_FULL.exec(text) ?? BARE.exec(text) ?? [""])[0].replace(/[.,;:)]+$/, "");

// The address that somebody means who may have typed more than that.
export const addressOf = (text) => address(text) || address(addressIn(text));

// What stands beside that address, such as a page or another address; words that only lead to it are nothing.
export function besideAddress(text) {
  const found = !address(text) && addressOf(text) && addressIn(text);
  const rest = found ? oneLine(text.replace(found, " ")).replace(/^(?:[^\p{L}\p{N}]|en\s)+|[^\p{L}\p{N})/]+$/giu, "") : "";
  return /^(?:zie(?: ook)?|bron|link|website|via|op)?$/i.test(rest) ? "" : rest;
}

// Of what has 'en' or a comma in its name, and stands on no list.
const JOINED = /^(?:(?:het|de)\s)?(waterschap|hoogheemraadschap|wetterskip|ministerie)\s/i;
const BEFORE_NAME = /^(gemeente|provincie|regio|res)\s/i;
const MOST_PIECES = 6;
const AROUND = /\s(?:e\.\s?o\.?|eo)$/i;
// Whether somebody names what lies around a place, and not what that is.
export const saysAround = (name) => AROUND.test(name.trim());
// How the name of an organisation begins that people give as a place.
const BEGINS = /^(?:(?:het|de)\s)?(?:waterschap|hoogheemraadschap|wetterskip|ministerie|rijkswaterstaat|staatsbosbeheer|rijksdienst|rijksvastgoedbedrijf|prorail|rvo|vng|unie van waterschappen)(?![\p{L}\p{N}_])/iu;
// Those that are called so and no more. No water board is, whose name is as well that of a province or a wider area.
const WHOLE = /^(?:(?:het|de)\s)?(?:rijk|rijksoverheid|aa en maas|amstel, gooi en vecht|brabantse delta|dommel|stichtse rijnlanden|drents overijsselse delta|hollands noorderkwartier|hollandse delta|hunze en aa['’]s|noorderzijlvest|rijn en ijssel|scheldestromen|schieland en de krimpenerwaard|vallei en veluwe|vechtstromen)$/i;
// Whether this is an organisation that people give as a place.
export const isOrganisation = (name) => BEGINS.test(name) || WHOLE.test(name);

// Whether somebody says of a case that it plays in the whole country.
export const isNationwide = (place) => /^(?:(?:(?:in )?(?:ge)?heel )?nederland|landelijk|alle provincies)$/i.test(place.trim());

// The names in a text, each once: 'Den Haag; Delft' has two, and what has 'en' in its own name stays whole.
// `isKnown`: whether there is something of that name; `isElse`: whether it is known as something else.
export function names(text, isKnown, isElse = () => false) {
  const isOther = (piece) => isKnown(piece) || isElse(piece) || isOrganisation(piece) || BEFORE_NAME.test(piece);
  const found = text.split(/[;\n]/).flatMap((line) => atSigns(line, isKnown)).flatMap((line) => (isKnown(line.trim()) ? [line.trim()] : inLine(line, isKnown, isOther)))
    .flatMap((name) => (isKnown(name) ? [name] : atSigns(name, isKnown))).map((name) => within(name, isKnown));
  return [...new Set(found)];
}

// The names in 'Den Bosch / Vught', if any of them is known: such a sign may stand in a name as well.
function atSigns(line, isKnown) {
  const parts = line.split(/[/&|+]/).map((part) => part.trim());
  return parts.some((part) => isKnown(within(part, isKnown))) ? parts.filter(Boolean) : [line];
}

// 'Zutphen e.o.' names Zutphen, and says not what else.
function within(name, isKnown) {
  const own = name.replace(AROUND, "").trim();
  return isKnown(name) || !isKnown(own) ? name : own;
}

function inLine(line, isKnown, isOther) {
  const pieces = line.split(/(,|\sen\s)/);
  const found = [];
  for (let start = 0; start < pieces.length; start += 2) {
    const longest = (end) => pieces.slice(start, end).join("").replace(/^[\s*-]+|[\s*-]+$/g, "");
    let end = pieces.length;
    while (end > start + 1 && !isKnown(longest(end)) && !WHOLE.test(longest(end))) end -= 2;
    if (JOINED.test(longest(end))) end = joined(pieces, start, isOther);
    if (longest(end)) found.push(longest(end));
    start = end - 1;
  }
  return found;
}

// Where a name ends that may be an enumeration: 'Amstel, Gooi en Vecht'. One without 'en' is none.
function joined(pieces, start, isOther) {
  for (let at = start + 1; at < Math.min(pieces.length, start + 2 * MOST_PIECES - 1); at += 2) {
    if (isOther(pieces[at + 1].trim())) break;
    if (pieces[at] !== ",") return at + 2;
  }
  return start + 1;
}

// A number with Dutch marks: 6.315 and 22,1.
export const inDutch = (value) => value.replace(/^(-?)(\d+)(?:\.(\d+))?$/, (_, sign, whole, part) => {
  const rest = (part ?? "").replace(/0+$/, "");
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, ".") + (rest && `,${rest}`);
});

// A day, month or year as people read it: 1 juli 2021, juli 2021 or 2021. What is none stays as it was typed.
export function inWords(typed) {
  if (moment(typed) !== typed) return typed;
  const [year, month, day] = typed.split("-");
  return [day && Number(day), MONTHS[month - 1], year].filter(Boolean).join(" ");
}
