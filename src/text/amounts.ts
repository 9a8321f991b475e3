/** First digit of each decimal script that our papers come in. */
const ZEROES = [0x660, 0x6f0, 0x966, 0x9e6, 0xbe6, 0xe50];

/** Digits and separators of other scripts brought to 0-9, '.' and ','. */
export function withWesternDigits(text: string): string {
  return text
    .replace(/[٠-٩۰-۹०-९০-৯௦-௯๐-๙]/gu, (digit) => {
      const code = digit.charCodeAt(0);
      const zero = ZEROES.find((one) => code >= one && code < one + 10);
      return zero === undefined ? digit : String(code - zero);
    })
    .replace(/٫/g, ',')
    .replace(/٬/g, ' ')
    .replace(/[，]/g, ',')
    .replace(/[．]/g, '.');
}

/** What readers make of the marks inside a number: an apostrophe with a ring behind it, a space behind the decimal comma. */
function withPlainMarks(text: string): string {
  return text.replace(/(?<=\d)['’‘`´]\s?[°º"*](?=\d{3})/g, "'").replace(/(?<=\d,) (?=\d\d(?![\d.,]))/g, '');
}

const SPACE = '[ \\u00a0\\u202f\\u2009]';
const AFTER = '(?![.,]?\\d)';
const BEFORE = '(?<![\\p{L}\\p{M}\\d.,])';
const DECIMALS = '(?:[.,]\\d{1,2})?';
/** One separator throughout parts a number's thousands; Indian numbers part hundreds of thousands, too. */
const GROUPED = [
  `\\d{1,3}(?:${SPACE}\\d{3})+${DECIMALS}`,
  `\\d{1,3}(?:['’]\\d{3})+${DECIMALS}`,
  '\\d{1,3}(?:\\.\\d{3})+(?:,\\d{1,2})?',
  '\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?',
  '\\d{1,2}(?:,\\d{2})+,\\d{3}(?:\\.\\d{1,2})?',
  // A reader takes a comma for a point.
  '\\d{1,3}(?:[.,]\\d{3})+[.,]\\d{1,2}',
];
const NUMBER = new RegExp(
  `${BEFORE}-?(?:${GROUPED.map((one) => `${one}${AFTER}`).join('|')}|\\d+${DECIMALS}${AFTER})`,
  'gu',
);

/**
 * The number written as "1 234,56", "1.234,56", "1,234.56", "1'234.56", "1,23,456.00" or "1234": a last separator before one or two
 * digits is the decimal point, three digits after every separator make thousands. Undefined when it is no number.
 */
export function parseAmount(text: string): number | undefined {
  const plain = withWesternDigits(text).trim();
  if (!/^-?\d[\d .,'’\u00a0\u202f\u2009]*$/.test(plain)) return undefined;
  const decimals = /[.,](\d{1,2})$/.exec(plain)?.[1] ?? '';
  const whole = (decimals === '' ? plain : plain.slice(0, -decimals.length - 1)).replace(/[^\d-]/g, '');
  const value = Number(`${whole}.${decimals === '' ? '0' : decimals}`);
  return Number.isFinite(value) ? value : undefined;
}

/** All amounts of a line, left to right as printed. */
export function findAmounts(text: string): number[] {
  return [...withPlainMarks(withWesternDigits(text)).matchAll(NUMBER)].flatMap((match) => parseAmount(match[0]) ?? []);
}
