import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KeepingPlaces } from '#app/config.ts';
import { putEmptyDatabase } from '../support/empty-database.ts';
import { keptCase } from '../support/kept-case.ts';
import { keptIn, placesIn } from '../support/kept-in.ts';
import { type CommandResult, runLiasse } from '../support/run-liasse.ts';

let folder: string;
let places: KeepingPlaces;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liasse-trust-cli-'));
  places = placesIn(folder);
  await putEmptyDatabase(places.home);
  await keptIn(places, async (keeping) => {
    for (const name of ['one', 'two', 'three', 'Été 12'])
      await keptCase(keeping, name, { 'a.txt': `papier de ${name}` });
  });
}, 300_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const liasse = (args: readonly string[], env: Record<string, string> = {}): Promise<CommandResult> =>
  runLiasse(args, { env: { LIASSE_HOME: places.home, ...env } });
const caseNames = () => keptIn(places, async (keeping) => (await keeping.cases.all()).map(({ name }) => name));

describe('liasse purge', () => {
  it('purges nothing that is not confirmed by its very name', async () => {
    for (const args of [
      ['--case', 'one'],
      ['--case', 'one', '--yes', '--confirm', 'ONE', 'two'],
    ]) {
      const { status, stderr } = await liasse(['purge', ...args]);
      expect(status, stderr).toBe(1);
      expect(stderr).toContain('Nothing was purged');
    }
    expect((await liasse(['purge', '--case', 'one', '--dry-run'])).stderr).toContain('would be purged');
    expect(await caseNames()).toContain('one');
    expect((await liasse(['purge'])).status).toBe(2);
    expect((await liasse(['purge', '--case', 'nobody', '--yes', '--confirm', 'nobody'])).status).toBe(2);
  }, 300_000);

  it('leaves a certificate in two languages that can be shown and checked, and tells who did it', async () => {
    const name = 'Été 12';
    // As some keyboards write it.
    const confirm = name.normalize('NFD');
    const purged = await liasse(['purge', '--case', confirm, '--yes', '--confirm', confirm, '--json'], {
      LIASSE_ACTOR: 'amina',
    });
    expect(purged.status, purged.stderr).toBe(0);
    const certificate = JSON.parse(purged.stdout);
    expect(certificate).toMatchObject({ actor: 'amina', scope: 'case', reason: 'request' });
    const folderOf = join(places.home, 'certificates');
    const names = (await readdir(folderOf)).sort();
    expect(names).toEqual(['en.txt', 'fr.txt', 'json'].map((ending) => `purge-${certificate.id}.${ending}`));
    const french = await readFile(join(folderOf, names[1] ?? ''), 'utf8');
    expect(french).toContain('CERTIFICAT D’EFFACEMENT');
    expect(french).toContain(certificate.originals[0]);
    expect(french).not.toContain('Été');
    expect((await liasse(['purge', 'certificate', certificate.id.slice(0, 8), '--lang', 'fr'])).stdout).toBe(french);
    expect((await liasse(['purge', 'certificate'])).stdout).toContain(certificate.id);
    const path = join(folderOf, `purge-${certificate.id}.json`);
    const checked = await liasse(['purge', 'check', path]);
    expect(checked.status, checked.stdout).toBe(0);
    const forged = join(folder, 'forged.json');
    await writeFile(forged, (await readFile(path, 'utf8')).replace('amina', 'bruno'));
    expect((await liasse(['purge', 'check', forged])).status).toBe(1);
    expect((await liasse(['purge', '--again', forged])).status).toBe(2);
    expect((await liasse(['purge', 'check', join(folder, 'nowhere.json')])).stderr).toContain('no-such-file');
  }, 300_000);

  it('of what is due goes by the rules, and asks for every case', async () => {
    expect((await liasse(['retention', '--init'])).stdout).toContain('retention.yaml');
    expect((await liasse(['purge', '--due', '--yes', '--confirm', 'two'])).stderr).toContain('No case is due');
    await writeFile(
      join(places.home, 'retention.yaml'),
      'purgeAfter: { open: never, closed: 1 day, archived: 30 days }\n',
    );
    expect((await liasse(['case', 'close', 'two', 'three'])).status).toBe(0);
    await keptIn(places, async ({ db }) => {
      await sql`update cases set state_since = now() - interval '3 days' where name in ('two', 'three')`.execute(db);
    });
    const { stdout } = await liasse(['retention', '--json']);
    const due = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(
      due
        .filter(({ isDue }) => isDue)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['three', 'two']);
    const purged = await liasse(['purge', '--due', '--yes', '--confirm', 'two', '--json']);
    expect(purged.status).toBe(1);
    expect(JSON.parse(purged.stdout)).toMatchObject({ reason: 'retention' });
    expect(await caseNames()).toEqual(['one', 'three']);
    await writeFile(join(places.home, 'retention.yaml'), 'purgeAfter: { open: soon }\n');
    const wrong = await liasse(['purge', '--due', '--yes', '--confirm', 'three']);
    expect(wrong).toMatchObject({ status: 2 });
    expect(wrong.stderr).toContain('retention.yaml:1:');
    await rm(join(places.home, 'retention.yaml'));
  }, 300_000);
});

