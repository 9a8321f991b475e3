import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { LiasseFailure } from '#domain/failure.ts';
import { systemCode, unlessAbsent, writingFailure } from '../disk-failure.ts';
import { createMasterKey, KEY_BYTES } from '../vault/create-master-key.ts';
import { syncFolder, writeSynced, writeWhole } from '../write-whole.ts';
import { type HeldKey, readKeyFile } from './held-keys.ts';
import { masterKeyText } from './parse-master-key.ts';

const KEY_MODE = 0o400;
const NOTES = 'master-key-copies.json';

const keyCopySchema = z.object({
  fingerprint: z.string(),
  path: z.string(),
  /** When it was made or last checked (ISO 8601). */
  at: z.string(),
  /** Whether it lies on the same disk as Liasse's home: what takes one takes both. */
  isOnSameDisk: z.boolean(),
});

/** A copy of a master key that a person made or showed. */
export type KeyCopy = z.infer<typeof keyCopySchema>;

/**
 * Writes a copy of a key and reads it back; in a folder, under a name of its own. The path of the copy. Throws `key-file-exists` rather than
 * overwriting anything, `copy-not-written`, `disk-full`.
 */
export async function writeKeyCopy({ key, secret }: Pick<HeldKey, 'key' | 'secret'>, to: string): Promise<string> {
  const isFolder = (await unlessAbsent(stat(to)))?.isDirectory() === true;
  const path = resolve(isFolder ? join(to, `liasse-master-${key.fingerprint}.key`) : to);
  try {
    await writeSynced(path, masterKeyText(secret), KEY_MODE);
    await syncFolder(dirname(path));
  } catch (error) {
    throw copyFailure(error, path);
  }
  const copy = await readKeyFile(path, 'file').catch(() => undefined);
  if (copy?.key.fingerprint !== key.fingerprint) throw new LiasseFailure('copy-not-written', path);
  return path;
}

/** The key in a file; where there is none it is made. Throws `master-key-malformed`, and as `writeKeyCopy`. */
export async function readOrMakeKeyFile(path: string): Promise<HeldKey & { readonly path: string }> {
  const found = await readKeyFile(path, 'file');
  if (found !== undefined) return { ...found, path: resolve(path) };
  const secret = randomBytes(KEY_BYTES);
  const key = createMasterKey(secret);
  return { key, secret, source: 'file', path: await writeKeyCopy({ key, secret }, path) };
}

/** The copies that are known of, but for those on the disk of the home that are there no more; others may lie in a drawer. */
export async function readKeyCopies(home: string): Promise<KeyCopy[]> {
  const copies = await readNotes(home);
  const files = await Promise.all(copies.map(({ path }) => stat(path).catch(() => undefined)));
  return copies.filter(({ isOnSameDisk }, index) => !isOnSameDisk || files[index] !== undefined);
}

/** None when the notes are damaged, which leads to a warning too many. */
async function readNotes(home: string): Promise<KeyCopy[]> {
  const notes = await unlessAbsent(readFile(join(home, NOTES), 'utf8'));
  try {
    return notes === undefined ? [] : z.array(keyCopySchema).parse(JSON.parse(notes));
  } catch {
    return [];
  }
}

/** Notes that a copy was made or checked; an earlier note about the same path goes. */
export async function noteKeyCopy(home: string, copy: Omit<KeyCopy, 'isOnSameDisk'>): Promise<void> {
  const [one, other] = await Promise.all([stat(home), stat(copy.path)]);
  const others = (await readKeyCopies(home)).filter(({ path }) => path !== copy.path);
  const notes = [...others, { ...copy, isOnSameDisk: one.dev === other.dev }];
  await writeWhole(join(home, NOTES), JSON.stringify(notes, null, 2)).catch((error: unknown) => {
    throw writingFailure(error);
  });
}

function copyFailure(error: unknown, path: string): unknown {
  const code = systemCode(error);
  if (code === undefined) return error;
  if (code === 'EEXIST') return new LiasseFailure('key-file-exists', path);
  const failure = writingFailure(error);
  // What can't be written is not Liasse's own folder.
  return failure instanceof LiasseFailure && failure.code === 'disk-full'
    ? failure
    : new LiasseFailure('copy-not-written', `${path}: ${code}`, { cause: error });
}
