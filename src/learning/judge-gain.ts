import type { Learning } from '#definitions/classification.schema.ts';
import type { Comparison, Gain } from './learn-from.ts';

/** Why a model that learned is not taken. */
export type Refusal = 'no-gain' | 'corrected-worse' | 'known-worse' | 'more-wrong-and-sure' | 'unknown-swallowed';

/**
 * Whether a model may take the place of the one before: it must do better on the held-back corrections, and nothing may get worse: not what was
 * known, not the number of confident mistakes, not the papers that are no evidence (a crowd of corrections of one type must not swallow them).
 */
export function judgeGain({ corrected, known }: Gain, { toleratedLoss }: Learning): Refusal[] {
  const refusals: Refusal[] = [];
  const gained = corrected.after.right - corrected.before.right;
  const fewerMistakes = corrected.before.wrongAndSure - corrected.after.wrongAndSure;
  if (gained < 0) refusals.push('corrected-worse');
  else if (gained === 0 && fewerMistakes <= 0) refusals.push('no-gain');
  const tolerated = Math.floor(known.before.papers * toleratedLoss);
  if (known.after.right < known.before.right - tolerated) refusals.push('known-worse');
  if (fewerMistakes < 0 || more(known, 'wrongAndSure') > tolerated) refusals.push('more-wrong-and-sure');
  if (more(corrected, 'unknownTaken') > 0 || more(known, 'unknownTaken') > 0) refusals.push('unknown-swallowed');
  return refusals;
}

function more({ before, after }: Comparison, what: 'wrongAndSure' | 'unknownTaken'): number {
  return after[what] - before[what];
}
