import { afterAll, beforeAll, describe } from 'vitest';
import { peopleContract } from '../../contracts/people.contract.ts';
import { peopleStoresOf } from '../../support/people-stores-of.ts';
import { startPostgres, whyNoPostgres } from '../../support/servers/postgres.ts';
import type { TestServer } from '../../support/servers/server-process.ts';

describe.skipIf(await whyNoPostgres())('on a server', () => {
  let server: TestServer;
  let opened: Awaited<ReturnType<typeof peopleStoresOf>>;

  beforeAll(async () => {
    server = await startPostgres();
    opened = await peopleStoresOf({ url: server.url });
  });
  afterAll(async () => {
    await opened?.close();
    await server?.stop();
  });

  peopleContract('PostgreSQL', () => opened.emptied());
});
