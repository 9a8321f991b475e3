import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import { LiasseFailure } from '#domain/failure.ts';
import { documentPageSchema } from '#domain/page-reading.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { KeptPages } from '#ports/kept-pages.ts';
import type { Sealer, Vault } from '#ports/vault.ts';
import { blobNames } from './blob-names.ts';

const compress = promisify(gzip);
const expand = promisify(gunzip);
const pagesSchema = z.array(documentPageSchema).min(1);

/** Pages and their artifacts in the blob store, compressed and sealed under the key of their file. */
export function createKeptPages(blobs: BlobStore, vault: Vault): KeptPages {
  const sealerOf = (sha256: string): Promise<Sealer> => vault.sealer(`file:${sha256}`);
  const sealed = async (sha256: string, value: unknown): Promise<Uint8Array> =>
    (await sealerOf(sha256)).seal(await compress(JSON.stringify(value)));
  const find = async (name: string, sha256: string): Promise<unknown> => {
    const content = await blobs.find(name);
    if (content === undefined) return undefined;
    return JSON.parse((await expand((await sealerOf(sha256)).open(content))).toString('utf8'));
  };
  return {
    artifactsOf: (sha256) => ({
      find: async (key) => {
        try {
          return await find(blobNames.artifact(sha256, key), sha256);
        } catch (error) {
          // Damaged is as good as absent: it is computed again.
          if (error instanceof LiasseFailure && error.code === 'sealed-damaged') return undefined;
          throw error;
        }
      },
      save: async (key, artifact) => blobs.putMemo(blobNames.artifact(sha256, key), await sealed(sha256, artifact)),
    }),
    save: async (sha256, digest, pages) => blobs.put(blobNames.reading(sha256, digest), await sealed(sha256, pages)),
    read: async (sha256, digest) => {
      const pages = await find(blobNames.reading(sha256, digest), sha256);
      if (pages === undefined) throw new LiasseFailure('reading-missing', digest);
      return pagesSchema.parse(pages);
    },
  };
}
