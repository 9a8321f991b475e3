import { join } from 'node:path';
import type { z } from 'zod';
import { type Casework, caseworkSchema } from '#definitions/casework/casework.ts';
import type { DefinitionProblem } from '#definitions/definition-problem.ts';
import { definitionFolders } from './definition-folders.ts';
import { DefinitionReader } from './read-definitions.ts';

const FOLDER = 'case';

/** Reads what a pipeline knows about cases as a whole, each file against its schema; all problems at once. */
export async function readCasework(
  folder: string,
): Promise<{ readonly casework: Casework; readonly problems: readonly DefinitionProblem[] }> {
  const reader = new DefinitionReader(await definitionFolders(folder));
  const parts = Object.entries(caseworkSchema.shape).map(async ([part, schema]: [string, z.ZodType<unknown>]) => [
    part,
    await reader.optionalFile(join(FOLDER, `${part}.yaml`), schema),
  ]);
  const read: unknown = Object.fromEntries(await Promise.all(parts));
  return { casework: caseworkSchema.catch({}).parse(read), problems: reader.problems };
}
