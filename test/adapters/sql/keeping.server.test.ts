import { describe } from 'vitest';
import { keepingContract } from '../../contracts/keeping.contract.ts';
import { keepingOf } from '../../support/keeping-of.ts';
import { startPostgres, whyNoPostgres } from '../../support/servers/postgres.ts';

describe.skipIf(await whyNoPostgres())('on a server', () => {
  keepingContract('PostgreSQL', async () => {
    const server = await startPostgres();
    const { keeping, close } = await keepingOf({ url: server.url });
    return {
      keeping,
      close: async () => {
        await close();
        await server.stop();
      },
    };
  });
});
