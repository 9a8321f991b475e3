import { type DateToken, numberInLetters } from './date-token.ts';
import { findMonth, longestMonthName, type MonthMatch } from './find-month.ts';
import { foldDateWord } from './fold-date-word.ts';
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
    'மாதம் மாதத்தின் நாள் தேதி திகதி μηνός μηνα έτους месяца числа дня ամսի օր ойининг куни кунида kunida თვის ayının ayinin günü gunu kuni oyining oy napja ' +
    'йил йилнинг মাসের মাস वर्ष के की لشهر للعام ه mwaka sannadka ወርሒ መዓልቲ ወር ' +
    'du our lord dell nell all dal dalla ev ho napjan napja жылғы жылы жылдын жылдың ж соли сол ng ga ikalawang ika لە سالی ساڵی ی مانگی بەرواری ' +
    'addi aos gada metu dana dne ден дня වන දින වසරේ මස इसवी ईसवी सन'
  )
    .split(' ')
    .map(foldDateWord),
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
  const left = { mark: MOST_MARKS, word: MOST_FILLERS };
  for (let token = tokens[next]; token !== undefined && token.kind !== 'number'; token = tokens[next]) {
    if (left[token.kind] === 0 || !isBetweenParts(tokens, next)) break;
    left[token.kind] -= 1;
    next += 1;
  }
  return next;
}
const MOST_MARKS = 3;
const MOST_FILLERS = 6;

/** Whether a mark or a word may stand between two parts of a date. */
function isBetweenParts(tokens: readonly DateToken[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind === 'mark') return LIGHT_MARKS.has(token.key) || isOrdinalColon(tokens, at);
  return token !== undefined && (isFiller(token, tokens[at + 1]) || isEnding(tokens, at));
}

/** "3:e mars", "1:a": the Swedish ordinal. */
function isOrdinalColon(tokens: readonly DateToken[], at: number): boolean {
  const [before, colon, ending] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  return colon?.key === ':' && !colon.spaced && before?.kind === 'number' && /^[ea]$/.test(ending?.key ?? '');
}

/** Short ordinal endings glued to a number: "1er", "12-го", "১২ই". */
function isEnding(tokens: readonly DateToken[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (token === undefined || token.spaced || token.key.length > 4 || before === undefined) return false;
  const isGlued = before.kind === 'number' || (/^[-:]$/.test(before.key) && tokens[at - 2]?.kind === 'number');
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
    // "令和6年3月12日": a year of an era.
    if (token.key.length > 2 || token.value < 1 || token.value > 31 || /^[年년]$/.test(tokens[at + 1]?.key ?? ''))
      return undefined;
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
  if (token.kind === 'mark' || isMonthsFrom(tokens, at)) return undefined;
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

/** "12 tháng từ 15/02": twelve months from a day on; only April is "tháng tư", which a year follows. */
function isMonthsFrom(tokens: readonly DateToken[], at: number): boolean {
  const [unit, from, day] = tokens.slice(at, at + 3);
  return unit?.key === 'thang' && from?.key === 'tu' && day?.kind === 'number' && day.key.length <= 2;
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
