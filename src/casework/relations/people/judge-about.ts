import type { CasePaper } from '#domain/case-paper.ts';
import { readingOf } from '../../paper-reading.ts';
import { birthsOfPaper, type PrintedBirth } from './births-of-paper.ts';
import type { NameVerdict } from './compare-names.ts';
import type { Client } from './find-client.ts';
import type { NamePresence } from './find-name.ts';
import type { PersonName } from './name-reader.ts';
import type { PeopleContext } from './people-context.ts';

/**
 * Whom a paper is about. `otherName`: another name, the client's birth date; `relative`: a name in common; `somebodyElse`: surely not the client; `unclear`: a name
 * that may or may not be the client's; `unknown`: no name was read.
 */
export interface About {
  readonly kind: 'client' | 'otherName' | 'relative' | 'somebodyElse' | 'unclear' | 'unknown';
  /** The name it gives; undefined when none was read. */
  readonly name: PersonName | undefined;
  readonly births: readonly PrintedBirth[];
}

/** Judges papers against the client; the doubt is always the client's. */
export function createAboutJudge(client: Client, clientBirth: string | undefined, context: PeopleContext) {
  const find = context.finderOf(client.name);
  return (paper: CasePaper, names: readonly PersonName[]): About => {
    const births = birthsOfPaper(paper, context.rules);
    const [name] = names;
    const verdicts = names.map((one) => bestVerdict(client.names.map((known) => context.compare(one, known))));
    if (verdicts.includes('same')) return { kind: 'client', name: names[verdicts.indexOf('same')], births };
    const presence = find(readingOf(paper).words);
    if (name === undefined) return { kind: presence === 'whole' ? 'client' : 'unknown', name, births };
    const birth = birthOf(births, clientBirth, context);
    return { kind: kindOf({ paper, name, verdicts, presence, birth }, context), name, births };
  };
}

interface Signs {
  readonly paper: CasePaper;
  readonly name: PersonName;
  readonly verdicts: readonly NameVerdict[];
  readonly presence: NamePresence;
  readonly birth: 'same' | 'different' | 'unknown';
}

function kindOf({ paper, name, verdicts, presence, birth }: Signs, { rules }: PeopleContext): About['kind'] {
  // The paper names the client as well: whose it is, a person has to see.
  if (presence === 'whole' || (paper.record.ocr?.confidence ?? 0) < rules.subjects.leastReading) return 'unclear';
  if (birth === 'same') return 'otherName';
  const words = name.tokens.filter(({ isParticle, roman }) => !isParticle && roman.length > 1);
  const isSure = words.length > 1 && words.every(({ script }) => rules.subjects.sureScripts.includes(script));
  if (!isSure && !(words.length > 1 && birth === 'different')) return 'unclear';
  if (verdicts.every((verdict) => verdict === 'different')) return presence === 'absent' ? 'somebodyElse' : 'unclear';
  return verdicts.every((verdict) => verdict === 'different' || verdict === 'related') ? 'relative' : 'unclear';
}

const ORDER: readonly NameVerdict[] = ['same', 'partial', 'doubtful', 'related', 'different'];

function bestVerdict(verdicts: readonly NameVerdict[]): NameVerdict {
  return ORDER.find((verdict) => verdicts.includes(verdict)) ?? 'different';
}

function birthOf(
  births: readonly PrintedBirth[],
  client: string | undefined,
  { compareBirths }: PeopleContext,
): Signs['birth'] {
  if (client === undefined || births.length === 0) return 'unknown';
  const verdicts = births.map(({ iso }) => compareBirths(iso, client));
  if (verdicts.includes('same')) return 'same';
  return verdicts.every((verdict) => verdict === 'different') ? 'different' : 'unknown';
}
