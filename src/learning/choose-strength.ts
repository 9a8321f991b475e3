import type { TypeLogits } from '#stages/classify/decide-type.ts';
import { addLogits } from '#stages/classify/weigh-evidence.ts';
import type { LessonPapers } from './fit-lesson.ts';
import type { Opinions } from './held-back-opinions.ts';
import type { WeighedPaper } from './weigh-papers.ts';

/** Few or contradicting corrections make a lesson surer of itself than it may be. */
const STRENGTHS = [0.25, 0.5, 0.75, 1, 1.5, 2, 3];

/** How much of a lesson to believe: with this factor the true types of held-back papers, corrected and known alike, are likeliest. It keeps confidences calibrated. */
export function chooseStrength({ corrected, known }: LessonPapers, opinions: Opinions): number {
  const surpriseAt = (strength: number): number =>
    meanSurprise(corrected, opinions, strength) + meanSurprise(known, opinions, strength);
  const ranked = STRENGTHS.map((strength) => ({ strength, surprise: surpriseAt(strength) })).sort(
    (a, b) => a.surprise - b.surprise || a.strength - b.strength,
  );
  return ranked[0]?.strength ?? 1;
}

/** The same opinion, this many times as strong. */
export function strengthened(opinion: TypeLogits | undefined, strength: number): TypeLogits {
  return new Map([...(opinion ?? [])].map(([type, logit]) => [type, logit * strength]));
}

function meanSurprise(papers: readonly WeighedPaper[], opinions: Opinions, strength: number): number {
  const sum = papers.reduce((total, paper) => total + surprise(paper, strengthened(opinions.get(paper), strength)), 0);
  return sum / Math.max(1, papers.length);
}

/** Minus the logarithm of the chance that the true type is given. */
function surprise({ logits, temperature, type }: WeighedPaper, opinion: TypeLogits): number {
  const all = addLogits(logits, opinion);
  const highest = Math.max(...all.values());
  const sum = [...all.values()].reduce((total, logit) => total + Math.exp((logit - highest) / temperature), 0);
  return Math.log(sum) - ((all.get(type) ?? 0) - highest) / temperature;
}
