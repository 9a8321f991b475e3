import type { Capture, Paper } from '../fixtures/paper.schema.ts';
import type { SeededRandom } from '../fixtures/seeded-random.ts';

/** What a draw is spread over. */
export interface Traits {
  readonly type: string;
  readonly language: string;
  readonly capture: string;
}

/**
 * Draws `count` items so that types, languages and ways of capture come up as evenly as the items allow: each time the one whose traits are
 * rarest until now, chance where several are. All of them when there are no more than that.
 */
export function drawSpread<Item extends Traits>(items: readonly Item[], count: number, random: SeededRandom): Item[] {
  const left = items.map((item) => ({ item, chance: random.next() })).sort((a, b) => a.chance - b.chance);
  const seen = new Map<string, number>();
  const rarity = ({ type, language, capture }: Traits): number =>
    [`t ${type}`, `l ${language}`, `c ${capture}`].reduce((sum, key) => sum + (seen.get(key) ?? 0) ** 2, 0);
  const drawn: Item[] = [];
  while (drawn.length < count && left.length > 0) {
    let best = 0;
    for (const [index, { item }] of left.entries()) {
      const other = left[best]?.item;
      if (other !== undefined && rarity(item) < rarity(other)) best = index;
    }
    const [taken] = left.splice(best, 1);
    if (taken === undefined) break;
    drawn.push(taken.item);
    for (const key of [`t ${taken.item.type}`, `l ${taken.item.language}`, `c ${taken.item.capture}`])
      seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return drawn;
}

const ANY: readonly Capture[] = ['grey-scan', 'photo', 'fax', 'turned', 'low-resolution', 'clean-pdf'];
/** A photo and a fax show one sheet. */
const OF_SEVERAL_PAGES: readonly Capture[] = ['grey-scan', 'turned', 'low-resolution', 'clean-pdf'];

/** Another way of capture for a paper. A damaged one keeps its own, since the damage is of that capture; so do several in one scan. */
export function captureAnew(papers: readonly Paper[], random: SeededRandom): Capture {
  const [paper, second] = papers;
  if (paper === undefined || second !== undefined) return 'bundle';
  if (paper.damage !== undefined) return paper.capture;
  const isOfSeveralPages = paper.body.includes('---');
  return random.pick(isOfSeveralPages ? OF_SEVERAL_PAGES : ANY);
}
