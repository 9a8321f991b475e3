import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { z } from 'zod';
import {
  type BackupManifest,
  backupHeadSchema,
  backupManifestSchema,
  backupParts,
  blobLine,
  manifestCheck,
} from '#domain/backup-manifest.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { BackupPart, BackupSource } from '#ports/backup-files.ts';

export interface CheckOptions {
  /** Told how many bytes were read. */
  readonly onRead?: (bytes: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads a whole backup and compares every part with what the manifest says of it: what is in it. Throws `not-a-backup`, and `backup-damaged` with the
 * first part that is not what was written.
 */
export async function checkBackup(source: BackupSource, options: CheckOptions = {}): Promise<BackupManifest> {
  const found: Found = {
    tables: new Map(),
    lines: [],
    blobBytes: 0,
    isListed: false,
    head: undefined,
    manifest: undefined,
  };
  let isFirst = true;
  for await (const part of source.parts()) {
    options.signal?.throwIfAborted();
    if (isFirst) found.head = await headOf(part, source.path);
    else await checkPart(part, found, options);
    isFirst = false;
  }
  const { manifest } = found;
  if (isFirst) throw new LiasseFailure('not-a-backup', source.path);
  if (manifest === undefined) throw new LiasseFailure('backup-damaged', 'it was cut off');
  compare(manifest, found);
  return manifest;
}

/** What was found in a backup until now. */
interface Found {
  readonly tables: Map<string, { readonly rows: number; readonly sha256: string }>;
  /** A digest of the list's line for each blob, in order. */
  readonly lines: Buffer[];
  blobBytes: number;
  isListed: boolean;
  listHash?: string;
  head: BackupHead | undefined;
  manifest: BackupManifest | undefined;
}

type BackupHead = z.infer<typeof backupHeadSchema>;

async function headOf(part: BackupPart, path: string): Promise<BackupHead> {
  const head = part.name === backupParts.head ? backupHeadSchema.safeParse(await jsonOf(part)) : undefined;
  if (head?.success !== true) throw new LiasseFailure('not-a-backup', path);
  return head.data;
}

const TABLE = /^rows\/(.+)\.ndjson$/;
const BLOB = /^blobs\/(.+)$/;

async function checkPart(part: BackupPart, found: Found, options: CheckOptions): Promise<void> {
  const [, table] = TABLE.exec(part.name) ?? [];
  const [, blob] = BLOB.exec(part.name) ?? [];
  if (table !== undefined) found.tables.set(table, await rowsOf(part, options));
  else if (blob !== undefined) {
    const { sha256, sizeBytes } = await hashOf(part, options);
    found.lines.push(digest(blobLine({ name: blob, sha256, sizeBytes })));
    found.blobBytes += sizeBytes;
  } else if (part.name === backupParts.blobList) await checkList(part, found);
  else if (part.name === backupParts.manifest) found.manifest = manifestOf(await jsonOf(part));
  else throw new LiasseFailure('backup-damaged', part.name);
}

/** Every line of the list must be the line of the blob in that place. */
async function checkList(part: BackupPart, found: Found): Promise<void> {
  const hash = createHash('sha256');
  const content = async function* () {
    for await (const chunk of part.content) {
      hash.update(chunk);
      yield chunk;
    }
  };
  let at = 0;
  for await (const line of createInterface({ input: Readable.from(content()) })) {
    if (found.lines[at]?.equals(digest(`${line}\n`)) !== true)
      throw new LiasseFailure('backup-damaged', line.split(' ')[2] ?? '');
    at += 1;
  }
  if (at !== found.lines.length) throw new LiasseFailure('backup-damaged', 'a blob that is not listed');
  found.isListed = true;
  found.listHash = hash.digest('hex');
}

function compare(manifest: BackupManifest, found: Found): void {
  if (found.head?.id !== manifest.id || found.head.madeAt !== manifest.madeAt)
    throw new LiasseFailure('backup-damaged', backupParts.head);
  const { blobs, tables, check } = manifest;
  if (check !== undefined && check !== manifestCheck(manifest))
    throw new LiasseFailure('backup-damaged', backupParts.manifest);
  const isList = found.isListed && found.listHash === blobs.sha256;
  if (!isList || blobs.count !== found.lines.length || blobs.bytes !== found.blobBytes)
    throw new LiasseFailure('backup-damaged', backupParts.blobList);
  for (const { name, rows, sha256 } of tables) {
    const table = found.tables.get(name);
    if (table?.sha256 !== sha256 || table.rows !== rows)
      throw new LiasseFailure('backup-damaged', backupParts.table(name));
  }
  if (found.tables.size !== tables.length) throw new LiasseFailure('backup-damaged', 'a table that is not listed');
}

async function hashOf(part: BackupPart, { onRead }: CheckOptions): Promise<{ sha256: string; sizeBytes: number }> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of part.content) {
    hash.update(chunk);
    sizeBytes += chunk.length;
    onRead?.(chunk.length);
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}

const LINE_END = 0x0a;

/** The rows of a table, without the line of columns. */
async function rowsOf(part: BackupPart, options: CheckOptions): Promise<{ rows: number; sha256: string }> {
  let lines = 0;
  const content = async function* () {
    for await (const chunk of part.content) {
      for (let at = chunk.indexOf(LINE_END); at >= 0; at = chunk.indexOf(LINE_END, at + 1)) lines += 1;
      yield chunk;
    }
  };
  const { sha256 } = await hashOf({ ...part, content: content() }, options);
  return { rows: lines - 1, sha256 };
}

async function jsonOf(part: BackupPart): Promise<unknown> {
  const chunks = await Array.fromAsync(part.content);
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}

function manifestOf(json: unknown): BackupManifest {
  const parsed = backupManifestSchema.safeParse(json);
  if (!parsed.success) throw new LiasseFailure('backup-damaged', backupParts.manifest);
  return parsed.data;
}

function digest(line: string): Buffer {
  return createHash('sha256').update(line, 'utf8').digest();
}
