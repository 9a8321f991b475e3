import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** On a machine with more processes, looking through them all costs more than it tells. */
const MOST_PROCESSES = 1_000;
/** Of the flags of an open file, those that say what it is open for; 0 is reading. */
const ACCESS_FLAGS = 0o3;

/**
 * Those of the files (real paths) that a program has open for writing. What can't be known counts as not open: files of other users' programs,
 * programs on other machines of a share, systems without /proc.
 */
export async function openForWriting(paths: ReadonlySet<string>, proc = '/proc'): Promise<ReadonlySet<string>> {
  const open = new Set<string>();
  const processes = (await readdir(proc).catch(() => [])).filter((name) => /^\d+$/.test(name));
  if (paths.size === 0 || processes.length > MOST_PROCESSES) return open;
  for (const process of processes) {
    const descriptors = await readdir(join(proc, process, 'fd')).catch(() => []);
    await Promise.all(
      descriptors.map(async (descriptor) => {
        const path = await readlink(join(proc, process, 'fd', descriptor)).catch(() => '');
        if (paths.has(path) && (await isForWriting(join(proc, process, 'fdinfo', descriptor)))) open.add(path);
      }),
    );
  }
  return open;
}

async function isForWriting(infoPath: string): Promise<boolean> {
  const info = await readFile(infoPath, 'utf8').catch(() => '');
  const flags = /^flags:\s*([0-7]+)$/m.exec(info)?.[1] ?? '0';
  return (Number.parseInt(flags, 8) & ACCESS_FLAGS) !== 0;
}
