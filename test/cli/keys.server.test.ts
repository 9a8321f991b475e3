import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMasterKeyFiles } from '#adapters/master-key/create-master-key-files.ts';
import { createKeyStore } from '#adapters/sql/key-store.ts';
import { openDatabase } from '#adapters/sql/open-database.ts';
import { createVault } from '#adapters/vault/create-vault.ts';
import type { Vault } from '#ports/vault.ts';
import { aHome } from '../support/liasse-home.ts';
import { type CommandResult, runLiasse } from '../support/run-liasse.ts';

const FILES = 100;
const KILLS = Number(process.env['LIASSE_TEST_KILLS'] ?? 6);

/** The vault of a home, as a process that starts now would open it. */
async function withVault<Answer>(home: string, use: (vault: Vault) => Promise<Answer>): Promise<Answer> {
  const { db, close } = await openDatabase({ home });
  try {
    return await use(
      createVault({ keys: createKeyStore(db), master: createMasterKeyFiles({ home }, () => undefined) }),
    );
  } finally {
    await close();
  }
}

async function seal(home: string): Promise<Uint8Array[]> {
  return withVault(home, async (vault) => {
    const sealed: Uint8Array[] = [];
    for (let file = 0; file < FILES; file += 1)
      sealed.push((await vault.sealer(`file:${file}`)).seal(Buffer.from(`content ${file}`)));
    return sealed;
  });
}

async function openAll(home: string, sealed: readonly Uint8Array[]): Promise<void> {
  await withVault(home, async (vault) => {
    for (const [file, content] of sealed.entries())
      expect(Buffer.from((await vault.sealer(`file:${file}`)).open(content)).toString()).toBe(`content ${file}`);
  });
}

/** `liasse keys rotate`, killed some time after the new key is there. */
async function rotateAndKill(home: string, delayMs: number): Promise<void> {
  const env = { ...process.env, LIASSE_HOME: home };
  const child = spawn(process.execPath, ['src/cli/main.ts', 'keys', 'rotate'], { env });
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), delayMs));
  await once(child, 'close');
}

describe('liasse keys', { timeout: 120_000 + KILLS * 30_000 }, () => {
  it('tells, when Liasse first keeps something, that losing the key loses everything; then warns until there is a copy', async () => {
    const home = await aHome();
    const paper = join(dirname(home), 'paper.txt');
    await writeFile(paper, 'Attestation. Fait à Lyon, le 3 mars 2024.');
    const run = (...args: string[]): Promise<CommandResult> => runLiasse(args, { env: { LIASSE_HOME: home } });

    expect((await run('keys')).stdout).toContain('none yet');
    const first = await run('--lang', 'fr', 'receive', paper, '--case', 'essai');
    expect(first.status).toBe(0);
    expect(first.stderr).toContain('SI CE FICHIER EST PERDU, TOUT EST PERDU');
    expect(first.stderr).toContain('liasse keys backup');
    expect((await run('receive', paper, '--case', 'other')).stderr).not.toContain('LOST');

    const status = await run('keys');
    expect(status.status).toBe(0);
    expect(status.stdout).toContain(join(home, 'master.key'));
    expect(status.stdout).toContain('WARNING: The only copy');

    const copy = join(dirname(home), 'copy.key');
    expect(await run('keys', 'backup', copy)).toMatchObject({ status: 0, stdout: expect.stringContaining(copy) });
    expect(await run('keys', 'backup', copy)).toMatchObject({ status: 2 });
    expect((await run('keys')).stdout).toContain('same disk');
    expect(await run('keys', 'check', copy)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Yes/) });

    await rename(join(home, 'master.key'), join(dirname(home), 'taken'));
    const missing = await run('keys');
    expect(missing).toMatchObject({ status: 1, stdout: expect.stringContaining('Needed') });
    const refused = await run('receive', paper, '--case', 'third');
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('[master-key-missing]') });
    expect(await readdir(home)).not.toContain('master.key');
    expect(await run('keys', 'check', copy)).toMatchObject({ status: 0 });
    expect(await run('keys', 'check', paper)).toMatchObject({ status: 2 });
  });

  it('rotates, and a kill -9 at any moment leaves all that is kept open to the next process', async () => {
    const home = await aHome();
    await mkdir(home, { recursive: true });
    const env = { LIASSE_HOME: home };
    const sealed = await seal(home);
    const left = new Set<string>();
    for (let kill = 0; kill < KILLS; kill += 1) {
      await rotateAndKill(home, (80 * kill) / KILLS);
      left.add((await readdir(home)).some((name) => name.endsWith('.new')) ? 'unfinished' : 'finished');
      await openAll(home, sealed);
    }
    // Some of the kills came in the middle, or this would prove nothing.
    expect(left).toContain('unfinished');

    await runLiasse(['keys', 'rotate'], { env });
    const { stdout } = await runLiasse(['keys', '--json'], { env });
    expect(JSON.parse(stdout)).toMatchObject({ others: [], isChangeUnfinished: false, neededFoundAt: null });
    // Whatever the kills left lying about: the key in use is enough.
    for (const name of await readdir(home))
      if (name.startsWith('master.key.')) await rm(join(home, name), { recursive: true });
    await openAll(home, sealed);
  });
});
