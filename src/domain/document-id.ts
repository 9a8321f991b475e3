import { createHash } from 'node:crypto';

/** The same bytes and the same pages (1-based, within the file) give the same id, whatever the file is called. */
export function documentId(sha256: string, from: number, to: number): string {
  return createHash('sha256').update(`${sha256}:${from}-${to}`).digest('hex').slice(0, 20);
}

/** The ids of all documents that can be cut from a file of so many pages. */
export function* documentIdsOf(sha256: string, pageCount: number): Generator<string> {
  for (let from = 1; from <= pageCount; from += 1)
    for (let to = from; to <= pageCount; to += 1) yield documentId(sha256, from, to);
}
