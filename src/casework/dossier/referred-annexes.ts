import type { CasePaper } from '#domain/case-paper.ts';
import type { Annex, DossierPlan } from '#domain/dossier.ts';

/** An annex that the statement names by its number, and what has this number in the dossier. */
export interface ReferredAnnex {
  readonly number: number;
  /** What the statement calls it; empty where it gives the number only. */
  readonly said: string;
  /** Null when no annex has the number. */
  readonly annex: Annex | null;
}

/** A statement that names more annexes is no statement. */
const MOST = 40;

/**
 * The annexes that papers without a number (the personal statement) refer to, in the order of their numbers. Whether a reference is right is for a person to say:
 * numbers come from the order of the dossier, which the writer of the statement did not know.
 */
export function referredAnnexes(
  { annexes }: DossierPlan,
  papers: ReadonlyMap<string, CasePaper>,
  words: readonly string[],
): ReferredAnnex[] {
  if (words.length === 0) return [];
  const pattern = new RegExp(
    `(?<!\\p{L})(?:${words.join('|')})s?\\s*(?:n[°o]\\s*)?(?<number>\\d{1,3})(?:\\s*[:–—-]\\s*(?<said>[^.,;()\\n]{2,60}))?`,
    'giu',
  );
  const found = new Map<string, ReferredAnnex>();
  for (const { name, number: own, paper } of annexes) {
    if (name !== own) continue;
    for (const { groups } of (papers.get(paper)?.text ?? '').matchAll(pattern)) {
      const number = Number(groups?.['number']);
      const said = (groups?.['said'] ?? '').trim();
      const annex = annexes.find((one) => one.number === String(number)) ?? null;
      found.set(`${number} ${said.toLowerCase()}`, { number, said, annex });
    }
  }
  return [...found.values()].toSorted((a, b) => a.number - b.number).slice(0, MOST);
}
