const NUMBER =
  /(?<![\p{L}\d.,])-?\d{1,3}(?:[ \u00a0\u202f'’.,]\d{3})+(?:[.,]\d{1,2})?(?![\d])|(?<![\p{L}\d.,])-?\d+(?:[.,]\d{1,2})?(?![\d])/gu;

/** Arabic-Indic and Persian digits and their separators brought to 0-9, '.' and ','. */
export function withWesternDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/٫/g, ',')
    .replace(/٬/g, ' ');
}

/**
 * The number written as "1 234,56", "1.234,56", "1,234.56" or "1234": a last separator before one or two digits is the decimal
 * point, three digits after every separator make thousands. Undefined when it is no number.
 */
export function parseAmount(text: string): number | undefined {
  const plain = withWesternDigits(text).trim();
  if (!/^-?\d[\d .,'’\u00a0\u202f]*$/.test(plain)) return undefined;
  const decimals = /[.,](\d{1,2})$/.exec(plain)?.[1] ?? '';
  const whole = (decimals === '' ? plain : plain.slice(0, -decimals.length - 1)).replace(/[^\d-]/g, '');
  const value = Number(`${whole}.${decimals === '' ? '0' : decimals}`);
  return Number.isFinite(value) ? value : undefined;
}

/** All amounts of a line, left to right as printed. */
export function findAmounts(text: string): number[] {
  return [...withWesternDigits(text).matchAll(NUMBER)].flatMap((match) => parseAmount(match[0]) ?? []);
}
