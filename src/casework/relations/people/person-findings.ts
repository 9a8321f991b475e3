import type { CrossFinding } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { fillSentence } from '../../fill-sentence.ts';
import type { Client } from './find-client.ts';
import type { About } from './judge-about.ts';
import type { PeopleContext } from './people-context.ts';

type AboutOf = ReadonlyMap<string, About>;

/**
 * Papers that must be the client's and are somebody else's; of those in `told` it was said already. Where nobody but the papers says who the client is, it is a
 * hint only.
 */
export function foreignPapers(
  client: Client,
  { abouts, told }: { readonly abouts: AboutOf; readonly told: ReadonlySet<string> },
  context: PeopleContext,
): CrossFinding[] {
  const { input, rules, typeOf } = context;
  const kindOf = ({ key }: CasePaper): About['kind'] => abouts.get(key)?.kind ?? 'unknown';
  const own = new Set(input.papers.filter((paper) => kindOf(paper) === 'client').map(typeOf));
  return input.papers.flatMap((paper): CrossFinding[] => {
    const rule = rules.mustBeClient[typeOf(paper)];
    const name = abouts.get(paper.key)?.name;
    const kind = kindOf(paper);
    if (rule === undefined || name === undefined || paper.copyOf !== null || told.has(paper.key)) return [];
    if (kind !== 'somebodyElse' && kind !== 'relative' && kind !== 'otherName') return [];
    if (kind !== 'otherName' && rule.own && own.has(typeOf(paper))) return [];
    const message = fillSentence(rules.sentences[kind], {
      paper: context.papers.of(paper),
      name: name.printed,
      client: client.name.printed,
    });
    const severity = kind === 'somebodyElse' && client.isGiven ? rule.severity : 'info';
    return [{ kind: 'person', rule: `person-${RULES[kind]}`, severity, message, papers: [paper.key] }];
  });
}

const RULES = { somebodyElse: 'somebody-else', relative: 'relative', otherName: 'other-name' } as const;

/** The client's name in several spellings, where both are in the same script and not one the other shortened, is told once. */
export function spellings(client: Client, abouts: AboutOf, context: PeopleContext): CrossFinding[] {
  const { input, rules } = context;
  const names = client.names.filter(({ tokens }) => tokens.every(({ script }) => script === 'Latn'));
  const [first, ...rest] = names;
  const others = rest.filter((name) => first !== undefined && isOtherSpelling(name.tokens, first.tokens));
  if (first === undefined || others.length === 0) return [];
  const shown = new Set([first, ...others].map(({ printed }) => printed));
  const papers = input.papers.filter(({ key }) => shown.has(abouts.get(key)?.name?.printed ?? ''));
  const message = fillSentence(rules.sentences.spellings, { names: context.papers.list([...shown]) });
  return [
    { kind: 'person', rule: 'person-spellings', severity: 'info', message, papers: papers.map(({ key }) => key) },
  ];
}

interface Word {
  readonly roman: string;
  readonly isParticle: boolean;
}

/** Whether both have a word that the other lacks: neither is the other with words left out. */
function isOtherSpelling(one: readonly Word[], other: readonly Word[]): boolean {
  const lacks = (some: readonly Word[], words: readonly Word[]): boolean =>
    some.some((word) => !word.isParticle && !words.some(({ roman }) => roman === word.roman));
  // Ben Ali and Benali have the same letters, in whatever order of words.
  const letters = (words: readonly Word[]): string => [...words.map(({ roman }) => roman).join('')].sort().join('');
  return lacks(one, other) && lacks(other, one) && letters(one) !== letters(other);
}
