import { foldWords } from '#text/fold-words.ts';
import type { CompareNames } from './compare-names.ts';
import type { PersonName } from './name-reader.ts';

/** Papers under the names of one person. */
export interface PersonGroup {
  /** The spellings, each once, the most frequent first. */
  readonly names: readonly PersonName[];
  /** Keys of papers in the order in which they came. */
  readonly papers: readonly string[];
}

interface Growing {
  readonly names: Map<string, { readonly name: PersonName; count: number }>;
  readonly papers: string[];
}

/**
 * Names put together by person. Only what is surely one name joins; a part of a name (a surname alone) joins when it can be of one person only, and is
 * else left out.
 */
export function groupNames(
  named: readonly { readonly name: PersonName; readonly paper: string }[],
  compare: CompareNames,
): PersonGroup[] {
  const groups: Growing[] = [];
  const placed = new Map<string, Growing | undefined>();
  // Whole names first: parts are told by them.
  const byWords = [...named].sort((a, b) => b.name.tokens.length - a.name.tokens.length);
  for (const { name, paper } of byWords) {
    const key = foldWords(name.printed).toSorted().join(' ');
    const group = placed.has(key) ? placed.get(key) : groupFor(name, groups, compare);
    placed.set(key, group);
    if (group === undefined) continue;
    const known = group.names.get(key);
    if (known === undefined) group.names.set(key, { name, count: 1 });
    else known.count += 1;
    if (!group.papers.includes(paper)) group.papers.push(paper);
  }
  const order = new Map(named.map(({ paper }, at) => [paper, at]));
  return groups.map(({ names, papers }) => ({
    names: [...names.values()].sort((a, b) => b.count - a.count).map(({ name }) => name),
    papers: papers.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
  }));
}

function groupFor(name: PersonName, groups: Growing[], compare: CompareNames): Growing | undefined {
  const verdicts = groups.map((group) => {
    const all = [...group.names.values()].map((member) => compare(name, member.name));
    if (all.includes('same')) return 'same';
    return all.includes('partial') ? 'partial' : 'none';
  });
  const same = groups[verdicts.indexOf('same')];
  if (same !== undefined) return same;
  const partial = groups.filter((_group, at) => verdicts[at] === 'partial');
  if (partial.length === 1) return partial[0];
  if (partial.length > 1) return undefined;
  const group: Growing = { names: new Map(), papers: [] };
  groups.push(group);
  return group;
}
