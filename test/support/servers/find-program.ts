import { execFile } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A program of a Debian package. */
export interface Wanted {
  readonly program: string;
  readonly package: string;
  /** Folders that are looked in before those of PATH. */
  readonly folders?: readonly string[];
}

/** Path of a program; its package is installed first when it is absent and we are root. Undefined when it can't be had. */
export async function findProgram(wanted: Wanted): Promise<string | undefined> {
  const found = lookFor(wanted);
  if (found !== undefined || process.getuid?.() !== 0) return found;
  // Level 1: the package's own service is not started.
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const wait = ['-o', 'DPkg::Lock::Timeout=120'];
  for (let tries = 0; tries < 10 && lookFor(wanted) === undefined; tries += 1) {
    try {
      await run('apt-get', [...wait, 'update'], { env: environment });
      await run('apt-get', [...wait, 'install', '-y', '--no-install-recommends', wanted.package], { env: environment });
    } catch {
      // Another test installs its own: the lock of the lists is not waited for by apt.
      await setTimeout(3000);
    }
  }
  return lookFor(wanted);
}

function lookFor({ program, folders = [] }: Wanted): string | undefined {
  const places = [...folders, ...(process.env['PATH'] ?? '').split(delimiter)];
  return places.map((folder) => join(folder, program)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where Debian puts the programs of PostgreSQL, newest version first. */
export function postgresFolders(): string[] {
  const root = '/usr/lib/postgresql';
  try {
    return readdirSync(root)
      .sort((one, other) => Number(other) - Number(one))
      .map((version) => join(root, version, 'bin'));
  } catch {
    return [];
  }
}
