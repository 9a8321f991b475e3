import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { checkLedgerBalance } from './kill-trials/check-nothing-lost.ts';
import { runLiasse } from './kill-trials/liasse-process.ts';
import { scriptOptions } from './script-options.ts';
import { judgeSamples } from './soak/judge-samples.ts';
import { measureFairness } from './soak/measure-fairness.ts';
import { type Sample, sampleProcesses } from './soak/sample-processes.ts';
import { type SoakInstallation, startAlone, startOnServers } from './soak/soak-installation.ts';
import { answered, joinSoak, waitUntilReady } from './soak/soak-people.ts';
import { type SoakTask, soakTasks } from './soak/soak-work.ts';
import { startWebhookReceiver } from './soak/webhook-receiver.ts';

/**
 * npm run soak -- [--minutes N] [--servers] [--large N] [--keep]
 *
 * Mixed work while components are killed: uploads, the watched folder, corrections, judgements, dossiers, translations, webhooks, archives judged again.
 * Afterwards: nothing lost, the ledger balances, memory and descriptors flat, nothing left in the temporary folder, a small case not kept waiting by a large one.
 *
 *   --minutes N   how long work comes in (60)
 *   --servers     two servers and two workers on PostgreSQL and Redis, instead of one server that works itself
 *   --large N     files of the large case (200)
 *   --keep        leaves the folder and its logs there
 */
