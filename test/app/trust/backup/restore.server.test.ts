import { cp, mkdtemp, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KeepingPlaces } from '#app/config.ts';
import { type Keeping, openKeeping } from '#app/keeping/open-keeping.ts';
import { backupAt } from '#app/trust/backup/backup-at.ts';
import { checkBackup } from '#app/trust/backup/check-backup.ts';
import { makeBackup } from '#app/trust/backup/make-backup.ts';
import { restoreBackup } from '#app/trust/backup/restore-backup.ts';
import { backUp, fillWithEverything, lastingTables, restoreInto } from '../../../support/backup-round-trip.ts';
import { putEmptyDatabase } from '../../../support/empty-database.ts';
import { keptCase } from '../../../support/kept-case.ts';
import { keptIn, placesIn } from '../../../support/kept-in.ts';
import { startPostgres, whyNoPostgres } from '../../../support/servers/postgres.ts';

const noPostgres = await whyNoPostgres();
let folder: string;
let places: KeepingPlaces;
let keeping: Keeping;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liasse-backup-'));
  places = placesIn(join(folder, 'source'));
  await putEmptyDatabase(places.home);
  keeping = await openKeeping(places);
  await fillWithEverything(keeping);
  file = join(folder, 'all.tar');
  await backUp(keeping, file);
}, 120_000);
afterAll(async () => {
  await keeping.close();
  await rm(folder, { recursive: true, force: true });
});

const check = async (path: string) => checkBackup(await backupAt(path));
const copyOf = async (name: string): Promise<string> => {
  const path = join(folder, name);
  await cp(file, path);
  return path;
};

