import { createHash } from 'node:crypto';
import { createMasterKey } from '#adapters/vault/create-master-key.ts';
import type { MasterKeys } from '#adapters/vault/master-keys.ts';
export function tmpMaster(home: string): MasterKeys {
  const k = createMasterKey(createHash('sha256').update(home).digest());
  return { chosen: async () => k, find: async (f) => (f === k.fingerprint ? k : undefined), make: async () => k };
}
