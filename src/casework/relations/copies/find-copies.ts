import type { CopiesRules } from '#definitions/casework/copies.schema.ts';
import type { CrossFinding, Relations } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { fillSentence } from '../../fill-sentence.ts';
import type { PaperNames } from '../call-paper.ts';
import { chooseCopy } from './choose-copy.ts';
import { isSamePaper, sketchPaper } from './same-paper.ts';

/** Papers that came more than once. */
export interface CopiesJudgement {
  readonly copies: Relations['copies'];
  /** Keys of all copies but the best of each. */
  readonly worse: ReadonlySet<string>;
  readonly findings: readonly CrossFinding[];
}

/** Whether two papers can be about one person, as far as their names tell. */
export type MayBeOne = (one: CasePaper, other: CasePaper) => boolean;

/** Exact copies, and readings of one paper by several captures; the best of each first. */
export function findCopies(
  papers: readonly CasePaper[],
  { rules, names, mayBeOne }: { readonly rules: CopiesRules; readonly names: PaperNames; readonly mayBeOne: MayBeOne },
): CopiesJudgement {
  const groups = groupCopies(papers, rules, mayBeOne).filter((group) => group.length > 1);
  const judged = groups.map((group) => {
    const isExact = group.every(
      ({ copyOf, key }) => copyOf !== null || group.every((o) => o.key === key || o.copyOf === key),
    );
    const { ordered, why } = chooseCopy(group, rules);
    const [best] = ordered;
    const message = fillSentence(isExact ? rules.sentences.exact : rules.sentences.near, {
      best: best === undefined ? '' : withFile(names.of(best), best),
      count: group.length,
      why: rules.sentences.why[why],
    });
    return { keys: ordered.map(({ key }) => key), message, rule: isExact ? 'copy-exact' : 'copy-near' };
  });
  return {
    copies: judged.map(({ keys, message }) => ({ papers: keys, because: message })),
    worse: new Set(judged.flatMap(({ keys }) => keys.slice(1))),
    findings: judged.map(({ keys, message, rule }) => ({
      kind: 'copy',
      rule,
      severity: 'info',
      message,
      papers: keys,
    })),
  };
}

/** Copies are called alike: the file tells which. */
function withFile(name: { readonly fr: string; readonly en: string }, { record }: CasePaper) {
  const file = record.file.split('/').at(-1) ?? record.file;
  return name.fr === file ? name : { fr: `${name.fr} (${file})`, en: `${name.en} (${file})` };
}

function groupCopies(papers: readonly CasePaper[], rules: CopiesRules, mayBeOne: MayBeOne): CasePaper[][] {
  const groups: CasePaper[][] = [];
  const groupOf = new Map<string, CasePaper[]>();
  const sketched = papers.filter(({ copyOf }) => copyOf === null).map((paper) => sketchPaper(paper, rules));
  for (const [at, one] of sketched.entries()) {
    const twin = sketched
      .slice(0, at)
      .find((other) => isSamePaper(one, other, rules) && mayBeOne(one.paper, other.paper));
    const group = (twin && groupOf.get(twin.paper.key)) ?? newGroup(groups);
    group.push(one.paper);
    groupOf.set(one.paper.key, group);
  }
  for (const paper of papers) if (paper.copyOf !== null) groupOf.get(paper.copyOf)?.push(paper);
  return groups;
}

function newGroup(groups: CasePaper[][]): CasePaper[] {
  const group: CasePaper[] = [];
  groups.push(group);
  return group;
}
