import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { Pipeline } from '#definitions/pipeline.ts';
import { packageVersions } from '../package-versions.ts';
import { writeWhole } from '../write-whole.ts';
import { definitionFolders } from './definition-folders.ts';

/** Training papers are not read with a pipeline. */
const LEFT_OUT: ReadonlySet<string> = new Set(['training']);
/** What decides, beside the definitions themselves, what is made of them: the schemas, and who reads by them. */
const READERS = ['.', '../../definitions', '../../domain'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
const LIBRARIES = ['js-yaml', 'zod'];
const DIGEST_LETTERS = 64;

/**
 * The pipeline of a folder as an earlier run read it, from `file`, else as `read` gives it, which is then kept there. What is kept holds only for the very
 * bytes it was made from, and for the very code that made it: parsing takes ten times as long as comparing. Throws what `read` throws; only
 * pipelines that can be used are kept.
 */
export async function readThroughCache(folder: string, file: string, read: () => Promise<Pipeline>): Promise<Pipeline> {
  const digest = digestOf([...(await definitionFolders(folder)), ...READERS]);
  const kept = await findKept(file, digest);
  if (kept !== undefined) return kept;
  const pipeline = await read();
  // A home that can't be written to costs time, not the run.
  await writeWhole(file, Buffer.concat([Buffer.from(digest), serialize(pipeline)])).catch(() => undefined);
  return pipeline;
}

async function findKept(file: string, digest: string): Promise<Pipeline | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes?.toString('latin1', 0, DIGEST_LETTERS) !== digest) return undefined;
  try {
    const value: unknown = deserialize(bytes.subarray(DIGEST_LETTERS));
    return isPipeline(value) ? value : undefined;
  } catch {
    // Damaged on the disk: read anew.
    return undefined;
  }
}

/** What stands behind the right digest was checked before it was kept. */
function isPipeline(value: unknown): value is Pipeline {
  return typeof value === 'object' && value !== null && 'id' in value && 'version' in value;
}

/** SHA-256 (hex) of all that a pipeline is made from. Read at once and not in turns: two hundred small files take a third of the time so. */
function digestOf(folders: readonly string[]): string {
  const hash = createHash('sha256').update(`${process.version} ${packageVersions(LIBRARIES)}\n`);
  for (const folder of folders) addFolder(hash, folder);
  return hash.digest('hex');
}

function addFolder(hash: Hash, folder: string): void {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) addFile(hash, entry.name, readFileSync(path));
    else if (!LEFT_OUT.has(entry.name)) addFolder(hash, path);
  }
}

function addFile(hash: Hash, name: string, bytes: Uint8Array): void {
  hash.update(`${name} ${bytes.length}\n`).update(bytes);
}
