import { type DateToken, numberInLetters, wordKey } from './date-token.ts';
import { findMonth, longestMonthName, type MonthMatch } from './find-month.ts';
import { romanMonthOf } from './roman-month.ts';

/** Small words between the parts of a date, in any language; none of them says anything else there. */
const FILLERS = new Set(
  (
    'ค พ ศ d year u v у в de del della d di da do of the den der dem i te ta e et mois month day dan jour an annee year anno ano year yili yil il nam ngay ' +
    'thn tahun bulan tanggal mwezi wa taariikhda bisha sanadka i siku bara rd nd st th er eme го й я е року год года г р роки г. godine god roku rok ' +
    'na an nga muajit kun var mesec měsíce mesice evi yilinin ci cu من شهر عام سنه سنة لسنه لسنة لعام سال ماه د کال مه در ماهی تاریخ ' +
    'ቀን ዓመተ ዓመት ምህረት ዓም ዕለት 年 月 日 號 号 년 월 일 년도 წლის წელი წ თ թ թվականի տարի तारीख गते को सन् সালের সাল তারিখ ஆம் ஆண்டு του το tou ' +
    'van მე साल साला महिना महीना माह ziua zi mese in our lord im jahr jahre anul anului nell roku rokit jour jours dnia dne tage tag dag jaar ' +
    'mes ngày dias dia día giorno giorni days dzień m a na ب ی lu mi ' +
    'மாதம் மாதத்தின் நாள் தேதி திகதி μηνός μηνα έτους месяца числа дня ամսի օր თვის ayının ayinin günü gunu kuni oyining oy napja ' +
    'йил йилнинг মাসের মাস वर्ष के की لشهر للعام ه mwaka sannadka ወርሒ መዓልቲ ወር'
  )
    .split(' ')
    .map(wordKey),
);
const MONTH_UNITS = new Set(['月', '월', 'сарын', 'сар']);
const UNIT_BEFORE_MONTH = new Set(['thang', 'thg', 'เดือน', 'tháng', 'luna', 'месяц', 'ay', 'mois', 'mes', 'mo']);
const LIGHT_MARKS = new Set(`.,-–—/؍°॰ºª،'’፣·‐‑−|_―*«»"“׳״”„)]`);

/** A part of a date and the token after it. */
export interface Part {
  readonly value: number;
  readonly next: number;
  readonly mended: number;
  readonly digits: number;
}

/** The next token after marks, attached ordinal endings and filler words that may stand between two parts of a date. */
export function skipGap(tokens: readonly DateToken[], at: number): number {
  let next = at;
  let fillers = 0;
  let marks = 0;
  for (let token = tokens[next]; token !== undefined; token = tokens[next]) {
    if (token.kind === 'mark' && LIGHT_MARKS.has(token.key) && marks < 3) marks += 1;
    else if (token.kind === 'word' && fillers < 4 && (isFiller(token, tokens[next + 1]) || isEnding(tokens, next)))
      fillers += 1;
    else break;
    next += 1;
  }
  return next;
}

/** Short ordinal endings glued to a number: "1er", "12-го", "১২ই". */
function isEnding(tokens: readonly DateToken[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (token === undefined || token.spaced || token.key.length > 4 || before === undefined) return false;
  const isGlued = before.kind === 'number' || (before.key === '-' && tokens[at - 2]?.kind === 'number');
  return isGlued && romanMonthOf(token.key) === undefined && findMonth(token.key) === undefined;
}

/** Filler words proper. */
function isFiller(token: DateToken, following: DateToken | undefined): boolean {
  if (FILLERS.has(token.key))
    return !(token.key === 'mai' || (following?.kind === 'number' && UNIT_BEFORE_MONTH.has(token.key)));
  return false;
}

/** A day number, 1–31. */
export function readDay(tokens: readonly DateToken[], at: number): Part | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === 'number') {
    const torn = tornDay(tokens, at);
    if (torn !== undefined) return torn;
    if (token.key.length > 2 || token.value < 1 || token.value > 31) return undefined;
    return { value: token.value, next: at + 1, mended: token.mended, digits: token.key.length };
  }
  return undefined;
}

/** "MAY 0 4 2024", "2 5 mars 2024": date stamps and forms set digits apart. */
function tornDay(tokens: readonly DateToken[], at: number): Part | undefined {
  const [before, tens, ones, after] = [tokens[at - 1], tokens[at], tokens[at + 1], tokens[at + 2]];
  if (tens?.key.length !== 1 || ones?.kind !== 'number' || ones.key.length !== 1 || !ones.spaced) return undefined;
  if (before?.kind === 'number' || tens.value > 3 || after === undefined) return undefined;
  const isGoingOn = after.kind === 'word' ? findMonth(after.key)?.likeness === 1 : /^(?:19|20)\d\d$/.test(after.key);
  const value = tens.value * 10 + ones.value;
  return isGoingOn && value >= 1 && value <= 31 ? { value, next: at + 2, mended: 1, digits: 2 } : undefined;
}

/** A day whose digits were all read as letters (`l mars 2024`): only where a month follows at once. */
export function readLetterDay(tokens: readonly DateToken[], at: number, text: string): Part | undefined {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word' || token.key === 'i') return undefined;
  // "1er" with its digit misread.
  if (/^[lij]er$/.test(token.key)) return { value: 1, next: at + 1, mended: 1, digits: 1 };
  const value = numberInLetters(text.slice(token.from, token.to));
  if (value === undefined || value < 1 || value > 31) return undefined;
  return { value, next: at + 1, mended: 2, digits: 2 };
}

