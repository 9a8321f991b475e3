import { createMasterKeyFiles, type MadeMasterKey } from '#adapters/master-key/create-master-key-files.ts';
import { createVault } from '#adapters/vault/create-vault.ts';
import type { KeyStore, Vault } from '#ports/vault.ts';
import { keyPlaces } from './key-places.ts';

/** The vault of this installation. `onMasterKeyMade` must tell the person, in words, that losing the key loses everything. */
export function openVault({
  keys,
  environment,
  onMasterKeyMade,
}: {
  readonly keys: KeyStore;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly onMasterKeyMade: (made: MadeMasterKey) => void;
}): Vault {
  return createVault({ keys, master: createMasterKeyFiles(keyPlaces(environment), onMasterKeyMade) });
}
