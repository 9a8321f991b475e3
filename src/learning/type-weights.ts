import { countBy } from './count-by.ts';

/** What an example of a type counts: types with few papers count more, so that all types count alike, and many papers of one type do not shout down the rest. */
export function typeWeights(papers: readonly { readonly type: string }[]): ReadonlyMap<string, number> {
  const ofType = countBy(papers, (paper) => paper.type);
  return new Map([...ofType].map(([type, count]) => [type, Math.min(3, papers.length / ofType.size / count)]));
}
