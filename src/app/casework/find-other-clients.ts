import { casesNamed } from '#casework/relations/people/cases-named.ts';
import type { PeopleRules } from '#definitions/casework/people.schema.ts';
import type { CasePaper, OtherClient } from '#domain/case-paper.ts';
import type { Keeping } from '../keeping/open-keeping.ts';

/**
 * Clients of other cases whom these papers may name. All cases are looked through by keyed hashes only; those that these point at are opened, to be compared name by
 * name.
 */
export async function findOtherClients(
  { cases }: Pick<Keeping, 'cases'>,
  { caseId, papers }: { readonly caseId: string; readonly papers: readonly CasePaper[] },
  rules: PeopleRules,
): Promise<OtherClient[]> {
  const { cases: all, blind } = await cases.blindClients();
  const others = all.filter(({ id }) => id !== caseId);
  if (others.length === 0) return [];
  const named = [...casesNamed(papers, others, { rules, blind })].sort();
  return Promise.all(named.map(async (id) => ({ case: id, names: await cases.clientNames(id) })));
}
