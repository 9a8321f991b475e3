import { cpSync, existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KeepingPlaces } from '#app/config.ts';
import { openKeeping } from '#app/keeping/open-keeping.ts';
import { verifyOriginals } from '#app/keeping/verify-originals.ts';
import { backupAt } from '#app/trust/backup/backup-at.ts';
import { checkBackup } from '#app/trust/backup/check-backup.ts';
import { checkPurge } from '#app/trust/purge/check-purge.ts';
import { isWholeLog, verifyAudit } from '#app/trust/verify-audit.ts';
import { putEmptyDatabase } from '../support/empty-database.ts';
import { keptCase } from '../support/kept-case.ts';
import { keptIn, placesIn } from '../support/kept-in.ts';
import { type CommandResult, runLiasse } from '../support/run-liasse.ts';
import { startPostgres, whyNoPostgres } from '../support/servers/postgres.ts';

/** Random moments at which each command is killed; TRUST_KILLS=50 for a long trial. */
const KILLS = Number(process.env['TRUST_KILLS'] ?? 2);
const FILES = 40;

const noPostgres = await whyNoPostgres();
let folder: string;
let source: KeepingPlaces;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liasse-kills-'));
  source = placesIn(join(folder, 'source'));
  await putEmptyDatabase(source.home);
  await keptIn(source, async (keeping) => {
    const texts = Object.fromEntries(
      Array.from({ length: FILES }, (_, at) => [`${at}.txt`, `papier numéro ${at}\f`.repeat(3)]),
    );
    await keptCase(keeping, 'leaving', texts);
    await keptCase(keeping, 'staying', { 'shared.txt': texts['0.txt'] ?? '', 'own.txt': 'reste' });
  });
}, 300_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const commandIn = (places: KeepingPlaces, args: readonly string[], killAfterMs?: number): Promise<CommandResult> =>
  runLiasse(args, {
    env: { LIASSE_HOME: places.home },
    ...(killAfterMs === undefined ? {} : { killAfterMs, signal: 'SIGKILL' as const }),
  });

/** How long a command takes when nobody kills it. */
async function timeOf(command: () => Promise<CommandResult>): Promise<number> {
  const startedAt = performance.now();
  const { status, stderr } = await command();
  expect(status, stderr).toBe(0);
  return performance.now() - startedAt;
}

async function aCopy(name: string): Promise<KeepingPlaces> {
  const copy = placesIn(join(folder, name));
  await rm(join(folder, name), { recursive: true, force: true });
  cpSync(join(folder, 'source'), join(folder, name), { recursive: true });
  return copy;
}

/** Moments spread over a run, each at random within its share; starting the program is not worth killing. */
function moments(wholeMs: number): number[] {
  const from = Math.min(700, wholeMs / 3);
  return Array.from({ length: KILLS }, (_, at) => Math.round(from + ((at + Math.random()) / KILLS) * (wholeMs - from)));
}

describe('kill -9 of a purge', () => {
  it('leaves all of the case or none of it, and the next purge ends it with a certificate', async () => {
    const purge = ['purge', '--case', 'leaving', '--yes', '--confirm', 'leaving'];
    const whole = await aCopy('timed');
    const wholeMs = await timeOf(() => commandIn(whole, purge));
    const outcomes: string[] = [];
    for (const killAfterMs of moments(wholeMs)) {
      const places = await aCopy('killed');
      await commandIn(places, purge, killAfterMs);
      outcomes.push(await keptIn(places, stateAfterKill));
      const { status, stderr } = await commandIn(places, outcomes.at(-1) === 'all' ? purge : ['purge', '--resume']);
      expect(status, stderr).toBe(0);
      await keptIn(places, async (keeping) => {
        const certificates = await keeping.purges.certificates();
        expect(certificates).toHaveLength(1);
        for (const certificate of certificates) {
          expect(certificate.counts).toMatchObject({ files: FILES, documents: FILES });
          expect(certificate).toMatchObject({ blobs: (FILES - 1) * 3, sharedOriginals: [expect.any(String)] });
          expect(await checkPurge(keeping, certificate)).toMatchObject({ certificate: 'unchanged', isGone: true });
        }
        expect(await verifyOriginals(keeping, undefined, () => undefined)).toEqual({ whole: 2, bad: [] });
        expect(isWholeLog(await verifyAudit(keeping))).toBe(true);
      });
      expect(await readdir(join(places.home, 'certificates'))).toHaveLength(3);
    }
    console.log(`purge killed ${outcomes.length} times: ${outcomes.join(', ')}`);
  }, 3_600_000);

  async function stateAfterKill(keeping: Awaited<ReturnType<typeof openKeeping>>): Promise<string> {
    const kept = await keeping.cases.find('leaving');
    if (kept === undefined) {
      expect(await keeping.search.find('papier', { limit: 5 })).toHaveLength(1);
      return (await keeping.purges.unfinished()).length === 1 ? 'rows gone' : 'done';
    }
    expect(await keeping.files.counts(kept.id)).toMatchObject({ received: FILES, accepted: FILES });
    expect((await verifyOriginals(keeping, kept.id, () => undefined)).bad).toEqual([]);
    return 'all';
  }
});

