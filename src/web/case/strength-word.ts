const STRONG_FROM = 60;
const MEDIUM_FROM = 35;

/** How much a paper is worth for a criterion, in a word. */
export function strengthWord(strength: number): 'strong' | 'medium' | 'weak' {
  if (strength >= STRONG_FROM) return 'strong';
  return strength >= MEDIUM_FROM ? 'medium' : 'weak';
}
