import { join } from 'node:path';
import { readCasework } from '#adapters/definition-folder/read-casework.ts';
import type { Casework } from '#definitions/casework/casework.ts';

/** What the pipeline that comes with Liasse knows of cases; parts that are missing or wrong fail the test. */
export async function humanitarianCasework(): Promise<
  Required<Pick<Casework, 'clocks' | 'departements' | 'holidays' | 'presence'>>
> {
  const { casework, problems } = await readCasework(join(import.meta.dirname, '../../pipelines/humanitarian-permit'));
  const { clocks, departements, holidays, presence } = casework;
  if (
    problems.length > 0 ||
    clocks === undefined ||
    departements === undefined ||
    holidays === undefined ||
    presence === undefined
  ) {
    throw new Error(JSON.stringify(problems));
  }
  return { clocks, departements, holidays, presence };
}