describe('restoring', () => {
  it('brings back everything into an empty home, and work goes on there', async () => {
    const before = await backUp(keeping, join(folder, 'before.tar'));
    const target = placesIn(join(folder, 'restored'));
    const restored = await restoreInto(target, before.path, places.home);
    expect(restored).toMatchObject({ ledgerProblems: 0, isLogWhole: true, originals: { bad: [] } });
    expect(restored.originals?.whole).toBeGreaterThan(3);
    await keptIn(target, async (copy) => {
      const after = await backUp(copy, join(folder, 'after.tar'));
      expect(lastingTables(after)).toEqual(lastingTables(before));
      expect(after.manifest.sequences).toEqual({ ...before.manifest.sequences });
      expect(after.manifest.blobs.bytes).toBeGreaterThanOrEqual(before.manifest.blobs.bytes);
      // What a worker had in its hands waits again.
      expect(await copy.work.counts()).toMatchObject({ running: 0, ready: (await keeping.work.counts()).ready + 1 });
      expect(await copy.search.find('hébergement', { limit: 5 })).toHaveLength(1);
      expect(await copy.decisions.all()).toEqual(await keeping.decisions.all());
      // Positions and rows count on.
      const last = await positionOf(copy);
      await keptCase(copy, 'Dossier Élan', { 'new.txt': 'reçu après la reprise' });
      expect(await positionOf(copy)).toBe(last + 1);
      await copy.decisions.add([{ kind: 'withdraw', at: '2026-11-27T10:00:00Z', document: 'd', field: 'type' }]);
      expect((await Array.fromAsync(copy.audit.rows())).at(-1)?.action).toBe('decision-made');
    });
  });

  const positionOf = async ({ db }: Keeping): Promise<number> => {
    const { rows } = await sql<{ last: string }>`select max(position) as last from files`.execute(db);
    return Number(rows[0]?.last);
  };

  it('counts on after what was purged too: no position is given twice', async () => {
    const target = placesIn(join(folder, 'positions'));
    await keptCase(keeping, 'last one', { 'last.txt': 'le dernier reçu' });
    const last = await positionOf(keeping);
    await sql`delete from cases where name = 'last one'`.execute(keeping.db);
    const made = await backUp(keeping, join(folder, 'positions.tar'));
    await restoreInto(target, made.path, places.home);
    await keptIn(target, async (copy) => {
      await keptCase(copy, 'next one', { 'next.txt': 'le suivant' });
      expect(await positionOf(copy)).toBe(last + 1);
    });
  });

  it('refuses a place in which there is something, and changes nothing there', async () => {
    const before = await backUp(keeping, join(folder, 'untouched.tar'));
    await expect(restoreBackup(await backupAt(file), { places })).rejects.toMatchObject({ code: 'target-not-empty' });
    expect(lastingTables(await backUp(keeping, join(folder, 'untouched.tar')))).toEqual(lastingTables(before));

    const other = placesIn(join(folder, 'only-blobs'));
    await keptIn(other, (one) => one.blobs.put('somebody-elses', Buffer.from('bytes')));
    await expect(restoreInto(other, file, places.home)).rejects.toMatchObject({ code: 'target-not-empty' });
    await keptIn(other, async (one) => {
      expect(await one.blobs.has('somebody-elses')).toBe(true);
      expect(await one.cases.all()).toEqual([]);
    });
  });

  it('takes a place for empty in which somebody only looked', async () => {
    const target = placesIn(join(folder, 'looked'));
    await keptIn(target, async (one) => {
      await one.search.find('anything', { limit: 1 });
    });
    await rm(join(target.home, 'master.key'), { force: true });
    await restoreInto(target, file, places.home);
    await keptIn(target, async (copy) => expect((await copy.cases.all()).length).toBeGreaterThan(2));
  });

  it('says which master key is needed before it writes anything', async () => {
    const target = placesIn(join(folder, 'keyless'));
    await expect(restoreBackup(await backupAt(file), { places: target })).rejects.toMatchObject({
      code: 'master-key-missing',
      detail: expect.stringContaining((await check(file)).masterKey ?? '?'),
    });
    const other = placesIn(join(folder, 'other'));
    await keptIn(other, (one) => one.vault.sealer('organisation'));
    await rm(join(other.home, 'database'), { recursive: true });
    // A key that opens nothing of it is not put into its place either.
    const keyFile = join(other.home, 'master.key');
    await expect(restoreBackup(await backupAt(file), { places: target, keyFile })).rejects.toMatchObject({
      code: 'master-key-wrong',
    });
    await expect(stat(join(target.home, 'master.key'))).rejects.toThrow();
    await expect(restoreBackup(await backupAt(file), { places: other })).rejects.toMatchObject({
      code: 'master-key-wrong',
    });
  });

  it('refuses a damaged backup before it writes anything, and one of a newer Liasse', async () => {
    const target = placesIn(join(folder, 'refused'));
    const path = await copyOf('damaged.tar');
    await truncate(path, 100_000);
    await expect(restoreInto(target, path, places.home)).rejects.toMatchObject({ code: 'backup-damaged' });
    await sql`insert into kysely_migration (name, timestamp) values ('9999-from-the-future', 'x')`.execute(keeping.db);
    try {
      await backUp(keeping, join(folder, 'newer.tar'));
    } finally {
      await sql`delete from kysely_migration where name = '9999-from-the-future'`.execute(keeping.db);
    }
    await expect(restoreInto(target, join(folder, 'newer.tar'), places.home)).rejects.toMatchObject({
      code: 'backup-newer',
    });
    await restoreInto(target, file, places.home);
  });

  it('is not offered half done: nothing can be opened until it was begun anew and ended', async () => {
    const target = placesIn(join(folder, 'half'));
    let bytes = 0;
    const steps: string[] = [];
    await restoreInto(target, file, places.home).catch(() => undefined);
    // As a restore leaves it that was killed in the middle.
    await keptIn(target, async (one) => {
      await sql`insert into meta (key, value) values ('restoring', 'begun')`.execute(one.db);
      await sql`delete from documents`.execute(one.db);
      await one.blobs.put('restoring', Buffer.from('restoring'));
      await one.blobs.put('left-over', Buffer.from('of the first try'));
    });
    await expect(openKeeping(target)).rejects.toMatchObject({ code: 'restore-unfinished' });
    await restoreBackup(await backupAt(file), {
      places: target,
      onStep: (step) => steps.push(step),
      onBytes: (count) => {
        bytes += count;
      },
    });
    expect(steps).toEqual(['check', 'anew', 'load', 'verify']);
    expect(bytes).toBeGreaterThan(10_000);
    await keptIn(target, async (copy) => {
      expect(await copy.blobs.has('left-over')).toBe(false);
      expect(await copy.blobs.has('restoring')).toBe(false);
      expect(lastingTables(await backUp(copy, join(folder, 'half.tar')))).toEqual(
        lastingTables({ manifest: await check(file) }),
      );
    });
  });

  it('finishes by itself what was killed when only its marks were left to take away', async () => {
    const target = placesIn(join(folder, 'marks'));
    await restoreInto(target, file, places.home);
    await keptIn(target, async (one) => {
      await sql`insert into meta (key, value) values ('restoring', 'done')`.execute(one.db);
      await one.blobs.put('restoring', Buffer.from('restoring'));
    });
    await keptIn(target, async (one) => {
      expect(await one.blobs.has('restoring')).toBe(false);
      expect(await one.db.selectFrom('meta').select('key').where('key', '=', 'restoring').execute()).toEqual([]);
    });
  });
});

