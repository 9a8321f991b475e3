import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestServer } from '../../test/support/servers/server-process.ts';
import { checkNothingLost, comparable } from './check-nothing-lost.ts';
import { type LiasseRun, runLiasse, startLiasse } from './liasse-process.ts';
import { startServers } from './start-servers.ts';
import { type TrialPapers, writeTrialPapers } from './trial-papers.ts';

/** What is killed: the intake itself, a worker (embedded, or one of two on servers), Redis, PostgreSQL. */
export const VICTIMS = ['intake', 'worker', 'worker-on-servers', 'redis', 'postgres'] as const;
export type Victim = (typeof VICTIMS)[number];

/** How a trial went. */
export interface TrialReport {
  readonly victim: Victim;
  readonly kills: number;
  /** Runs of the whole folder that it took to place so many kills. */
  readonly rounds: number;
  readonly seconds: number;
  /** What was lost, double or out of balance; empty when nothing was. */
  readonly problems: readonly string[];
}

const CASE = 'trial';
const AS_OF = ['--as-of', '2026-11-23'];

/** Kills at random moments, as often as told, while a folder is worked through; then checks that nothing was lost and nothing is double. */
export async function runTrial(
  victim: Victim,
  { files, kills, onKill = () => undefined }: { files: number; kills: number; onKill?: (done: number) => void },
): Promise<TrialReport> {
  const startedAt = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'liasse-trial-'));
  const papers = await writeTrialPapers(join(folder, 'papers'), files);
  const problems: string[] = [];
  let done = 0;
  let rounds = 0;
  try {
    const expected = await undisturbed(papers, join(folder, 'undisturbed'));
    while (done < kills) {
      rounds += 1;
      const before = done;
      const round = await openRound(victim, join(folder, `home-${rounds}`));
      try {
        await workThrough(victim, round, papers, () => {
          done += 1;
          onKill(done);
          return done < kills;
        });
        problems.push(...(await checkNothingLost(papers, CASE, { env: round.env, expected })));
      } finally {
        await round.close();
      }
      if (done === before) throw new Error('the folder was worked through before anything could be killed');
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { victim, kills: done, rounds, seconds: (performance.now() - startedAt) / 1000, problems };
}

/** The results of a run that nobody disturbs. */
async function undisturbed(papers: TrialPapers, home: string): Promise<string> {
  const env = { LIASSE_HOME: home };
  await runLiasse(['intake', papers.folder, '--case', CASE, '--engine', 'js', ...AS_OF], env, [0, 1]);
  const results = await runLiasse(['results', '--case', CASE, '--json', '-'], env);
  return comparable(results);
}

interface Round {
  readonly env: Readonly<Record<string, string>>;
  readonly servers: { readonly postgres?: TestServer; readonly redis?: TestServer };
  close(): Promise<void>;
}

async function openRound(victim: Victim, home: string): Promise<Round> {
  if (victim === 'intake' || victim === 'worker')
    return { env: { LIASSE_HOME: home }, servers: {}, close: () => Promise.resolve() };
  const { env, postgres, redis, stop } = await startServers(home);
  return { env, servers: { postgres, redis }, close: stop };
}

/** Works through the folder, killing until told that it is enough. */
async function workThrough(victim: Victim, round: Round, papers: TrialPapers, onKill: () => boolean): Promise<void> {
  const { env, servers } = round;
  if (victim === 'intake') {
    const intake = ['intake', papers.folder, '--case', CASE, '--engine', 'js', ...AS_OF];
    await killAgainAndAgain(() => startLiasse(intake, env), onKill);
    await runLiasse(intake, env, [0, 1]);
    return;
  }
  await runLiasse(['receive', papers.folder, '--case', CASE, ...AS_OF], env, [0, 1]);
  const drain = ['worker', '--drain', '--engine', 'js'];
  if (victim === 'worker') {
    await killAgainAndAgain(() => startLiasse(drain, env), onKill);
    await runLiasse(drain, env);
    return;
  }
  const other = startLiasse(drain, env);
  if (victim === 'worker-on-servers') await killAgainAndAgain(() => startLiasse(drain, env), onKill);
  else await killServer(servers[victim], other, onKill);
  await other.ended;
  await runLiasse(drain, env);
}

/** Starts it and kills it after a random while, until it is enough or it came to its end. */
async function killAgainAndAgain(start: () => LiasseRun, onKill: () => boolean): Promise<void> {
  for (;;) {
    const run = start();
    const timer = setTimeout(() => run.process.kill('SIGKILL'), randomMs(400, 6_000));
    const { status } = await run.ended;
    clearTimeout(timer);
    if (status !== null || !onKill()) return;
  }
}

async function killServer(server: TestServer | undefined, run: LiasseRun, onKill: () => boolean): Promise<void> {
  if (server === undefined) throw new Error('there is no such server');
  const state = { isOver: false };
  const watching = run.ended.then(() => {
    state.isOver = true;
  });
  for (;;) {
    await pause(randomMs(200, 3_000));
    if (state.isOver) break;
    await server.kill();
    const isEnough = !onKill();
    await pause(randomMs(50, 1_500));
    await server.restart();
    if (isEnough) break;
  }
  await watching;
}

function randomMs(from: number, to: number): number {
  return from + Math.random() * (to - from);
}
