import { setTimeout as pause } from 'node:timers/promises';
import { blobNames } from '#adapters/kept-bytes/blob-names.ts';
import { REMEMBERED_MS } from '#adapters/vault/create-vault.ts';
import { releaseAbandoned } from '#adapters/work-upkeep/release-abandoned.ts';
import type { PurgeCertificate } from '#domain/purge-certificate.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { BegunPurge, PurgeScope } from '#ports/purge-store.ts';
import type { Keeping } from '../../keeping/open-keeping.ts';
import { processCase } from '../../keeping/process-case.ts';
import { atOnce } from '../at-once.ts';

const REMOVED_AT_ONCE = 8;

export interface PurgeOptions {
  /** Told how many of the originals are swept. */
  readonly onSwept?: (swept: number, of: number) => void;
  /** How long other processes may go on using keys that are gone; less where there are none. */
  readonly keysKnownMs?: number;
}

/**
 * Takes something out for good. Rows and keys go first, at once: from then on nothing of it is listed and nothing can be read, whatever happens. Its bytes,
 * unreadable by now, are swept after that; whoever is killed meanwhile leaves it to `finishPurges`. Throws as `PurgeStore.begin`.
 */
export async function runPurge(
  keeping: Keeping,
  scope: PurgeScope,
  options: PurgeOptions = {},
): Promise<PurgeCertificate> {
  await releaseAbandoned(keeping.work);
  return finishPurge(keeping, await keeping.purges.begin(scope), options);
}

/** Finishes purges that were interrupted: their certificates. */
export async function finishPurges(keeping: Keeping, options: PurgeOptions = {}): Promise<PurgeCertificate[]> {
  const certificates: PurgeCertificate[] = [];
  for (const purge of await keeping.purges.unfinished()) certificates.push(await finishPurge(keeping, purge, options));
  return certificates;
}

async function finishPurge(
  keeping: Keeping,
  purge: BegunPurge,
  { onSwept = () => undefined, keysKnownMs = 2 * REMEMBERED_MS }: PurgeOptions,
): Promise<PurgeCertificate> {
  const startedAt = performance.now();
  const { blobs, purges } = keeping;
  const { originals, scope } = purge.plan;
  for (const [at, sha256] of originals.entries()) {
    const found = await blobsOf(blobs, sha256);
    const sizeBytes = found.reduce((sum, blob) => sum + blob.sizeBytes, 0);
    await purges.noteBytes(purge.id, sha256, { blobs: found.length, sizeBytes });
    await remove(blobs, found);
    onSwept(at + 1, originals.length);
  }
  // Until now another process may have written under a key that it still knew; nobody does any more.
  await pause(Math.max(0, startedAt + keysKnownMs - performance.now()));
  for (const sha256 of originals) await remove(blobs, await blobsOf(blobs, sha256));
  if (scope === 'papers' && (await keeping.cases.byId(purge.caseId)) !== undefined)
    await processCase({ subject: purge.caseId }, keeping);
  await purges.tidy();
  return purges.finish(purge.id);
}

/** All that lies under a hash: the original, and what was made of its pages. */
export async function blobsOf(blobs: BlobStore, sha256: string): Promise<{ name: string; sizeBytes: number }[]> {
  return [
    ...(await Array.fromAsync(blobs.list(blobNames.original(sha256)))),
    ...(await Array.fromAsync(blobs.list(blobNames.madeOf(sha256)))),
  ];
}

async function remove(blobs: BlobStore, found: readonly { readonly name: string }[]): Promise<void> {
  const removing = atOnce(REMOVED_AT_ONCE);
  for (const { name } of found) await removing(() => blobs.remove(name));
  await removing.done();
}
