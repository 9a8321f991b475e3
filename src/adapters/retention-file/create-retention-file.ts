import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeProblem } from '#definitions/definition-problem.ts';
import { parseDefinition } from '#definitions/parse-definition.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { RetentionRules } from '#domain/retention.ts';
import { unlessAbsent, writingFailure } from '../disk-failure.ts';
import { writeWhole } from '../write-whole.ts';
import { retentionSchema } from './retention.schema.ts';

const NAME = 'retention.yaml';
/** Lies here and not among the pipelines: those hold what is known of papers, this is what an organisation decides about its cases. */
const BROUGHT = new URL(`./${NAME}`, import.meta.url);

/** How long cases are kept, in a file of Liasse's home; without one the rules that Liasse brings hold: nothing is ever due. */
export interface RetentionFile {
  readonly path: string;
  /** Throws `retention-invalid` with every problem and its place. */
  read(): Promise<RetentionRules>;
  /** Writes the rules that Liasse brings, to be changed; false when there is such a file already. Throws `disk-full`, `home-not-writable`. */
  begin(): Promise<boolean>;
}

export function createRetentionFile(home: string): RetentionFile {
  const path = join(home, NAME);
  const find = (): Promise<string | undefined> => unlessAbsent(readFile(path, 'utf8'));
  return {
    path,
    read: async () => {
      const parsed = await parseDefinition(NAME, (await find()) ?? (await readFile(BROUGHT, 'utf8')), retentionSchema);
      if (parsed.ok) return parsed.value;
      const problems = parsed.problems.map(describeProblem).join('\n  ');
      throw new LiasseFailure('retention-invalid', `\n  ${problems}\n`);
    },
    begin: async () => {
      if ((await find()) !== undefined) return false;
      await writeWhole(path, await readFile(BROUGHT, 'utf8')).catch((error: unknown) => {
        throw writingFailure(error);
      });
      return true;
    },
  };
}