describe('liasse case', () => {
  it('changes all that are named, or none', async () => {
    expect((await liasse(['case', 'archive', 'one', 'nobody'])).status).toBe(2);
    const states = () =>
      keptIn(places, async (keeping) => (await keeping.cases.all()).map(({ name, state }) => `${name} ${state}`));
    expect(await states()).toContain('one open');
    expect((await liasse(['case', 'archive', 'one'])).stderr).toContain('archived');
    expect(await states()).toContain('one archived');
    expect((await liasse(['case', 'open', 'one', 'brand new'])).status).toBe(0);
    expect(await states()).toEqual(expect.arrayContaining(['brand new open', 'one open']));
  }, 300_000);
});

describe('liasse audit', () => {
  it('lists what was done, as a table or as lines that anybody can check', async () => {
    const table = await liasse(['audit', '--case', 'one', '--lang', 'fr']);
    expect(table.stdout).toContain('dossier archivé');
    const lines = (await liasse(['audit', '--json'])).stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, at) => at + 1));
    expect((await liasse(['audit', '--since', '2100-01-01'])).stdout).toContain('empty');
    expect((await liasse(['audit', '--since', 'yesterday'])).status).toBe(2);
    const { status, stdout } = await liasse(['audit', 'verify', '--expect', lines[2].hash]);
    expect(status, stdout).toBe(0);
    expect((await liasse(['audit', 'verify', '--expect', 'f'.repeat(64)])).status).toBe(1);
    expect((await liasse(['audit', 'verify', '--expect', 'short'])).status).toBe(2);
    expect(JSON.parse((await liasse(['audit', 'verify', '--json'])).stdout)).toMatchObject({
      isWhole: true,
      headFile: 'found',
    });
  }, 300_000);
});

describe('liasse backup and liasse restore', () => {
  it('say which key is needed, restore with it, and find what was purged since', async () => {
    const file = join(folder, 'all.tar');
    const made = await liasse(['backup', file, '--lang', 'fr']);
    expect(made.status, made.stderr).toBe(0);
    expect(made.stdout).toContain('LA CLÉ MAÎTRESSE N’Y EST PAS');
    expect((await liasse(['backup', '--check', file])).stdout).toContain('is whole');
    const purged = await liasse(['purge', '--case', 'one', '--yes', '--confirm', 'one', '--json']);
    const certificate = join(places.home, 'certificates', `purge-${JSON.parse(purged.stdout).id}.json`);
    expect(JSON.parse(purged.stdout).backups).toHaveLength(1);

    const target = join(folder, 'restored');
    const keyless = await liasse(['restore', file, '--into', target]);
    expect(keyless.status).toBe(2);
    expect(keyless.stderr).toContain('master-key-missing');
    const restored = await liasse(['restore', file, '--into', target, '--key', join(places.home, 'master.key')]);
    expect(restored.status, restored.stderr).toBe(0);
    const there = { LIASSE_HOME: target };
    expect((await liasse(['cases'], there)).stdout).toContain('one');
    expect((await liasse(['audit', 'verify'], there)).status).toBe(0);
    const left = await liasse(['purge', 'check', certificate], there);
    expect(left.status).toBe(1);
    expect(left.stdout).toContain('liasse purge --again');
    const again = await liasse(['purge', '--again', certificate, '--yes', '--confirm', 'one'], there);
    expect(again.status, again.stderr).toBe(0);
    expect((await liasse(['cases'], there)).stdout).not.toContain('one');
    const checked = await liasse(['purge', 'check', certificate, '--json'], there);
    expect(JSON.parse(checked.stdout)).toMatchObject({ isGone: true });
    expect((await liasse(['restore', file, '--into', target])).stderr).toContain('target-not-empty');
  }, 300_000);

  it('make no folder where a disk should be', async () => {
    const { status, stderr } = await liasse(['backup', join(folder, 'not-mounted', 'backups/')]);
    expect(status).toBe(2);
    expect(stderr).toContain('backup-not-written');
  }, 60_000);
});