const { values } = scriptOptions({
  options: {
    minutes: { type: 'string', default: '60' },
    large: { type: 'string', default: '200' },
    servers: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const minutes = Number(values.minutes);
const SAMPLED_EVERY_MS = 5_000;
const DRAINED_WITHIN_MS = 600_000;

const folder = await mkdtemp(join(tmpdir(), 'liasse-soak-'));
for (const name of ['tmp', 'watched', 'moved', 'received']) await mkdir(join(folder, name));
const problems: string[] = [];
let startedAt = performance.now();
const minute = (): number => (performance.now() - startedAt) / 60_000;
const say = (text: string): void => void process.stderr.write(`${minute().toFixed(1)} min: ${text}\n`);

// One that is started while PostgreSQL or Redis is down ends and says so; whoever supervises it starts it again.
const onDied = (what: string): void => {
  if (/\[(database|queue|redis)-away\]/.test(what)) say(`started again: ${what.slice(0, 60)}`);
  else problems.push(`not told to end: ${what}`);
};
const place = { folder, onDied };
const installation = await (values.servers ? startOnServers(place) : startAlone(place));
const receiver = await startWebhookReceiver();
const counts = new Map<string, { done: number; refused: number; lastRefusal: string }>();
const kills = new Map<string, number>();
const samples: Sample[] = [];
const receipts = new Set<string>();
let isWorking = true;
try {
  await soak(installation);
} finally {
  await installation.stop();
  receiver.close();
}
const left = (await readdir(join(folder, 'tmp'))).filter((name) => !/^(node-compile-cache|v8-)/.test(name));
if (left.length > 0)
  problems.push(`${left.length} files are left in the temporary folder: ${left.slice(0, 5).join(', ')}`);
for (const name of await readdir(folder)) {
  if (!name.endsWith('.log')) continue;
  const lines = (await readFile(join(folder, name), 'utf8')).split('\n');
  const unexpected = lines.filter((line) => line.includes('"code":"internal-error"'));
  if (unexpected.length > 0)
    problems.push(`${name}: ${unexpected.length} unexpected failures: ${unexpected[0]?.slice(0, 600)}`);
}
report();
if (values.keep) console.log(`kept: ${folder}`);
else await rm(folder, { recursive: true, force: true });
process.exitCode = problems.length === 0 ? 0 : 1;

async function soak({ env, urls, components, watched }: SoakInstallation): Promise<void> {
  const [first, url = ''] = [components[0], urls[0]];
  if (first === undefined) throw new Error('nothing was started');
  for (const one of urls) await waitUntilReady(one);
  const people = await joinSoak(first, url);
  const advisers = [people.adviser, ...(await Promise.all(urls.slice(1).map((other) => people.at(other))))];
  await answered(people.adviser.post('/api/webhooks', { url: receiver.url, events: ['file-settled', 'case-judged'] }));
  const caseIds: string[] = [];
  for (const index of [0, 1, 2, 3])
    caseIds.push(String((await answered(people.adviser.post('/api/cases', { name: `soak-${index}` }))).id));
  startedAt = performance.now();
  say('works');
  const desk = {
    env,
    folder: join(folder, 'received'),
    watched,
    caseIds,
    advisers,
    translator: people.translator,
    receipts,
  };
  const working = [...soakTasks(desk).map(repeated), sampling(installation), killing(installation)];
  const fairly = pause(minutes * 60_000 * 0.4).then(() =>
    measureFairness(people.adviser, { env, folder: join(folder, 'received'), largeFiles: Number(values.large) }),
  );
  fairly.catch(() => undefined);
  await pause(minutes * 60_000);
  isWorking = false;
  await Promise.all(working);
  say('no more work comes in');
  const { largeFiles, largeWaiting, smallSeconds, largeStillWaiting } = await fairly;
  console.log(
    `a small case while ${largeWaiting} files of one of ${largeFiles} waited: done after ${smallSeconds.toFixed(1)} s, ${largeStillWaiting} still waiting`,
  );
  if (!(largeStillWaiting > largeWaiting / 2)) problems.push('the small case waited for most of the large one');
  await drained(env);
  problems.push(...(await checkLedgerBalance(env)));
  await runLiasse(['verify'], env).catch((error: unknown) => problems.push(String(error)));
  await runLiasse(['audit', 'verify'], env).catch((error: unknown) => problems.push(String(error)));
  const known = new Set<string>();
  for (const caseId of caseIds)
    for (const { id, state } of (await answered(people.adviser.get(`/api/cases/${caseId}/files`))).files)
      if (state !== 'waiting') known.add(id);
  const lost = [...receipts].filter((id) => !known.has(id));
  if (lost.length > 0) problems.push(`${lost.length} files with a receipt are lost`);
}

/** Does a task again and again; while something is killed it may be refused. */
async function repeated({ name, everyMs, run }: SoakTask): Promise<void> {
  const count = { done: 0, refused: 0, lastRefusal: '' };
  counts.set(name, count);
  while (isWorking) {
    try {
      await run();
      count.done += 1;
    } catch (error) {
      count.refused += 1;
      count.lastRefusal = String(error).slice(0, 160).replaceAll('\n', ' ');
    }
    await pauseWhileWorking(everyMs);
  }
}

async function sampling({ components }: SoakInstallation): Promise<void> {
  while (isWorking) {
    samples.push(...(await sampleProcesses(components, minute())));
    await pauseWhileWorking(SAMPLED_EVERY_MS);
  }
}

/** One after the other, some ten times each in an hour, at random moments. */
async function killing({ victims, hasSteady }: SoakInstallation): Promise<void> {
  const everyMs = Math.max(20_000, (minutes * 60_000) / (12 * victims.length));
  for (let turn = 0; isWorking; turn += 1) {
    await pauseWhileWorking(everyMs * (0.5 + Math.random()));
    const victim = victims[turn % victims.length];
    if (!isWorking || victim === undefined || (!hasSteady && minute() > minutes / 3)) return;
    await victim.restart();
    kills.set(victim.name, (kills.get(victim.name) ?? 0) + 1);
    say(`killed ${victim.name}`);
  }
}

async function pauseWhileWorking(ms: number): Promise<void> {
  const until = performance.now() + ms;
  while (isWorking && performance.now() < until) await pause(Math.min(250, ms));
}

async function drained(env: Readonly<Record<string, string>>): Promise<void> {
  const latest = performance.now() + DRAINED_WITHIN_MS;
  while (performance.now() < latest) {
    const wrong = await checkLedgerBalance(env).catch((error: unknown) => [String(error)]);
    if (wrong.length === 0) return;
    say(wrong.join('; '));
    await pause(5_000);
  }
}

function report(): void {
  console.log('\n| work | done | refused while something was down | last refusal |\n| --- | --: | --: | --- |');
  for (const [name, { done, refused, lastRefusal }] of counts)
    console.log(`| ${name} | ${done} | ${refused} | ${lastRefusal} |`);
  console.log(`\nkilled: ${[...kills].map(([name, times]) => `${name} ${times}`).join(', ')}`);
  console.log(
    `webhooks: ${receiver.taken.size} deliveries taken, ${receiver.repeated()} twice; receipts: ${receipts.size}`,
  );
  console.log(
    '\n| component | samples | MiB, first and last quarter | slope, MiB/min | most | heap, MiB | descriptors | event loop p99, ms |',
  );
  console.log('| --- | --: | --: | --: | --: | --: | --: | --: |');
  for (const { name, isSteady } of installation.components) {
    const one = judgeSamples(name, samples, minutes);
    if (isSteady) problems.push(...one.problems);
    const delay = one.mostDelayMs === undefined ? '' : Math.round(one.mostDelayMs);
    console.log(
      `| ${name} | ${one.samples} | ${one.firstMib} → ${one.lastMib} | ${one.slope.toFixed(2)} | ${one.mostMib} | ${one.heapMib?.join(' → ') ?? ''} | ${one.firstDescriptors} → ${one.lastDescriptors} | ${delay} |`,
    );
  }
  const waiting = samples.flatMap((sample) => sample.waiting ?? []);
  console.log(`\nqueue: ${Math.max(0, ...waiting)} items at most`);
  for (const problem of problems) console.log(`PROBLEM ${problem}`);
  console.log(problems.length === 0 ? 'all is well' : `${problems.length} FAILED`);
}
