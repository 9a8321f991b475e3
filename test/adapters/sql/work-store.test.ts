import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workStoreContract } from '../../contracts/work-store.contract.ts';
import { workStoreOf } from '../../support/work-store-of.ts';

workStoreContract('an embedded database', async () => {
  const home = await mkdtemp(join(tmpdir(), 'liasse-work-'));
  const tested = await workStoreOf({ home });
  return {
    ...tested,
    close: async () => {
      await tested.close();
      await rm(home, { recursive: true });
    },
  };
});
