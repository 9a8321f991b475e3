import { basename, dirname, join, sep } from 'node:path';
import { checkBlobName } from '../check-blob-name.ts';

/** Longer last parts are hashes, of which there may be hundreds of thousands: more than one folder holds well. */
const SHORT_LETTERS = 15;
const SPREAD_LETTERS = 2;

/**
 * Where a blob lies below the store's folder: `originals/3fa2…` in `originals/3f/3fa2…`, short names as they are. Throws when it is no name of a
 * blob, such as one that leads out of the folder.
 */
export function blobPath(name: string): string {
  const parts = checkBlobName(name);
  const last = parts.at(-1) ?? '';
  return last.length > SHORT_LETTERS
    ? join(...parts.slice(0, -1), last.slice(0, SPREAD_LETTERS), last)
    : join(...parts);
}

/** The name of the blob that lies at a path below the store's folder. */
export function blobNameAt(path: string): string {
  const last = basename(path);
  const name = last.length > SHORT_LETTERS ? join(dirname(dirname(path)), last) : path;
  return name.split(sep).join('/');
}
