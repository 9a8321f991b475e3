import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#adapters/sql/open-database.ts';

/** Makes an embedded database once for all tests: making one takes three seconds, copying it a fifth of one. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), 'liasse-template-'));
  await (await openDatabase({ home })).close();
  project.provide('emptyDatabase', join(home, 'database'));
  return () => rm(home, { recursive: true, force: true });
}