describe('kill -9 of a backup', () => {
  it('leaves the earlier backup, or the new one, and the next one is made at once', async () => {
    const places = await aCopy('backed-up');
    const file = join(folder, 'all.tar');
    const wholeMs = await timeOf(() => commandIn(places, ['backup', file]));
    const first = await checkBackup(await backupAt(file));
    for (const target of [file, `${join(folder, 'many')}/`]) {
      for (const killAfterMs of moments(wholeMs)) {
        await commandIn(places, ['backup', target], killAfterMs);
        const found = await backupAt(target)
          .then((backup) => checkBackup(backup))
          .catch((error: { code?: string }) => error.code);
        // In a folder there is none before the first one is finished.
        if (typeof found === 'string') expect(['no-such-file', 'not-a-backup']).toContain(found);
        else expect(found?.tables.find(({ name }) => name === 'files')?.rows).toBe(FILES + 2);
      }
      const { status, stderr } = await commandIn(places, ['backup', target]);
      expect(status, stderr).toBe(0);
      expect((await checkBackup(await backupAt(target))).id).not.toBe(first.id);
    }
    expect((await readdir(folder)).filter((name) => name.includes('part'))).toEqual([]);
    expect(await readdir(join(folder, 'many'))).not.toContain('.unfinished');
  }, 3_600_000);
});

describe('kill -9 of a restore', () => {
  it.skipIf(noPostgres)(
    'leaves nothing that can be opened, or all; the next one begins anew and ends',
    async () => {
      const file = join(folder, 'to-restore.tar');
      await timeOf(() => commandIn(source, ['backup', file]));
      const server = await startPostgres(['fsync=off']);
      try {
        const restoreTo = (places: KeepingPlaces, url: string): string[] => {
          const key = ['--key', join(source.home, 'master.key')];
          return ['restore', file, '--into', url, ...(existsSync(join(places.home, 'master.key')) ? [] : key)];
        };
        const timed = placesIn(join(folder, 'timed-restore'));
        const timedUrl = await aDatabase(server.url, 'timed');
        const wholeMs = await timeOf(() => commandIn(timed, restoreTo(timed, timedUrl)));
        const outcomes: string[] = [];
        for (const killAfterMs of moments(wholeMs)) {
          const url = await aDatabase(server.url, `restored_${outcomes.length}`);
          const target = placesIn(join(folder, `restored-${outcomes.length}`), url);
          await commandIn(target, restoreTo(target, url), killAfterMs);
          const isHalf = await openKeeping(target).then(
            (keeping) => keeping.close().then(() => false),
            (error: { code?: string }) => error.code === 'restore-unfinished',
          );
          const again = await commandIn(target, restoreTo(target, url));
          const isDone = again.stderr.includes('target-not-empty');
          if (!isDone) expect(again.status, again.stderr).toBe(0);
          expect(again.stderr.includes('begun anew')).toBe(isHalf);
          outcomes.push([isDone && 'done', isHalf && 'half', 'not begun'].find((one) => typeof one === 'string') ?? '');
          await keptIn(target, isAllBack);
          await rm(join(folder, `restored-${outcomes.length - 1}`), { recursive: true });
        }
        console.log(`restore killed ${outcomes.length} times: ${outcomes.join(', ')}`);
      } finally {
        await server.stop();
      }
    },
    3_600_000,
  );

  async function isAllBack(keeping: Awaited<ReturnType<typeof openKeeping>>): Promise<void> {
    expect(await verifyOriginals(keeping, undefined, () => undefined)).toEqual({ whole: FILES + 1, bad: [] });
    expect((await verifyAudit(keeping)).broken).toBeUndefined();
    expect(await keeping.files.counts()).toMatchObject({ received: FILES + 2, accepted: FILES + 2 });
    await keptCase(keeping, 'after', { 'new.txt': 'reçu après la reprise' });
  }

  /** An empty database of a server. */
  async function aDatabase(serverUrl: string, name: string): Promise<string> {
    const client = new pg.Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(`create database ${name}`);
    await client.end();
    return serverUrl.replace(/\/[^/]*$/, `/${name}`);
  }

  it('is told to whoever opens what is half there', async () => {
    const target = placesIn(join(folder, 'half'));
    await keptIn(target, async (keeping) => {
      await keeping.db.insertInto('meta').values({ key: 'restoring', value: 'begun' }).execute();
    });
    await expect(openKeeping(target)).rejects.toMatchObject({ code: 'restore-unfinished' });
    const { status, stderr } = await commandIn(target, ['cases']);
    expect(status).toBe(2);
    expect(stderr).toContain('liasse restore');
  }, 120_000);
});
