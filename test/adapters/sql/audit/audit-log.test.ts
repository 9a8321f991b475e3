import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditLogContract } from '../../../contracts/audit-log.contract.ts';

auditLogContract('an embedded database', async () => {
  const home = await mkdtemp(join(tmpdir(), 'liasse-audit-'));
  return { place: { home }, stop: () => rm(home, { recursive: true }) };
});
