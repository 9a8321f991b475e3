import type { Format } from '../words/format.ts';
import type { Language } from '../words/language.ts';

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;
const LOCALE = { fr: 'fr-FR', en: 'en-GB' } as const;

/** How long something takes or took, in its largest unit: `3 minutes`. */
export function writeDuration(seconds: number, language: Language): string {
  const [unit, length] = UNITS.find(([, size]) => seconds >= size) ?? (['second', 1] as const);
  const style = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(LOCALE[language], style).format(Math.max(0, Math.round(seconds / length)));
}

/** A rate that is small is written with its decimals. */
export function writeRate(rate: number, { number }: Format): string {
  return number(rate >= 10 ? Math.round(rate) : rate);
}
