import { randomUUID } from 'node:crypto';
import { link, lstat, open, rename, rm, unlink } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { errorCode } from './error-code.ts';
import { freePath } from './free-path.ts';
import { versionOf } from './version-of.ts';

const TAKEN = /^\.liasse-taken-[0-9a-f]{8}-/;
const LONGEST_NAME_BYTES = 255;

/** Whether a file was hidden by `takeAway`, which ended in the middle. */
export function isTaken(name: string): boolean {
  return TAKEN.test(name);
}

/**
 * Removes a file whose bytes are safe elsewhere, if it still is that version; false when it is not, and then nothing happened. It is put aside by one
 * rename first and looked at there: a new version that comes under its name at this very moment is not removed in its place.
 */
export async function takeAway(path: string, version: string): Promise<boolean> {
  const status = await lstat(path, { bigint: true }).catch(() => undefined);
  if (status === undefined || versionOf(status) !== version) return false;
  const aside = join(dirname(path), takenName(basename(path)));
  try {
    await rename(path, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
  if (versionOf(await lstat(aside, { bigint: true })) !== version) {
    await giveBack(aside);
    return false;
  }
  await rm(aside, { force: true });
  return true;
}

/** Puts a file that was hidden by `takeAway` back under its name, or a free one like it. */
export async function giveBack(aside: string): Promise<void> {
  const wanted = join(dirname(aside), basename(aside).replace(TAKEN, ''));
  await freePath(wanted, async (path) => {
    try {
      await link(aside, path);
      await unlink(aside);
    } catch (error) {
      if (errorCode(error) === 'EEXIST') throw error;
      // A disk without second names: the name is claimed first.
      await (await open(path, 'wx')).close();
      await rename(aside, path);
    }
  });
}

function takenName(name: string): string {
  const whole = `.liasse-taken-${randomUUID().slice(0, 8)}-${name}`;
  if (Buffer.byteLength(whole) <= LONGEST_NAME_BYTES) return whole;
  // The letters of one name at most have to go.
  return `.liasse-taken-${randomUUID().slice(0, 8)}-long-name${extname(name).slice(0, 20)}`;
}
