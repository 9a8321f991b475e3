import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { tryWriting } from '#adapters/machine/try-writing.ts';
import type { DoctorEnvironment } from '../doctor-environment.ts';
import { type Finding, finding } from '../findings.ts';

const OTHERS = 0o077;

/** Can Liasse write to its folder, and nobody else read it? */
export async function checkHome({ home }: Pick<DoctorEnvironment, 'home'>): Promise<Finding> {
  const path = { path: home };
  const found = await stat(home).catch(() => undefined);
  if (found === undefined)
    return (await canBeMade(home)) ? finding('ok', 'home-not-yet', path) : finding('broken', 'home-not-writable', path);
  if (!found.isDirectory() || !(await tryWriting(home))) return finding('broken', 'home-not-writable', path);
  const isOpen = process.platform !== 'win32' && (found.mode & OTHERS) !== 0;
  return isOpen ? finding('warning', 'home-open', path) : finding('ok', 'home-good', path);
}

/** Whether the nearest folder that is there may be written to. */
async function canBeMade(path: string): Promise<boolean> {
  const parent = dirname(path);
  if (parent === path) return false;
  const isThere = await stat(parent).catch(() => undefined);
  if (isThere === undefined) return canBeMade(parent);
  return (
    isThere.isDirectory() &&
    (await access(parent, constants.W_OK).then(
      () => true,
      () => false,
    ))
  );
}
