import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { peopleContract } from '../../contracts/people.contract.ts';
import { peopleStoresOf } from '../../support/people-stores-of.ts';

let home: string;
let opened: Awaited<ReturnType<typeof peopleStoresOf>>;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'liasse-people-'));
  opened = await peopleStoresOf({ home });
});
afterAll(async () => {
  await opened?.close();
  await rm(home, { recursive: true, force: true });
});

peopleContract('an embedded database', () => opened.emptied());
