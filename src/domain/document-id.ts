import { createHash } from 'node:crypto';

/** The same bytes and the same pages (1-based, within the file) give the same id, whatever the file is called. */
export function documentId(sha256: string, from: number, to: number): string {
  return createHash('sha256').update(`${sha256}:${from}-${to}`).digest('hex').slice(0, 20);
}
