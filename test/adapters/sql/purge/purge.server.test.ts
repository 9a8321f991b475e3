import { describe } from 'vitest';
import { purgeContract } from '../../../contracts/purge.contract.ts';
import { keepingOf } from '../../../support/keeping-of.ts';
import { startPostgres, whyNoPostgres } from '../../../support/servers/postgres.ts';

describe.skipIf(await whyNoPostgres())('on a server', () => {
  purgeContract('PostgreSQL', async () => {
    const server = await startPostgres(['fsync=off']);
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
