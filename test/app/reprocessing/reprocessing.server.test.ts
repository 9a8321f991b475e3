import { describe } from 'vitest';
import { filesAgainContract } from '../../contracts/reprocessing/files-again.contract.ts';
import { reprocessingContract } from '../../contracts/reprocessing/reprocessing.contract.ts';
import { keepingOf } from '../../support/keeping-of.ts';
import { startPostgres, whyNoPostgres } from '../../support/servers/postgres.ts';

describe.skipIf(await whyNoPostgres())('on a server', () => {
  const open = async () => {
    const server = await startPostgres();
    const { keeping, close } = await keepingOf({ url: server.url });
    return {
      keeping,
      close: async () => {
        await close();
        await server.stop();
      },
    };
  };
  reprocessingContract('PostgreSQL', open);
  filesAgainContract('PostgreSQL', open);
});
