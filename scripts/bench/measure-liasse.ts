import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Evaluation, evaluationSchema } from './evaluation.schema.ts';
import { type Use, watchedRun } from './watched-run.ts';

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');

/** A home of its own and only the models that come along: figures must not depend on the machine they are measured on. */
export const LIASSE_ONLY = {
  LIASSE_TESSDATA: '',
  LIASSE_MODELS: join(tmpdir(), 'liasse-no-models'),
  DATABASE_URL: '',
  REDIS_URL: '',
} as const;

/** Has Liasse read and judge the files of a folder in a process of its own, from its start to its end. */
export async function measureLiasse(
  folder: string,
  { engine, scratch }: { readonly engine: string; readonly scratch: string },
): Promise<{ readonly evaluation: Evaluation; readonly use: Use }> {
  const json = join(scratch, 'evaluation.json');
  const args = ['--disable-warning=ExperimentalWarning', MAIN, 'eval', folder, '--engine', engine, '--json', json];
  const use = await watchedRun(process.execPath, args, { ...LIASSE_ONLY, LIASSE_HOME: join(scratch, 'home') });
  return { evaluation: evaluationSchema.parse(JSON.parse(await readFile(json, 'utf8'))), use };
}
