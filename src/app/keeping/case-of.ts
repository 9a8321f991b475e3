import { LiasseFailure } from '#domain/failure.ts';
import type { KeptCase } from '#ports/kept-files.ts';
import type { Keeping } from './open-keeping.ts';

/** The case of that name; undefined when none is named. Throws `case-unknown`. */
export async function caseOf({ cases }: Pick<Keeping, 'cases'>, name: string): Promise<KeptCase>;
export async function caseOf(
  { cases }: Pick<Keeping, 'cases'>,
  name: string | undefined,
): Promise<KeptCase | undefined>;
export async function caseOf(
  { cases }: Pick<Keeping, 'cases'>,
  name: string | undefined,
): Promise<KeptCase | undefined> {
  if (name === undefined) return undefined;
  const found = await cases.find(name);
  if (found === undefined) throw new LiasseFailure('case-unknown', name);
  return found;
}
