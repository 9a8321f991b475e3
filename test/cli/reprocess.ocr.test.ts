import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { putEmptyDatabase } from '../support/empty-database.ts';
import { datedLetter, undatedLetter } from '../support/letters.ts';
import { type CommandResult, runLiasse } from '../support/run-liasse.ts';

let folder: string;
let env: Record<string, string>;
/** The same with other rules: no letter is undated any more, since none has to be dated. */
let changed: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liasse-reprocess-'));
  env = { LIASSE_HOME: join(folder, 'home') };
  await putEmptyDatabase(join(folder, 'home'));
  changed = { ...env, LIASSE_PIPELINES: join(folder, 'pipelines') };
  await cp('pipelines', join(folder, 'pipelines'), { recursive: true });
  const flags = join(folder, 'pipelines', 'humanitarian-permit', 'flags.yaml');
  const text = await readFile(flags, 'utf8');
  await writeFile(flags, text.replace('fact: issueDate, is: absent', 'fact: issueDate, is: present'));
  await writeFile(join(folder, 'dated.txt'), datedLetter());
  await writeFile(join(folder, 'undated.txt'), undatedLetter());
  for (const file of ['dated.txt', 'undated.txt'])
    await liasse(['intake', join(folder, file), '--case', 'dossier 1', '--engine', 'js', '--as-of', '2026-11-23'], env);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function liasse(args: readonly string[], environment: Record<string, string>): Promise<CommandResult> {
  const result = await runLiasse(args, { env: environment });
  expect(result.status, `${args.join(' ')}\n${result.stderr}`).toBe(0);
  return result;
}

const REPROCESS = ['reprocess', '--engine', 'js'];
const viewSchema = z.object({
  run: z.object({ id: z.string(), state: z.string(), done: z.number() }),
  counts: z.object({ gained: z.record(z.string(), z.number()), lost: z.record(z.string(), z.number()) }),
  changes: z.array(z.object({ caseName: z.string() })),
});
const flagsOf = async (): Promise<string[][]> => {
  const { stdout } = await liasse(['results', '--case', 'dossier 1', '--json', '-'], env);
  return stdout
    .trim()
    .split('\n')
    .map((line) => z.object({ flags: z.array(z.object({ code: z.string() })) }).parse(JSON.parse(line)))
    .map(({ flags }) => flags.map(({ code }) => code));
};

describe('liasse reprocess', () => {
  it('does nothing where nothing changed, and says so', async () => {
    expect((await liasse(REPROCESS, env)).stdout).toContain('Nothing to do');
    expect((await liasse(['runs'], env)).stdout).toContain('No archive was judged again yet');
  });

  it('shows what would change; accept puts it in force, rollback takes it back', async () => {
    const before = await flagsOf();
    // Nobody is asked where there is no terminal, and nothing is accepted by itself.
    const shown = await liasse([...REPROCESS, '--json'], changed);
    const { run, counts, changes } = viewSchema.parse(JSON.parse(shown.stdout));
    expect(run).toMatchObject({ state: 'proposed', done: 2 });
    expect([counts.gained['undated'], counts.lost['undated']]).toEqual([1, 1]);
    expect(changes).toHaveLength(2);
    expect(shown.stderr).toContain(`liasse runs accept ${run.id.slice(0, 8)}`);
    expect(await flagsOf()).toEqual(before);

    const listed = await liasse(['runs'], env);
    expect(listed.stdout).toContain(run.id.slice(0, 8));
    expect(listed.stdout).toContain('to be decided on');
    const again = await liasse([...REPROCESS, '--lang', 'fr'], changed);
    expect(again.stderr).toContain('est déjà calculé');
    expect(again.stdout).toContain('Documents qui disent autre chose : 2 sur 2.');

    expect((await liasse(['runs', 'accept', run.id.slice(0, 8)], env)).stdout).toContain('In force; documents: 2.');
    expect(await flagsOf()).not.toEqual(before);
    expect((await liasse(REPROCESS, changed)).stdout).toContain('Nothing to do');
    expect((await liasse(['runs', 'rollback', run.id.slice(0, 8)], env)).stdout).toContain('Taken back');
    expect(await flagsOf()).toEqual(before);
  });

  it('accepts at once with --yes, and says in words what was asked wrongly', async () => {
    const { stderr } = await liasse([...REPROCESS, '--yes', '--case', 'dossier 1'], changed);
    expect(stderr).toContain('In force; documents: 2.');
    for (const [args, words] of [
      [[...REPROCESS, '--case', 'nowhere'], 'case-unknown'],
      [[...REPROCESS, '--type', 'payslip'], 'type-unknown'],
      [['runs', 'show', 'ffff'], 'run-unknown'],
    ] as const) {
      const { status, stderr: said } = await runLiasse(args, { env });
      expect(status).toBe(2);
      expect(said).toContain(words);
    }
  });
});
