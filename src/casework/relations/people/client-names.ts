import type { PeopleRules } from '#definitions/casework/people.schema.ts';
import type { CaseInput } from '#domain/case-paper.ts';
import { createPaperNames } from '../call-paper.ts';
import { findClient } from './find-client.ts';
import { groupNames } from './group-names.ts';
import { keptKeys } from './name-keys.ts';
import { createPeopleContext } from './people-context.ts';
import { subjectsOfPaper } from './subjects-of-paper.ts';

/** The client of a case as other cases look for him or her. */
export interface ClientNames {
  /** As the organisation writes it, and as papers do; empty when nobody can be told. */
  readonly names: readonly string[];
  /** What they are looked up by: to be hashed before it is kept. */
  readonly keys: readonly string[];
}

/** Whom a case is about, from what is known of the client and from the fields of the papers; their text is not needed. */
export function clientNames({ papers, facts }: Pick<CaseInput, 'papers' | 'facts'>, rules: PeopleRules): ClientNames {
  const context = createPeopleContext({ papers, facts, asOf: '' }, rules, createPaperNames(undefined, {}));
  const named = papers.flatMap((paper) => {
    const [name] = subjectsOfPaper(paper, rules, context.reader);
    return name === undefined ? [] : [{ name, paper: paper.key }];
  });
  const names = findClient(groupNames(named, context.compare), context)?.names ?? [];
  return {
    names: [...new Set(names.map(({ printed }) => printed))],
    keys: [...new Set(names.flatMap(keptKeys))],
  };
}
