import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { TestClient } from '../../test/support/http/test-client.ts';
import { runLiasse } from '../kill-trials/liasse-process.ts';
import { writeTrialPapers } from '../kill-trials/trial-papers.ts';
import { answered } from './soak-people.ts';

/** How long a small case waited that came in the middle of a large one. */
export interface Fairness {
  readonly largeFiles: number;
  readonly smallSeconds: number;
  /** Of the large case, when the small one came. */
  readonly largeWaiting: number;
  /** Of the large case, when the small one was done. */
  readonly largeStillWaiting: number;
}

const SMALL_FILES = 3;
const PATIENCE_MS = 600_000;

/** Sends a large case, then a small one, and waits for the small one. */
export async function measureFairness(
  adviser: TestClient,
  {
    env,
    folder,
    largeFiles,
  }: { readonly env: Readonly<Record<string, string>>; readonly folder: string; readonly largeFiles: number },
): Promise<Fairness> {
  const send = async (name: string, count: number): Promise<string> => {
    const papers = await mkdtemp(join(folder, 'case-'));
    await writeTrialPapers(papers, count);
    await receiveInTheEnd(papers, name, env);
    await rm(papers, { recursive: true });
    return caseIdOf(adviser, name);
  };
  const large = await send('fairness-large', largeFiles);
  const small = await send('fairness-small', SMALL_FILES);
  const startedAt = performance.now();
  const largeWaiting = await waitingIn(adviser, large);
  while (performance.now() - startedAt < PATIENCE_MS) {
    if ((await waitingIn(adviser, small)) === 0) {
      const smallSeconds = (performance.now() - startedAt) / 1000;
      return { largeFiles, largeWaiting, smallSeconds, largeStillWaiting: await waitingIn(adviser, large) };
    }
    await pause(250);
  }
  const largeStillWaiting = await waitingIn(adviser, large);
  return { largeFiles, largeWaiting, smallSeconds: Number.POSITIVE_INFINITY, largeStillWaiting };
}

const TRIES = 10;

/** Again where PostgreSQL was killed under it: what is there already makes no second paper. */
async function receiveInTheEnd(papers: string, name: string, env: Readonly<Record<string, string>>): Promise<void> {
  for (let turn = 1; ; turn += 1) {
    try {
      await runLiasse(['receive', papers, '--case', name], env, [0, 1]);
      return;
    } catch (error) {
      if (turn === TRIES) throw error;
      await pause(2_000);
    }
  }
}

/** Asked again while the server is away. */
async function caseIdOf(adviser: TestClient, name: string): Promise<string> {
  const schema = z.object({ cases: z.array(z.object({ id: z.string(), name: z.string() })) });
  const latest = performance.now() + PATIENCE_MS;
  while (performance.now() < latest) {
    const body = await answered(adviser.get('/api/cases?limit=200')).catch(() => undefined);
    const found = schema.safeParse(body).data?.cases.find((row) => row.name === name);
    if (found !== undefined) return found.id;
    await pause(500);
  }
  throw new Error(`the case ${name} was not opened`);
}

/** Files of a case that are not done; all of them while the server does not answer. */
async function waitingIn(adviser: TestClient, caseId: string): Promise<number> {
  const body = await answered(adviser.get(`/api/cases/${caseId}`)).catch(() => undefined);
  const counts = z.object({ files: z.record(z.string(), z.number()) }).safeParse(body).data?.files;
  return counts === undefined ? Number.POSITIVE_INFINITY : (counts['waiting'] ?? 0);
}
