import type { ClockRules } from '#definitions/casework/clocks.schema.ts';
import { NO_SPAN, type Span } from '../calendar/add-span.ts';

/** A delay in words or figures ("quinze jours", "deux (2) mois", "48 h"), in folded text. */
export interface PrintedDelay {
  readonly span: Span;
  /** As it stands there. */
  readonly words: string;
}

/** Where `{delay}` stands in a pattern. */
const DELAY = '{delay}';

/** The first delay that one of the patterns finds. Patterns and text are folded. */
export function findDelay(
  text: string,
  patterns: readonly string[],
  delays: ClockRules['delays'],
): PrintedDelay | undefined {
  const numbers = [...Object.keys(delays.numbers), '\\d{1,3}'].join('|');
  const units = Object.keys(delays.units).join('|');
  const delay = `(?<number>${numbers})(?: ?\\([\\p{L}\\p{N} ]+\\))? ?(?<unit>${units})`;
  for (const pattern of patterns) {
    const parts = pattern.split(DELAY);
    const found = new RegExp(`(?<![\\p{L}\\p{N}])${parts.join(delay)}(?![\\p{L}\\p{N}])`, 'u').exec(text)?.groups;
    const { number = '', unit = '' } = found ?? {};
    const span = spanOf(delays.numbers[number] ?? Number(number), delays.units[unit]);
    if (span !== undefined) return { span, words: `${number} ${unit}` };
  }
  return undefined;
}

function spanOf(count: number, unit: ClockRules['delays']['units'][string] | undefined): Span | undefined {
  switch (unit) {
    case undefined:
      return undefined;
    case 'weeks':
      return { ...NO_SPAN, days: 7 * count };
    case 'hours':
    case 'days':
    case 'months':
      return { ...NO_SPAN, [unit]: count };
  }
}
