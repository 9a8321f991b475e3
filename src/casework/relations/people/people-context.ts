import type { PeopleRules } from '#definitions/casework/people.schema.ts';
import type { CaseInput, CasePaper } from '#domain/case-paper.ts';
import type { PaperNames } from '../call-paper.ts';
import { type BirthVerdict, compareBirths } from './compare-births.ts';
import { type CompareNames, createNameComparison } from './compare-names.ts';
import { createTokenComparison } from './compare-tokens.ts';
import { createNameFinder, type NamePresence } from './find-name.ts';
import { createNameReader, type NameReader, type PersonName } from './name-reader.ts';

/** The rules of people, made ready, and the papers they are applied to. */
export interface PeopleContext {
  readonly input: CaseInput;
  readonly rules: PeopleRules;
  readonly reader: NameReader;
  readonly compare: CompareNames;
  readonly papers: PaperNames;
  /** How much of a name stands among the words of a text. */
  finderOf(name: PersonName): (words: readonly string[]) => NamePresence;
  compareBirths(one: string, other: string): BirthVerdict;
  typeOf(paper: CasePaper): string;
}

export function createPeopleContext(input: CaseInput, rules: PeopleRules, papers: PaperNames): PeopleContext {
  const reader = createNameReader(rules.names);
  // Among the words of a text a doubt is no match: there are too many of them.
  const compareTokens = createTokenComparison({ ...rules.names, doubtful: rules.names.close });
  return {
    input,
    rules,
    reader,
    compare: createNameComparison(rules.names),
    papers,
    finderOf: (name) => createNameFinder(name, reader, compareTokens),
    compareBirths: (one, other) => compareBirths(one, other, rules.birth.conventional),
    typeOf: ({ record }) => record.type?.id ?? '',
  };
}
