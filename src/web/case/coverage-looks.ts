import type { Coverage } from '#domain/case-judgement.ts';
import type { IconName } from '../parts/icon.tsx';
import type { Tone } from '../parts/label.tsx';
import type { Strength } from '../parts/strength.ts';

/** How a criterion is shown: sign, colour and bar say what the word says, which the rules of the pipeline decide and not a threshold of the page. */
export const COVERAGE_LOOKS = {
  met: { tone: 'good', icon: 'check', bar: 'strong' },
  weak: { tone: 'weak', icon: 'weak', bar: 'medium' },
  missing: { tone: 'neutral', icon: 'cross', bar: 'weak' },
  unclear: { tone: 'neutral', icon: 'info', bar: 'weak' },
} as const satisfies Record<Coverage, { readonly tone: Tone; readonly icon: IconName; readonly bar: Strength }>;
