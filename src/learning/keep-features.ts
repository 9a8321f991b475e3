import type { TrainingPaper } from '#definitions/training-papers.schema.ts';
import { textFeatures } from '#stages/classify/text-features.ts';
import { countBy } from './count-by.ts';

/** A feature that training may use. */
export interface KeptFeature {
  readonly key: number;
  /** 0 for what every paper prints; 1 for what one in fifty does, 2 for one in three thousand. A rare feature may weigh more at once. */
  readonly rarity: number;
}

/** The language of a paper with fewer papers than this can't afford to lose the wording that only one of them has. */
const FEW_PAPERS = 60;

/** Features of at least two papers, by key: what stands in one only is a name or a slip. */
export function keepFeatures(papers: readonly TrainingPaper[]): KeptFeature[] {
  const papersWith = new Map<number, number>();
  const spared = new Set<number>();
  const inLanguage = countBy(papers, (paper) => paper.language);
  for (const paper of papers) {
    const isSpared = (inLanguage.get(paper.language) ?? 0) < FEW_PAPERS;
    for (const key of textFeatures(paper.text).keys()) {
      papersWith.set(key, (papersWith.get(key) ?? 0) + 1);
      if (isSpared) spared.add(key);
    }
  }
  return [...papersWith]
    .filter(([key, count]) => count >= 2 || spared.has(key))
    .map(([key, count]) => ({ key, rarity: Math.log(papers.length / count) / 4 }))
    .sort((a, b) => a.key - b.key);
}
