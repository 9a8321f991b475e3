import { describe } from 'vitest';
import { auditLogContract } from '../../../contracts/audit-log.contract.ts';
import { startPostgres, whyNoPostgres } from '../../../support/servers/postgres.ts';

describe.skipIf(await whyNoPostgres())('on a server', () => {
  auditLogContract('PostgreSQL', async () => {
    const { url, stop } = await startPostgres(['fsync=off']);
    return { place: { url }, stop };
  });
});
