/** Where bytes lie in the blob store: originals by their hash, and below the hash of a file all that was made of its pages. */
export const blobNames = {
  original: (sha256: string): string => `originals/${sha256.slice(0, 2)}/${sha256}`,
  /** All that was made of a file's pages. */
  madeOf: (sha256: string): string => `pages/${sha256.slice(0, 2)}/${sha256}/`,
  artifact: (sha256: string, key: string): string => `${blobNames.madeOf(sha256)}${key}`,
  /** A document as it was read. */
  reading: (sha256: string, digest: string): string => `${blobNames.madeOf(sha256)}reading-${digest}`,
};
