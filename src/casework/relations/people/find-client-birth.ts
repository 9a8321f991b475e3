import type { CasePaper } from '#domain/case-paper.ts';
import { birthsOfPaper } from './births-of-paper.ts';
import type { Client } from './find-client.ts';
import type { PeopleContext } from './people-context.ts';

/** The client's birth date, and the paper that gives it; undefined paper: the organisation gave it. */
export interface ClientBirth {
  readonly iso: string;
  readonly paper: CasePaper | undefined;
}

/** As the organisation gives it, else as the best paper in the client's name that gives one only: identity papers first, then in the order of receipt. */
export function findClientBirth(client: Client, context: PeopleContext): ClientBirth | undefined {
  const { input, rules, typeOf } = context;
  if (input.facts.birth !== undefined) return { iso: input.facts.birth, paper: undefined };
  const papers = input.papers.filter(
    ({ key, copyOf }) => copyOf === null && client.group?.papers.includes(key) === true,
  );
  const rank = (paper: CasePaper): number => {
    const at = rules.client.from.indexOf(typeOf(paper));
    return at < 0 ? rules.client.from.length : at;
  };
  for (const paper of papers.toSorted((a, b) => rank(a) - rank(b) || a.position - b.position)) {
    const [birth, ...more] = birthsOfPaper(paper, rules);
    if (birth !== undefined && more.length === 0 && birth.iso.length === DAY) return { iso: birth.iso, paper };
  }
  return undefined;
}

const DAY = 10;
