import { afterAll, beforeAll, describe } from 'vitest';
import { keyStoreContract } from '../../contracts/key-store.contract.ts';
import { keyStoreOf } from '../../support/key-store-of.ts';
import { startPostgres, whyNoPostgres } from '../../support/servers/postgres.ts';
import type { TestServer } from '../../support/servers/server-process.ts';

describe.skipIf(await whyNoPostgres())('on a server', () => {
  let server: TestServer;
  let opened: Awaited<ReturnType<typeof keyStoreOf>>;

  beforeAll(async () => {
    server = await startPostgres();
    opened = await keyStoreOf({ url: server.url });
  });
  afterAll(async () => {
    await opened?.close();
    await server?.stop();
  });

  keyStoreContract('PostgreSQL', () => opened.emptied());
});
