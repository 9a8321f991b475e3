import type { CrossFinding } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { fillSentence } from '../../fill-sentence.ts';
import { readingOf } from '../../paper-reading.ts';
import type { Client } from './find-client.ts';
import type { NamePresence } from './find-name.ts';
import type { About } from './judge-about.ts';
import type { PersonName } from './name-reader.ts';
import type { PeopleContext } from './people-context.ts';

/** A client of another case, made ready to be looked for. */
interface OtherClient {
  readonly case: string;
  readonly names: readonly PersonName[];
  readonly finders: readonly ((words: readonly string[]) => NamePresence)[];
}

/** Papers that name a client of another case: `weak` when the paper is about that client, or does not name this case's; the names themselves are not told. */
export function papersOfOtherClients(
  client: Client | undefined,
  abouts: ReadonlyMap<string, About>,
  context: PeopleContext,
): CrossFinding[] {
  const others = otherClients(client, context);
  if (others.length === 0) return [];
  const find = client === undefined ? undefined : context.finderOf(client.name);
  return context.input.papers.flatMap((paper): CrossFinding[] => {
    const about = abouts.get(paper.key);
    if (about === undefined || paper.copyOf !== null) return [];
    const named = others.filter((other) => isAbout(about, other, context) || isNamedIn(paper, other));
    if (named.length === 0) return [];
    const isStray = about.kind !== 'client' && find?.(readingOf(paper).words) !== 'whole';
    const { otherClient, otherClientToo } = context.rules.sentences;
    const message = fillSentence(isStray ? otherClient : otherClientToo, { paper: context.papers.of(paper) });
    return [
      {
        kind: 'person',
        rule: isStray ? STRAY_PAPER : 'person-other-client-too',
        severity: isStray ? 'weak' : 'info',
        message,
        papers: [paper.key],
        otherCases: named.map((other) => other.case),
      },
    ];
  });
}

/** The rule of papers that are most likely another client's. */
export const STRAY_PAPER = 'person-other-client';

/** All but those who may be this case's client: a second case of one person, or a namesake. */
function otherClients(client: Client | undefined, { input, reader, compare, finderOf }: PeopleContext): OtherClient[] {
  return (input.otherClients ?? []).flatMap((other): OtherClient[] => {
    const names = other.names.map((name) => reader.name(name));
    const isOwn = names.some((name) => client?.names.some((own) => MAY_BE_ONE.includes(compare(own, name))));
    return isOwn ? [] : [{ case: other.case, names, finders: names.map(finderOf) }];
  });
}

const MAY_BE_ONE: readonly string[] = ['same', 'partial', 'doubtful'];

function isAbout({ kind, name }: About, { names }: OtherClient, { compare }: PeopleContext): boolean {
  return kind !== 'client' && name !== undefined && names.some((other) => compare(name, other) === 'same');
}

/** A single word of a name stands in many papers. */
function isNamedIn(paper: CasePaper, { names, finders }: OtherClient): boolean {
  const { words } = readingOf(paper);
  return finders.some(
    (find, at) =>
      (names[at]?.tokens.filter(({ isParticle }) => !isParticle).length ?? 0) > 1 && find(words) === 'whole',
  );
}
