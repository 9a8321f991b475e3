import { createHash } from 'node:crypto';
import { LiasseFailure } from '#domain/failure.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { Originals } from '#ports/originals.ts';
import type { Vault } from '#ports/vault.ts';
import { blobNames } from './blob-names.ts';

/** Originals in the blob store by their hash, each sealed under a key of its own. The same bytes are kept once. */
export function createOriginals(blobs: BlobStore, vault: Vault): Originals {
  const read = async (sha256: string): Promise<Uint8Array | undefined> => {
    const sealed = await blobs.find(blobNames.original(sha256));
    return sealed === undefined ? undefined : (await vault.sealer(`file:${sha256}`)).open(sealed);
  };
  const check: Originals['check'] = async (sha256) => {
    try {
      const content = await read(sha256);
      if (content === undefined) return 'missing';
      return createHash('sha256').update(content).digest('hex') === sha256 ? 'whole' : 'damaged';
    } catch (error) {
      if (error instanceof LiasseFailure && error.code === 'sealed-damaged') return 'damaged';
      throw error;
    }
  };
  return {
    keep: async (sha256, content) => {
      // Read and not only looked for: one that is damaged, or sealed under a key that was forgotten, is mended by the same file coming again.
      if ((await check(sha256)) === 'whole') return;
      await blobs.put(blobNames.original(sha256), (await vault.sealer(`file:${sha256}`)).seal(content));
    },
    read: async (sha256) => {
      const content = await read(sha256);
      if (content === undefined) throw new LiasseFailure('original-missing', sha256.slice(0, 12));
      return content;
    },
    check,
  };
}
