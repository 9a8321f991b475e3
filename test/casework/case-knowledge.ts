import type { ClockKnowledge } from '#casework/clocks/judge-clocks.ts';
import type { PresenceRules } from '#definitions/casework/presence.schema.ts';
import { humanitarianCasework } from '../support/a-case.ts';

/** What the humanitarian permit knows of time limits and presence; fails when a file is missing or wrong. */
export async function caseKnowledge(): Promise<ClockKnowledge & { readonly presence: PresenceRules }> {
  const { clocks, departements, holidays, presence } = (await humanitarianCasework()).casework;
  if (clocks === undefined || departements === undefined || holidays === undefined || presence === undefined) {
    throw new Error('a file of case/ is missing or wrong: liasse pipelines check');
  }
  return { clocks, departements, holidays, presence };
}
