import { LiasseFailure } from '#domain/failure.ts';
import type { WrappedKey } from '#ports/vault.ts';
import type { MasterKey } from './create-master-key.ts';
import type { MasterKeys } from './master-keys.ts';

/** The master key that wraps a key. Throws `master-key-missing` when there is none at all, `master-key-wrong` when there are only others. */
export async function masterKeyOf({ master: fingerprint }: WrappedKey, masters: MasterKeys): Promise<MasterKey> {
  const found = await masters.find(fingerprint);
  if (found !== undefined) return found;
  const other = await masters.chosen();
  if (other === undefined) throw new LiasseFailure('master-key-missing', `needed: ${fingerprint}`);
  throw new LiasseFailure('master-key-wrong', `needed: ${fingerprint}, there is: ${other.fingerprint}`);
}
