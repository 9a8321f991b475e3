import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { keyStoreContract } from '../../contracts/key-store.contract.ts';
import { keyStoreOf } from '../../support/key-store-of.ts';

let home: string;
let opened: Awaited<ReturnType<typeof keyStoreOf>>;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'liasse-keys-'));
  opened = await keyStoreOf({ home });
  // A first opening takes three seconds, more on a busy machine.
}, 60_000);
afterAll(async () => {
  await opened?.close();
  await rm(home, { recursive: true, force: true });
});

keyStoreContract('an embedded database', () => opened.emptied());
