import type { BigIntStats } from 'node:fs';

/** Equal while nobody wrote to the file. Its number on the disk is no part of it: network shares make those up anew. */
export function versionOf({ size, mtimeNs }: Pick<BigIntStats, 'size' | 'mtimeNs'>): string {
  return `${size}-${mtimeNs}`;
}
