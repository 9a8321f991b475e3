import type { CalendarId } from '#domain/findings.ts';
import type { DateToken } from './date-token.ts';
import { foldDateWord } from './fold-date-word.ts';

/** Letters (marks taken out) by which a date names its calendar. */
const ERAS: readonly (readonly [CalendarId, readonly string[]])[] = [
  [
    'persian',
    ['هش', 'ش', 'هجریشمسی', 'هجریخورشیدی', 'شمسی', 'خورشیدی', 'هجريشمسي', 'لمریز', 'لمریزکال', 'sh', 'hs', 'shamsi'],
  ],
  [
    'islamic',
    [
      'ه',
      'هق',
      'هجري',
      'هجريه',
      'هجرية',
      'هجری',
      'هجریقمری',
      'قمری',
      'ق',
      'للهجره',
      'للهجرة',
      'ah',
      'h',
      'hijri',
      'هجرى',
      'ھ',
      'هجر',
    ],
  ],
  [
    'gregory',
    [
      'م',
      'ميلادي',
      'ميلاديه',
      'ميلادية',
      'میلادی',
      'ء',
      'gc',
      'ad',
      'ce',
      'እኤአ',
      'عیسوی',
      'ईसं',
      'इसं',
      'ईस',
      'सन्',
      'सन',
      'ई',
    ],
  ],
  ['ethiopic', ['ዓም', 'ዓ፣ም', 'ዓመተምህረት', 'ዓመተምሕረት', 'ec', 'ዓምህረት', 'ዓሜሪ', 'አም', 'ኣም']],
  ['buddhist', ['พศ', 'be']],
  [
    'bikram-sambat',
    ['विसं', 'बिसं', 'विस', 'बिस', 'विक्रमसंवत', 'विक्रमसम्वत', 'विक्रमसंवत्', 'सम्वत्', 'संवत्', 'bs', 'bikramsambat'],
  ],
];
/** Names that may also stand before the date. */
const LEADING = new Set([
  'พศ',
  'እኤአ',
  'विसं',
  'बिसं',
  'विस',
  'बिस',
  'सम्वत्',
  'संवत्',
  'ईसं',
  'इसं',
  'ईस',
  'सन्',
  'सन',
  'bs',
  'ad',
]);
const BY_LETTERS = new Map(
  ERAS.flatMap(([calendar, words]) => words.map((word) => [foldDateWord(word), calendar] as const)),
);
const REACH = 4;

/** The calendar named right after (or right before) a date, and the token after its name; undefined when none is named. */
export function findEra(
  tokens: readonly DateToken[],
  from: number,
  next: number,
): { calendar: CalendarId; next: number } | undefined {
  return eraAfter(tokens, next) ?? eraBefore(tokens, from, next);
}

function eraAfter(tokens: readonly DateToken[], next: number): { calendar: CalendarId; next: number } | undefined {
  let letters = '';
  let best: { calendar: CalendarId; next: number } | undefined;
  for (const [at, token] of tokens.slice(next, next + REACH).entries()) {
    if (token.kind === 'number') break;
    if (token.kind === 'mark') {
      // "२०४९/०३/०२ (ई.सं. 1992/06/16)": what is in brackets names the date in the brackets.
      if (token.key === '(' && leadsToNumber(tokens, next + at + 1)) break;
      continue;
    }
    letters += token.key.replace(/ـ/g, '');
    const calendar = BY_LETTERS.get(letters);
    if (calendar !== undefined) best = { calendar, next: next + at + 1 };
  }
  return best;
}

function leadsToNumber(tokens: readonly DateToken[], at: number): boolean {
  const inside = tokens.slice(at, at + REACH + 2);
  const closing = inside.findIndex((token) => token.key === ')');
  const number = inside.findIndex((token) => token.kind === 'number');
  return number >= 0 && (closing < 0 || number < closing);
}

function eraBefore(
  tokens: readonly DateToken[],
  from: number,
  next: number,
): { calendar: CalendarId; next: number } | undefined {
  let letters = '';
  for (const token of tokens.slice(Math.max(0, from - REACH), from).reverse()) {
    if (token.kind === 'number') break;
    if (token.kind === 'word') letters = token.key + letters;
    if (LEADING.has(letters)) return { calendar: BY_LETTERS.get(letters) ?? 'gregory', next };
  }
  return undefined;
}