/** What follows an hour: "22 me, a 10 zè", "12 mars 14 h 30", "12. März 9 Uhr". */
const HOUR_WORDS = new Set(
  ': h hs hrs heure heures zè zed uhr uur ora ore hora horas godz ч час часа часов год година години години ժամ saat sati kl klo o’clock am pm a.m'
    .split(' ')
    .map(wordKey),
);

/** A year of four digits, or of two where the pattern allows it. */
export function readYear(tokens: readonly DateToken[], at: number, shortYears: boolean): Part | undefined {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'number') return undefined;
  const part = { value: token.value, next: at + 1, mended: token.mended, digits: token.key.length };
  if (token.key.length === 4 && token.value >= 1250 && token.value <= 2699) return part;
  if (!shortYears || token.key.length !== 2) return splitYear(tokens, at);
  const after = tokens[at + 1];
  // "12 mars 14 h 30", "12 mars 10:30": an hour, no year. "12 mars 20 24": a year torn in two.
  const torn = splitYear(tokens, at);
  if (torn !== undefined) return torn;
  // "8:25 Dec. 12, 2014": the day of a date that goes on.
  const following = tokens[skipGap(tokens, at + 1)];
  if (following?.kind === 'number' && /^(?:19|20)\d\d$/.test(following.key)) return undefined;
  if (after !== undefined && HOUR_WORDS.has(after.key)) return undefined;
  return part;
}

function splitYear(tokens: readonly DateToken[], at: number): Part | undefined {
  const [head, tail] = [tokens[at], tokens[at + 1]];
  if (head === undefined || tail === undefined || tail.kind !== 'number' || !tail.spaced) return undefined;
  const isYear = /^(?:19|20)$/.test(head.key)
    ? tail.key.length === 2
    : (/^20\d$/.test(head.key) && tail.key.length === 1) || (head.key === '2' && /^0\d\d$/.test(tail.key));
  if (!isYear) return undefined;
  return { value: Number(head.key + tail.key), next: at + 2, mended: head.mended + tail.mended + 1, digits: 4 };
}

/** A month by name, Roman number, or number with its unit (`3月`, `tháng 3`). */
export function readMonth(tokens: readonly DateToken[], at: number): { match: MonthMatch; next: number } | undefined {
  const token = tokens[at];
  const after = tokens[at + 1];
  if (token === undefined) return undefined;
  if (token.kind === 'number') {
    return after !== undefined && MONTH_UNITS.has(after.key) && !isOut(token)
      ? numbered(token.value, at + 2)
      : undefined;
  }
  if (token.kind === 'mark') return undefined;
  return unitMonth(tokens, at) ?? nameAt(tokens, at) ?? dottedMonth(tokens, at) ?? romanMonth(tokens, at);
}

/** "tháng 3", "เดือน มีนาคม": the word for month stands before it. */
function unitMonth(tokens: readonly DateToken[], at: number): { match: MonthMatch; next: number } | undefined {
  if (!UNIT_BEFORE_MONTH.has(tokens[at]?.key ?? '')) return undefined;
  const number = tokens[at + 1]?.kind === 'mark' ? at + 2 : at + 1;
  const value = tokens[number];
  if (value?.kind === 'number' && !isOut(value)) return numbered(value.value, number + 1);
  return value?.kind === 'word' ? (nameAt(tokens, number) ?? dottedMonth(tokens, number)) : undefined;
}

function isOut(token: DateToken): boolean {
  return token.value < 1 || token.value > 12 || token.key.length > 2;
}

function numbered(month: number, next: number): { match: MonthMatch; next: number } {
  return { match: { meanings: [{ calendar: 'gregory', month, languages: [] }], likeness: 1 }, next };
}

/** The longest run of words that is a month's name; then what else may follow it ("آذار/مارس", "avr."). */
function nameAt(tokens: readonly DateToken[], at: number): { match: MonthMatch; next: number } | undefined {
  const first = tokens[at];
  if (first === undefined || first.kind !== 'word') return undefined;
  const longest = longestMonthName(first.key);
  for (let words = longest; words >= 1; words -= 1) {
    const run = tokens.slice(at, at + words);
    if (run.length < words || run.some((token) => token.kind !== 'word')) continue;
    const match = findMonth(run.map((token) => token.key).join(' '));
    if (match === undefined || (words > 1 && match.likeness < 0.9)) continue;
    return { match, next: afterSecondName(tokens, at + words) };
  }
  return undefined;
}

/** "آذار / مارس" and "mars (March)": the second name is the same month again. */
function afterSecondName(tokens: readonly DateToken[], at: number): number {
  const mark = tokens[at];
  const word = tokens[at + 1];
  if (mark?.kind !== 'mark' || !/[/(]/.test(mark.key) || word?.kind !== 'word' || findMonth(word.key) === undefined)
    return at;
  return tokens[at + 2]?.key === ')' ? at + 3 : at + 2;
}

/** Thai abbreviations are dotted: ม.ค. is January. */
function dottedMonth(tokens: readonly DateToken[], at: number): { match: MonthMatch; next: number } | undefined {
  const [one, dot, other] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (one?.kind !== 'word' || dot?.key !== '.' || other?.kind !== 'word' || other.spaced) return undefined;
  const match = findMonth(one.key + other.key);
  return match?.likeness === 1 && /\p{sc=Thai}/u.test(one.key) ? { match, next: at + 3 } : undefined;
}

/** Roman months: 12.III.2024. */
function romanMonth(tokens: readonly DateToken[], at: number): { match: MonthMatch; next: number } | undefined {
  const month = romanMonthOf(tokens[at]?.key ?? '');
  return month === undefined ? undefined : numbered(month, at + 1);
}
