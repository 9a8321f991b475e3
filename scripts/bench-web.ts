/**
 * What fifty people feel while papers are read. Makes a home with recorded readings, serves it (`liasse serve`, a process beside it reads), has people look
 * at cases, documents, judgements, search and events, one of them uploading two hundred files, while real scans are read. Prints p50, p95 and the longest
 * by route, what was lost, and how long the thread that answers was held (on the processor: true on a busy machine too). Run: node scripts/bench-web.ts [--people 50] [--documents 300] [--files 200] [--seconds 60]
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { freePort } from '../test/support/servers/server-process.ts';
import { signIn, type Times, workOn } from './bench-web/browser.ts';
import { makeHome } from './bench-web/make-home.ts';
import { percentile } from './bench-web/percentile.ts';
import { uploadFiles } from './bench-web/upload-files.ts';
import { watchedSchema } from './bench-web/watched.schema.ts';
import { runLiasse, startLiasse } from './kill-trials/liasse-process.ts';
import { scriptOptions } from './script-options.ts';

const { values } = scriptOptions({
  options: {
    people: { type: 'string', default: '50' },
    documents: { type: 'string', default: '300' },
    files: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '60' },
  },
});
const SCANS = 'fixtures/demo';
const home = await mkdtemp(join(tmpdir(), 'liasse-bench-web-'));
const env = { LIASSE_HOME: home, DATABASE_URL: '', REDIS_URL: '', LIASSE_BLOBS: '' };
const watched = join(home, 'watched.json');
const watching = {
  NODE_OPTIONS: `--import ${import.meta.resolve('./bench-web/watch-server.ts')}`,
  BENCH_WATCH: watched,
};

async function isAnswering(url: string): Promise<boolean> {
  return fetch(`${url}/health`).then(
    ({ ok }) => ok,
    () => false,
  );
}

function figure(sorted: readonly number[], share: number): string {
  return percentile(sorted, share).toFixed(0);
}

function printTimes({ ms, failed }: Times): void {
  for (const [route, all] of ms) {
    const sorted = all.toSorted((one, other) => one - other);
    const [p50, p95, longest] = [figure(sorted, 0.5), figure(sorted, 0.95), figure(sorted, 1)];
    const wrong = failed.get(route) ?? 0;
    console.log(
      `${route.padEnd(14)} ${String(sorted.length).padStart(5)} asked, p50 ${p50} ms, p95 ${p95} ms, longest ${longest} ms${wrong > 0 ? `, ${wrong} failed` : ''}`,
    );
  }
  const reads = [...ms].flatMap(([route, all]) => (route === 'sign-in' ? [] : all)).sort((one, other) => one - other);
  console.log(`all reads      ${reads.length} asked, p50 ${figure(reads, 0.5)} ms, p95 ${figure(reads, 0.95)} ms`);
}

async function printWatched(): Promise<void> {
  const text = await readFile(watched, 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const { loopSeconds, processSeconds, heldMs, delayMs } = watchedSchema.parse(JSON.parse(text));
  const of = ({ p95, p99, longest }: typeof heldMs): string =>
    `p95 ${p95.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, longest ${longest.toFixed(0)} ms`;
  console.log(
    `server: ${processSeconds.toFixed(1)} s of processor, ${loopSeconds.toFixed(1)} s of it in the thread that answers`,
  );
  console.log(`its loop, by processor time: held ${of(heldMs)}; by the clock: late ${of(delayMs)}`);
}

const emails = await makeHome(home, { documents: Number(values.documents), people: Number(values.people) });
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const served = startLiasse(['serve', '--port', String(port)], { ...env, ...watching });
try {
  for (let tries = 0; !(await isAnswering(url)); tries += 1) {
    if (tries > 300) throw new Error('the server does not answer');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  console.log(`${availableParallelism()} cores, load before ${loadavg()[0]?.toFixed(1)}`);
  // Scans are received first: the process beside the server reads them while people look.
  await runLiasse(['receive', '--case', 'scans', SCANS], env);
  const times: Times = { ms: new Map(), failed: new Map() };
  const people = await Promise.all(emails.map((email) => signIn(url, email, times)));
  const [uploader] = people;
  if (uploader === undefined) throw new Error('nobody');
  const opened = await uploader.ask('open a case', '/api/cases', { name: 'envoi' });
  const { id: caseId } = z.object({ id: z.string() }).parse(opened);
  const until = AbortSignal.timeout(Number(values.seconds) * 1000);
  const [uploaded, ...events] = await Promise.all([
    uploadFiles(url, uploader, { caseId, count: Number(values.files) }),
    ...people.map((person) => workOn(url, person, until)),
  ]);
  printTimes(times);
  console.log(`events told: ${events.reduce((sum, count) => sum + count, 0)}`);
  if (uploaded === undefined) console.log('this build has no uploads');
  else {
    const kept = await uploader.ask('files of the upload', `/api/cases/${caseId}/files`);
    const names = new Set(
      z
        .object({ files: z.array(z.object({ name: z.string() })) })
        .parse(kept)
        .files.map((file) => file.name),
    );
    const lost = uploaded.sent.filter((name) => !names.has(name));
    console.log(
      `uploads: ${uploaded.sent.length} in ${uploaded.seconds.toFixed(1)} s, refused ${uploaded.refused.length}, lost ${lost.length}`,
    );
  }
  const files = z
    .array(z.object({ state: z.string() }))
    .parse(
      z.object({ files: z.unknown() }).parse(await uploader.ask('files', `/api/cases/${await idOf('scans')}/files`))
        .files,
    );
  console.log(`scans read meanwhile: ${files.filter(({ state }) => state === 'accepted').length} of ${files.length}`);
  console.log(`load after ${loadavg()[0]?.toFixed(1)}`);

  async function idOf(name: string): Promise<string> {
    const { cases } = z
      .object({ cases: z.array(z.object({ id: z.string(), name: z.string() })) })
      .parse(await uploader?.ask('list of cases', '/api/cases'));
    return cases.find((one) => one.name === name)?.id ?? '';
  }
} finally {
  served.process.kill('SIGTERM');
  await served.ended;
  await printWatched();
  await rm(home, { recursive: true, force: true });
}
