import { afterAll, beforeAll, describe } from 'vitest';
import { webhooksContract } from '../../contracts/webhooks.contract.ts';
import { startPostgres, whyNoPostgres } from '../../support/servers/postgres.ts';
import type { TestServer } from '../../support/servers/server-process.ts';
import { webhookStoresOf } from '../../support/webhook-stores-of.ts';

describe.skipIf(await whyNoPostgres())('on a server', () => {
  let server: TestServer;
  let opened: Awaited<ReturnType<typeof webhookStoresOf>>;

  beforeAll(async () => {
    server = await startPostgres();
    opened = await webhookStoresOf({ url: server.url });
  });
  afterAll(async () => {
    await opened?.close();
    await server?.stop();
  });

  webhooksContract('PostgreSQL', () => opened.emptied());
});
