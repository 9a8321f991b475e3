const STRONG_FROM = 65;
const MEDIUM_FROM = 35;

export type Strength = 'strong' | 'medium' | 'weak';

/** How much a paper is worth, 0 to 100, in a word: the colours are those of the words. */
export function strengthOf(score: number): Strength {
  if (score >= STRONG_FROM) return 'strong';
  return score >= MEDIUM_FROM ? 'medium' : 'weak';
}
