import { stat } from 'node:fs/promises';
import { relative } from 'node:path';
import { type HeldKey, type KeyPlaces, readChosenKey, readOtherKeys } from '#adapters/master-key/held-keys.ts';
import { readKeyCopies } from '#adapters/master-key/key-copies.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { KeyStore } from '#ports/vault.ts';

/** A copy of the key in force that is known of. */
export interface KnownCopy {
  readonly path: string;
  /** When it was made or last checked (ISO 8601). */
  readonly at: string;
  readonly isBesideData: boolean;
  readonly isOnSameDisk: boolean;
}

/** What there is to know about the master key; no secret is in it. */
export interface MasterKeyStatus {
  /** Where the key that the installation is set up with was found; null when there is none. */
  readonly source: HeldKey['source'] | null;
  /** Null for a key of the environment, and when none was found: then `lookedFor` says where it should be. */
  readonly path: string | null;
  readonly lookedFor: string;
  readonly fingerprint: string | null;
  /** The fingerprint of the key that these data need; null when nothing is kept yet. */
  readonly needed: string | null;
  /** Where the needed key is when it is not the one above: a change of keys was interrupted, or is prepared. */
  readonly neededFoundAt: string | null;
  /** How many keys the needed one wraps. */
  readonly keyCount: number;
  /** Keys that another master key still wraps. */
  readonly others: readonly { readonly fingerprint: string; readonly keyCount: number; readonly isAtHand: boolean }[];
  readonly copies: readonly KnownCopy[];
  readonly isBesideData: boolean;
  readonly isReadableByOthers: boolean;
  /** A change of keys was begun and not finished. */
  readonly isChangeUnfinished: boolean;
  /** Files of old master keys that wrap nothing any more. */
  readonly oldKeyFiles: readonly string[];
}

/** Looks at the master key without making one. Throws `master-key-malformed`, `database-away`. */
export async function readMasterKeyStatus(keys: KeyStore, places: KeyPlaces): Promise<MasterKeyStatus> {
  const chosen = await readChosenKey(places).catch(unlessMissing);
  const { previous, next, old } = await readOtherKeys(places);
  const atHand = [...(chosen === undefined ? [] : [chosen]), ...previous, ...next, ...old];
  const needed = (await keys.find('index'))?.master ?? null;
  const counts = countByMaster(await keys.all());
  const inForce = needed ?? chosen?.key.fingerprint;
  const neededFound = atHand.find(({ key }) => key.fingerprint === needed);
  return {
    source: chosen?.source ?? null,
    path: chosen?.path ?? null,
    lookedFor: places.file ?? (places.text === undefined ? `${places.home}/master.key` : 'LIASSE_MASTER_KEY'),
    fingerprint: chosen?.key.fingerprint ?? null,
    needed,
    neededFoundAt: neededFound === undefined || neededFound === chosen ? null : neededFound.path,
    keyCount: counts.get(needed ?? '') ?? 0,
    others: [...counts].flatMap(([fingerprint, keyCount]) =>
      fingerprint === needed
        ? []
        : [{ fingerprint, keyCount, isAtHand: atHand.some(({ key }) => key.fingerprint === fingerprint) }],
    ),
    copies: (await readKeyCopies(places.home)).flatMap(({ fingerprint, path, at, isOnSameDisk }) =>
      fingerprint === inForce ? [{ path, at, isOnSameDisk, isBesideData: isInside(places.home, path) }] : [],
    ),
    isBesideData: chosen?.path !== undefined && chosen.path !== null && isInside(places.home, chosen.path),
    isReadableByOthers: chosen?.source === 'home' && chosen.path !== null && (await othersMayRead(chosen.path)),
    isChangeUnfinished: next.length > 0,
    oldKeyFiles: old.flatMap(({ key, path }) => (counts.has(key.fingerprint) || path === null ? [] : [path])),
  };
}

function countByMaster(all: readonly { readonly master: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { master } of all) counts.set(master, (counts.get(master) ?? 0) + 1);
  return counts;
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && !way.startsWith('..') && !way.startsWith('/');
}

async function othersMayRead(path: string): Promise<boolean> {
  return ((await stat(path)).mode & 0o077) !== 0;
}

function unlessMissing(error: unknown): undefined {
  if (error instanceof LiasseFailure && error.code === 'master-key-missing') return undefined;
  throw error;
}
