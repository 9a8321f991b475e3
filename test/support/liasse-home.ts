import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder for Liasse to live in, gone after the test. */
export async function aHome(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'liasse-home-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'home');
}
