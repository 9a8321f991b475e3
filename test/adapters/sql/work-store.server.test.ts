import { describe } from 'vitest';
import { workStoreContract } from '../../contracts/work-store.contract.ts';
import { startPostgres, whyNoPostgres } from '../../support/servers/postgres.ts';
import { workStoreOf } from '../../support/work-store-of.ts';

describe.skipIf(await whyNoPostgres())('on a server', () => {
  workStoreContract('PostgreSQL', async () => {
    const server = await startPostgres();
    const tested = await workStoreOf({ url: server.url });
    return {
      ...tested,
      close: async () => {
        await tested.close();
        await server.stop();
      },
    };
  });
});
