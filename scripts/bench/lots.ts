/** A kind of papers, by what Liasse's makers have seen of them. */
export interface Lot {
  readonly id: 'unseen' | 'fixtures' | 'anew' | 'fitted';
  readonly title: string;
  /** Of all files of a run. */
  readonly share: number;
  readonly says: string;
}

export const LOTS: readonly Lot[] = [
  {
    id: 'unseen',
    title: 'unseen',
    share: 0.36,
    says: '`scripts/fixtures/measuring-papers`, written by other hands than the rules. Nothing was fitted, trained or tuned on them, and nobody has read them or what came out wrong one by one. This is the column to believe.',
  },
  {
    id: 'fixtures',
    title: 'fixtures',
    share: 0.31,
    says: '`fixtures/documents` as committed. Every failure on them was looked at while Liasse was built: in sample.',
  },
  {
    id: 'anew',
    title: 'fixtures anew',
    share: 0.13,
    says: 'the texts of these fixtures, printed with another seed and sent through a way of capture that the seed draws: the texts were looked at, the pixels were not.',
  },
  {
    id: 'fitted',
    title: 'fitted on',
    share: 0.2,
    says: '`scripts/fixtures/fitting-papers` (some 1,040 papers, four lots by other hands), way of capture drawn by the seed. Weights of issuers and dates are fitted on them and the classifier has learned their texts: they say how reading stands up to other captures, not how well Liasse judges what it does not know.',
  },
];

/** How many files of each lot a run takes: by share, at least one, never more than the lot has. */
export function sharesOf(papers: number, available: Readonly<Record<Lot['id'], number>>): Record<Lot['id'], number> {
  const wanted = (lot: Lot): number => Math.min(available[lot.id], Math.max(1, Math.round(papers * lot.share)));
  const counts = { unseen: 0, fixtures: 0, anew: 0, fitted: 0 };
  for (const lot of LOTS) counts[lot.id] = wanted(lot);
  return counts;
}
