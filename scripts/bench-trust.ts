import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { keepingPlaces } from '#app/config.ts';
import { type Keeping, openKeeping } from '#app/keeping/open-keeping.ts';
import { backupAt } from '#app/trust/backup/backup-at.ts';
import { makeBackup } from '#app/trust/backup/make-backup.ts';
import { placeMasterKey } from '#app/trust/backup/place-master-key.ts';
import { restoreBackup } from '#app/trust/backup/restore-backup.ts';
import { verifyAudit } from '#app/trust/verify-audit.ts';
import type { AuditEntry } from '#domain/audit.ts';

/**
 * What trust costs: `node scripts/bench-trust.ts [blobs] [bytes a blob] [rows of artifacts]`, on an embedded database, or with BENCH_DATABASE_URL on an
 * empty database of a server. All of it in a new folder, which is removed.
 */
const [blobs = 5_000, blobBytes = 50_000, artifacts = 20_000] = process.argv.slice(2).map(Number);
const folder = await mkdtemp(join(tmpdir(), 'liasse-bench-trust-'));
const url = process.env['BENCH_DATABASE_URL'];
const places = keepingPlaces({
  LIASSE_HOME: join(folder, 'home'),
  ...(url === undefined ? {} : { DATABASE_URL: url }),
});

/** Wall clock, and what the processor did meanwhile: the same on a machine that others use too. */
async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; seconds: number; cpu: string }> {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return {
    result,
    seconds: (performance.now() - startedAt) / 1000,
    cpu: `${((user + system) / 1e6).toFixed(2)} s CPU`,
  };
}

async function benchAudit(keeping: Keeping): Promise<void> {
  const entry: AuditEntry = {
    action: 'decision-made',
    subject: 'a'.repeat(20),
    detail: { kind: 'correct', field: 'type' },
  };
  const ROWS = 500;
  const single = await timed(async () => {
    for (let at = 0; at < ROWS; at += 1) await keeping.audit.append([entry]);
  });
  console.log(`audit, one row a transaction: ${Math.round((single.seconds / ROWS) * 1e6)} µs a row, ${single.cpu}`);
  const many = await timed(() => keeping.audit.append(Array.from({ length: 5_000 }, () => entry)));
  console.log(`audit, 5000 rows a transaction: ${Math.round((many.seconds / 5_000) * 1e6)} µs a row, ${many.cpu}`);
  const walk = await timed(() => verifyAudit(keeping));
  console.log(`audit verify: ${Math.round((walk.seconds / walk.result.rows) * 1e6)} µs a row, ${walk.cpu}`);
}

async function fill(keeping: Keeping): Promise<void> {
  for (let at = 0; at < blobs; at += 1)
    await keeping.blobs.put(`pages/${String(at % 256)}/${randomBytes(32).toString('hex')}`, randomBytes(blobBytes));
  await keeping.vault.sealer('organisation');
  const { id } = await keeping.cases.open('bench');
  const { fileId } = await keeping.files.receive(
    {
      name: 'bench',
      sha256: null,
      mediaType: null,
      sizeBytes: 0,
      isContainer: false,
      failure: 'empty-file',
      asOf: '2026-01-01',
      via: 'intake',
    },
    id,
  );
  const content = randomBytes(8_000);
  for (let at = 0; at < artifacts; at += 500)
    await sql`insert into artifacts (id, file_id, page_from, page_to, document, status, as_of, judged_by, cut_by, read_by,
        pipeline, pipeline_version, keys, content)
      select gen_random_uuid(), ${fileId}, n, n, 'd', 'done', '', '', '', '', '', '', ''::bytea, ${content}
      from generate_series(1, 500) as n`.execute(keeping.db);
}

const keeping = await openKeeping(places);
try {
  await benchAudit(keeping);
  await fill(keeping);
  const file = join(folder, 'all.tar');
  for (const target of [{ file }, { folder: join(folder, 'many') }, { folder: join(folder, 'many') }]) {
    let bytes = 0;
    const { seconds, result, cpu } = await timed(() =>
      makeBackup(keeping, {
        target,
        now: new Date(),
        onBytes: (step, count) => {
          if (step === 'write') bytes += count;
        },
      }),
    );
    const kind = 'file' in target ? 'file' : `folder, ${result.blobsWritten} blobs written`;
    console.log(
      `backup (${kind}): ${(bytes / 1e6).toFixed(0)} MB in ${seconds.toFixed(1)} s, ${(bytes / 1e6 / seconds).toFixed(0)} MB/s, checked; ${cpu}`,
    );
  }
  const target = keepingPlaces({ LIASSE_HOME: join(folder, 'restored') });
  await placeMasterKey(join(places.home, 'master.key'), target);
  const { seconds, cpu } = await timed(async () => restoreBackup(await backupAt(file), { places: target }));
  console.log(`restore into an embedded database: ${seconds.toFixed(1)} s, verified; ${cpu}`);
  console.log(`memory: ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB at most`);
} finally {
  await keeping.close();
  await rm(folder, { recursive: true });
}
