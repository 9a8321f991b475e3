import { seededRandom } from './seeded-random.ts';
import { shuffled } from './shuffled.ts';

const SEED = 20_261_126;

/**
 * Numbers of `most` papers that stand for all: half of them in the languages wanted, where learning can do harm, the others in any; of each type and
 * language as evenly as their number allows. The same papers, the same choice.
 */
export function chooseReplay(
  papers: readonly { readonly type: string; readonly language: string }[],
  languages: ReadonlySet<string>,
  most: number,
): number[] {
  const inTurn = byTurn(papers);
  const near = inTurn.filter((at) => languages.has(papers[at]?.language ?? '')).slice(0, Math.ceil(most / 2));
  const chosen = new Set(near);
  const others = inTurn.filter((at) => !chosen.has(at)).slice(0, most - near.length);
  return [...near, ...others].sort((a, b) => a - b);
}

/** The first of each type and language, then the second of each, and so on. */
function byTurn(papers: readonly { readonly type: string; readonly language: string }[]): number[] {
  const dealt = new Map<string, number>();
  const turns = shuffled([...papers.keys()], seededRandom(SEED)).map((at) => {
    const cell = `${papers[at]?.language} ${papers[at]?.type}`;
    const turn = dealt.get(cell) ?? 0;
    dealt.set(cell, turn + 1);
    return { at, turn };
  });
  return turns.sort((a, b) => a.turn - b.turn).map(({ at }) => at);
}
