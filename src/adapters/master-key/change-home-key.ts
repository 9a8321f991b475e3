import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { LiasseFailure } from '#domain/failure.ts';
import { isAbsent, writingFailure } from '../disk-failure.ts';
import { takeLock } from '../sql/embedded/home-lock.ts';
import { syncFolder, writeWhole } from '../write-whole.ts';
import { type HeldKey, homeKeyFiles, readKeyFile } from './held-keys.ts';
import { masterKeyText } from './parse-master-key.ts';

const KEY_MODE = 0o400;

/*
 * The master key in Liasse's home is changed in three steps, each durable before the next: the new key is written beside the old one; all keys are
 * wrapped anew (the database's affair); the old key is kept under a name of its own and the new one takes its place. All three names are looked at
 * whenever a key is needed, so at every moment the key in force is among them.
 */

/** Runs a change while no other one runs on this machine. Throws `keys-being-changed`. */
export async function* alone<Step>(home: string, change: () => AsyncGenerator<Step>): AsyncGenerator<Step> {
  await mkdir(home, { recursive: true, mode: 0o700 }).catch(throwing);
  const giveUp = await takeLock(join(home, 'master.key.lock')).catch(throwing);
  if (giveUp === undefined) throw new LiasseFailure('keys-being-changed');
  try {
    yield* change();
  } finally {
    await giveUp();
  }
}

/** First step; where the new key lies. Throws `disk-full`, `home-not-writable`. */
export async function writeNextKey(home: string, { key, secret }: Pick<HeldKey, 'key' | 'secret'>): Promise<string> {
  const path = homeKeyFiles.next(home, key.fingerprint);
  await keep(path, secret).catch(throwing);
  await syncFolder(home);
  return path;
}

/** Third step; where the old key is kept now, null when there was none. Nothing happens when it was done before. */
export async function adoptNextKey(home: string, fingerprint: string): Promise<string | null> {
  const current = homeKeyFiles.current(home);
  const old = await readKeyFile(current, 'home');
  if (old?.key.fingerprint === fingerprint) return null;
  const kept = old === undefined ? null : homeKeyFiles.old(home, old.key.fingerprint);
  if (old !== undefined && kept !== null) await keep(kept, old.secret).catch(throwing);
  await syncFolder(home);
  await rename(homeKeyFiles.next(home, fingerprint), current).catch(throwing);
  await syncFolder(home);
  return kept;
}

async function keep(path: string, secret: Uint8Array): Promise<void> {
  await writeWhole(path, masterKeyText(secret), { mode: KEY_MODE });
}

function throwing(error: unknown): never {
  throw isAbsent(error)
    ? new LiasseFailure('master-key-missing', 'the new key is gone', { cause: error })
    : writingFailure(error);
}
