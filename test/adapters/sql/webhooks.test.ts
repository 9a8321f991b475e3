import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { webhooksContract } from '../../contracts/webhooks.contract.ts';
import { webhookStoresOf } from '../../support/webhook-stores-of.ts';

let home: string;
let opened: Awaited<ReturnType<typeof webhookStoresOf>>;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'liasse-webhooks-'));
  opened = await webhookStoresOf({ home });
});
afterAll(async () => {
  await opened?.close();
  await rm(home, { recursive: true, force: true });
});

webhooksContract('an embedded database', () => opened.emptied());
