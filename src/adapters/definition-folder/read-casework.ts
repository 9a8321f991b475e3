import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { CASEWORK_FILES, type Casework } from '#definitions/casework/casework.ts';
import type { DefinitionProblem } from '#definitions/definition-problem.ts';
import { DefinitionReader } from './read-definitions.ts';

const FOLDER = 'case';

/** Reads what a pipeline knows about cases as a whole, each file against its schema; all problems at once. */
export async function readCasework(
  folder: string,
): Promise<{ readonly casework: Casework; readonly problems: readonly DefinitionProblem[] }> {
  const reader = new DefinitionReader(folder);
  const parts = Object.entries(CASEWORK_FILES).map(async ([part, schema]) => {
    const name = join(FOLDER, `${part}.yaml`);
    const isThere = await access(join(folder, name)).then(
      () => true,
      () => false,
    );
    return isThere ? [part, await reader.file(name, schema)] : undefined;
  });
  const read = (await Promise.all(parts)).filter((one) => one !== undefined);
  return { casework: Object.fromEntries(read), problems: reader.problems };
}
