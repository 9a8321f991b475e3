import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FailureCode } from '#domain/failure.ts';

/** A file found on the way, or a place that could not be entered. `name` is relative to the path that was given. */
export type WalkedEntry =
  | { readonly kind: 'file'; readonly path: string; readonly name: string; readonly sizeBytes: number }
  | { readonly kind: 'failure'; readonly name: string; readonly failure: FailureCode };

/** What of the file system the walk needs; injectable, since no permission binds root in a test. */
export interface WalkedFileSystem {
  readdir(path: string): Promise<string[]>;
  stat(path: string): Promise<{ isDirectory(): boolean; isFile(): boolean; size: number }>;
  realpath(path: string): Promise<string>;
}

/**
 * Files below the paths, in the order of their names, hidden ones skipped, links followed. A folder reached again through a link inside
 * itself is passed over (its files are there already); a link that leads nowhere is a failure. Never throws for one bad entry.
 */
export async function* walkPaths(
  paths: readonly string[],
  fileSystem: WalkedFileSystem = { readdir, stat, realpath },
): AsyncGenerator<WalkedEntry> {
  for (const path of paths) yield* walk({ path, name: '' }, [], fileSystem);
}

async function* walk(
  at: { readonly path: string; readonly name: string },
  above: readonly string[],
  fileSystem: WalkedFileSystem,
): AsyncGenerator<WalkedEntry> {
  const name = (at.name === '' ? basename(at.path) : at.name).normalize('NFC');
  try {
    const entry = await fileSystem.stat(at.path);
    if (entry.isFile()) {
      yield { kind: 'file', path: at.path, name, sizeBytes: entry.size };
      return;
    }
    // Sockets, devices and pipes are nobody's papers.
    if (!entry.isDirectory()) {
      yield { kind: 'failure', name, failure: 'unsupported-format' };
      return;
    }
    const real = await fileSystem.realpath(at.path);
    if (above.includes(real)) {
      yield { kind: 'failure', name, failure: 'link-loop' };
      return;
    }
    const children = (await fileSystem.readdir(at.path)).filter((child) => !child.startsWith('.')).sort(byName);
    for (const child of children) {
      yield* walk(
        { path: join(at.path, child), name: at.name === '' ? child : `${at.name}/${child}` },
        [...above, real],
        fileSystem,
      );
    }
  } catch (error) {
    yield { kind: 'failure', name, failure: failureOf(error) };
  }
}

/** Code units, not locale: the same order on every machine. */
function byName(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function failureOf(error: unknown): FailureCode {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'no-such-file';
  if (code === 'ELOOP') return 'link-loop';
  if (code === 'EACCES' || code === 'EPERM') return 'no-permission';
  return 'unreadable-file';
}
