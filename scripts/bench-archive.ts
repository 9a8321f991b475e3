/**
 * How fast an archive is judged again, and in how much memory. Generates an archive of recorded readings, changes a flag rule, reprocesses it in a
 * process of its own, interrupts that with kill -9 and goes on, accepts, rolls back, and asks again with nothing changed.
 * Run: node scripts/bench-archive.ts [--documents 100000] [--home DIR] [--kills 5]; a home that holds the archive already is used as it is.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { z } from 'zod';
import { keepingPlaces } from '../src/app/config.ts';
import { openKeeping } from '../src/app/keeping/open-keeping.ts';
import { loadPipeline } from '../src/app/load-pipeline.ts';
import { PIPELINES } from '../src/app/pipeline-folders.ts';
import { createReader } from '../src/app/reader.ts';
import { makeArchive } from './bench-archive/make-archive.ts';
import { type ChildRun, runChild } from './bench-archive/run-child.ts';
import { scriptOptions } from './script-options.ts';

const { values } = scriptOptions({
  options: {
    documents: { type: 'string', default: '100000' },
    home: { type: 'string' },
    kills: { type: 'string', default: '5' },
    papers: { type: 'string', default: '1000' },
  },
});
const documents = Number(values.documents);
const home = values.home ?? (await mkdtemp(join(tmpdir(), 'liasse-archive-')));
const places = keepingPlaces({ LIASSE_HOME: home });
const ENGINE = ['--engine', 'js'];

/** Looks into the database between two commands. */
async function look<Row>(query: ReturnType<typeof sql>, row: z.ZodType<Row>): Promise<Row[]> {
  const keeping = await openKeeping(places);
  try {
    return z.array(row).parse((await query.execute(keeping.db)).rows);
  } finally {
    await keeping.close();
  }
}

async function ensureArchive(): Promise<void> {
  const keeping = await openKeeping(places);
  try {
    const { rows } = await sql<{ count: number }>`select count(*)::integer as count from documents`.execute(keeping.db);
    if ((rows[0]?.count ?? 0) > 0) return;
    await keeping.vault.sealer('organisation');
    const reader = await createReader(loadPipeline('humanitarian-permit'), {
      ...{ engine: 'js', workers: 1, passwords: [], isStandingBy: true },
    });
    const startedAt = performance.now();
    const made = await makeArchive(
      { documents, basePapers: Math.min(documents, Number(values.papers)), filesInCase: 100 },
      { keeping, reader, places },
    );
    await reader.close();
    const seconds = (performance.now() - startedAt) / 1000;
    console.log(
      `archive: ${made.documents} documents in ${made.files} files, made in ${seconds.toFixed(0)} s in ${home}`,
    );
  } finally {
    await keeping.close();
  }
}

/** A copy of the pipelines with one rule of flags.yaml changed. */
async function changedPipelines(from: string, to: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'liasse-pipelines-'));
  await cp(PIPELINES, folder, { recursive: true });
  const file = join(folder, 'humanitarian-permit', 'flags.yaml');
  const text = await readFile(file, 'utf8');
  if (!text.includes(from)) throw new Error(`flags.yaml does not say: ${from}`);
  await writeFile(file, text.replaceAll(from, to));
  return folder;
}

function tell(what: string, run: ChildRun, judged?: number): void {
  const each = (seconds: number): string => ((judged ?? 0) / seconds).toFixed(0);
  const rate =
    judged === undefined
      ? ''
      : `, ${each(run.seconds)} documents/s (${each(run.cpuSeconds)} a second of one processor)`;
  const fifth = Math.max(1, Math.floor(run.memory.length / 5));
  const peaks = Array.from({ length: 5 }, (_, at) => Math.max(0, ...run.memory.slice(at * fifth, (at + 1) * fifth)));
  console.log(
    `${what}: ${run.seconds.toFixed(1)} s, ${run.cpuSeconds.toFixed(1)} s of processor${rate}, memory at most ${Math.max(0, ...run.memory)} MB (by fifths ${peaks.join(', ')}), status ${run.status}`,
  );
}

const runSchema = z.object({
  run: z.object({ id: z.string(), state: z.string(), planned: z.number(), done: z.number() }),
  counts: z.unknown(),
});
const lotSchema = z.object({ id: z.string(), done_at: z.date().nullable(), documents: z.number() });

await ensureArchive();
const env = { LIASSE_HOME: home };
tell('nothing changed', await runChild(['reprocess', ...ENGINE], { env }));

const strict = await changedPipelines(
  'fact: ocr.confidence, is: greater-than, value: 0.5',
  'fact: ocr.confidence, is: greater-than, value: 0.45',
);
const first = await runChild(['reprocess', ...ENGINE, '--dry-run', '--json'], {
  env: { ...env, LIASSE_PIPELINES: strict },
});
const { run, counts } = runSchema.parse(JSON.parse(first.stdout));
tell('a changed flag rule', first, run.done);
console.log(JSON.stringify(counts));
tell('accepted', await runChild(['runs', 'accept', run.id], { env }), run.done);
tell('again, nothing changed', await runChild(['reprocess', ...ENGINE], { env: { ...env, LIASSE_PIPELINES: strict } }));

const lax = await changedPipelines('factor: 0.6', 'factor: 0.7');
const kills = Number(values.kills);
const lotsOf = () =>
  look(
    sql`select id, done_at, documents from run_lots where run_id = (select id from runs order by started_at desc limit 1) order by nth`,
    lotSchema,
  );
let before: z.infer<typeof lotSchema>[] = [];
for (let kill = 0; kill <= kills; kill += 1) {
  const killAfterMs = kill === kills ? undefined : 4_000 + Math.random() * (first.seconds / (kills + 1)) * 1000;
  const killed = await runChild(['reprocess', ...ENGINE, '--dry-run', '--json'], {
    env: { ...env, LIASSE_PIPELINES: lax },
    killAfterMs,
  });
  const lots = await lotsOf();
  const done = lots.filter(({ done_at: at }) => at !== null);
  // Before the run is planned, the latest lots are those of the run before.
  const again = before.filter(({ id, done_at: at }) => {
    const now = lots.find((lot) => lot.id === id);
    return at !== null && now !== undefined && now.done_at?.getTime() !== at.getTime();
  });
  console.log(
    `${killAfterMs === undefined ? 'to its end' : `killed after ${(killAfterMs / 1000).toFixed(1)} s`}: ${done.length} of ${lots.length} lots done, ${again.length} done again (${killed.seconds.toFixed(1)} s)`,
  );
  before = lots;
}
const artifacts = await look(
  sql`
  select count(*)::integer as rows, count(distinct (artifacts.file_id, artifacts.page_from))::integer as documents,
    (select count(*)::integer from run_changes where run_id = max(artifacts.run_id::text)::uuid) as changes
  from artifacts where run_id = (select id from runs order by started_at desc limit 1)`,
  z.object({ rows: z.number(), documents: z.number(), changes: z.number() }),
);
console.log(`of the interrupted run: ${JSON.stringify(artifacts)}`);
tell('rolled back', await runChild(['runs', 'rollback', run.id], { env }), run.done);
await Promise.all([strict, lax].map((folder) => rm(folder, { recursive: true })));
if (values.home === undefined) await rm(home, { recursive: true, force: true });
