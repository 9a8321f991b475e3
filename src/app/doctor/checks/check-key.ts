import { createKeyStore } from '#adapters/sql/key-store.ts';
import { asFailure } from '#domain/failure.ts';
import { readMasterKeyStatus } from '../../keeping/keys/master-key-status.ts';
import { isFatal, masterKeyWarnings } from '../../keeping/keys/master-key-warnings.ts';
import { NO_KEYS } from '../../keeping/keys/with-key-store.ts';
import type { DoctorEnvironment } from '../doctor-environment.ts';
import { type Finding, finding } from '../findings.ts';

/** Is the master key there, does it open what is kept, and is there a copy of it elsewhere? */
export async function checkKey({
  database,
  masterKey,
}: Pick<DoctorEnvironment, 'database' | 'masterKey'>): Promise<Finding> {
  const found = await database().catch(() => null);
  if (found === null) return finding('warning', 'key-unknown', {});
  const hasKeys = found !== undefined && found.pending.length === 0;
  try {
    const status = await readMasterKeyStatus(hasKeys ? createKeyStore(found.db) : NO_KEYS, masterKey);
    const [gravest] = masterKeyWarnings(status);
    if (gravest !== undefined)
      return isFatal(gravest)
        ? finding('broken', 'key-lost', { warning: gravest })
        : finding('warning', 'key-at-risk', { warning: gravest });
    if (status.fingerprint === null) return finding('ok', 'key-not-yet', { place: status.lookedFor });
    return finding('ok', 'key-good', { fingerprint: status.fingerprint, copies: status.copies.length });
  } catch (error) {
    return finding('broken', 'key-unreadable', { code: asFailure(error).code });
  }
}
