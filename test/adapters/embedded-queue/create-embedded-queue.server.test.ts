import { describe } from 'vitest';
import { createEmbeddedQueue } from '#adapters/embedded-queue/create-embedded-queue.ts';
import { workOwner } from '#adapters/work-upkeep/work-owner.ts';
import { workQueueContract } from '../../contracts/work-queue.contract.ts';
import { startPostgres, whyNoPostgres } from '../../support/servers/postgres.ts';
import { workStoreOf } from '../../support/work-store-of.ts';

describe.skipIf(await whyNoPostgres())('on a server', () => {
  workQueueContract('the embedded queue', async () => {
    const server = await startPostgres();
    const tested = await workStoreOf({ url: server.url });
    return {
      ...tested,
      open: () => createEmbeddedQueue({ store: tested.store, owner: workOwner(), pollMs: 50 }),
      close: async () => {
        await tested.close();
        await server.stop();
      },
    };
  });
});