describe('moving', () => {
  it('restores the newest of a folder of backups', async () => {
    const collection = join(folder, 'many');
    for (let nth = 0; nth < 2; nth += 1) await makeBackup(keeping, { target: { folder: collection }, now: new Date() });
    await restoreInto(placesIn(join(folder, 'from-folder')), collection, places.home);
  });

  describe.skipIf(noPostgres)('between databases', () => {
    it('takes everything from an embedded database to a server and back, unchanged', async () => {
      const server = await startPostgres(['fsync=off']);
      try {
        const there = placesIn(join(folder, 'there'), server.url);
        const before = await backUp(keeping, join(folder, 'one.tar'));
        await restoreInto(there, before.path, places.home);
        const between = await keptIn(there, async (copy) => {
          await keptCase(copy, 'on the server', { 'a.txt': 'reçu sur le serveur' });
          return backUp(copy, join(folder, 'two.tar'));
        });
        const back = placesIn(join(folder, 'back'));
        await restoreInto(back, between.path, places.home);
        await keptIn(back, async (copy) => {
          const after = await backUp(copy, join(folder, 'three.tar'));
          expect(lastingTables(after)).toEqual(lastingTables(between));
          expect(await copy.search.find('serveur', { limit: 5 })).toHaveLength(1);
          expect(await copy.decisions.all()).toEqual(await keeping.decisions.all());
        });
        await expect(restoreInto(there, before.path, places.home)).rejects.toMatchObject({ code: 'target-not-empty' });
      } finally {
        await server.stop();
      }
    });

    it('is consistent while work goes on: every row it holds has its original, and the ledger balances', async () => {
      const server = await startPostgres(['fsync=off']);
      const busy = placesIn(join(folder, 'busy'), server.url);
      try {
        for (const [source, database] of [
          ['server', busy],
          ['embedded', placesIn(join(folder, 'busy-embedded'))],
        ] as const)
          await consistentWhileBusy(source, database);
      } finally {
        await server.stop();
      }
    });
  });

  /** Files come in and are settled by somebody else the whole time. */
  async function consistentWhileBusy(name: string, busy: KeepingPlaces): Promise<void> {
    const path = join(folder, `busy-${name}.tar`);
    const received = await keptIn(busy, async (one) => {
      await keptCase(
        one,
        'before',
        Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${at}.txt`, `avant ${at}`])),
      );
      let isOver = false;
      let files = 0;
      const working = keptIn(busy, async (other) => {
        for (; !isOver; files += 1)
          await keptCase(other, `during ${files % 3}`, { [`${files}.txt`]: `pendant ${files}` });
      });
      const made = await backUp(one, path).finally(() => {
        isOver = true;
      });
      await working;
      expect(made.missingOriginals).toEqual([]);
      return files;
    });
    expect(received).toBeGreaterThan(0);
    const target = placesIn(join(folder, `from-busy-${name}`));
    const restored = await restoreInto(target, path, busy.home);
    expect(restored).toMatchObject({ ledgerProblems: 0, isLogWhole: true, originals: { bad: [] } });
    expect(restored.originals?.whole).toBeGreaterThanOrEqual(30);
  }
});
