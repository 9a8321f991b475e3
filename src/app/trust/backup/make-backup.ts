import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { backupWritingFailure } from '#adapters/backup-files/backup-failure.ts';
import { createFolderSink } from '#adapters/backup-files/create-folder-sink.ts';
import { createTarSink } from '#adapters/backup-files/create-tar-sink.ts';
import { backupName } from '#adapters/backup-files/newest-backup.ts';
import { blobNames } from '#adapters/kept-bytes/blob-names.ts';
import { endBackupLease, holdBackupLease } from '#adapters/sql/backup/backup-lease.ts';
import { type Dump, dumpTables } from '#adapters/sql/backup/dump-tables.ts';
import { BACKUP_FORMAT, type BackupManifest, backupParts, blobLine, manifestCheck } from '#domain/backup-manifest.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { BackupSink } from '#ports/backup-files.ts';
import type { Keeping } from '../../keeping/open-keeping.ts';
import { atOnce } from '../at-once.ts';
import { blobsAhead } from './blobs-ahead.ts';
import { checkBackup } from './check-backup.ts';

/** A backup that was made, read back and found whole. */
export interface MadeBackup {
  readonly path: string;
  readonly manifest: BackupManifest;
  /** Blobs that lay in an earlier backup already take no room. */
  readonly blobsWritten: number;
  /** Originals that were not there to be backed up, by their hashes. */
  readonly missingOriginals: readonly string[];
}

export interface BackupOptions {
  /** A file, or a folder of backups: each of them in a folder of its own, those before it left as they are. */
  readonly target: { readonly file: string } | { readonly folder: string };
  readonly now: Date;
  readonly onBytes?: (step: 'write' | 'check', bytes: number) => void;
  readonly signal?: AbortSignal | undefined;
}

const RENEW_EVERY_MS = 60_000;

/**
 * Backs up all that is kept, as it is at one moment; work may go on meanwhile. What is sealed stays sealed, and the master key is not in it. The backup is
 * there as a whole or not at all. Throws `purge-unfinished`, `backup-under-way`, `disk-full`, `backup-not-written`, `backup-damaged`.
 */
export async function makeBackup(keeping: Keeping, options: BackupOptions): Promise<MadeBackup> {
  if ((await keeping.purges.unfinished()).length > 0) throw new LiasseFailure('purge-unfinished');
  const { db } = keeping;
  await holdBackupLease(db);
  const renewing = setInterval(() => holdBackupLease(db).catch(() => undefined), RENEW_EVERY_MS);
  const head = { format: BACKUP_FORMAT, id: randomUUID(), madeAt: options.now.toISOString() } as const;
  const { target } = options;
  let sink: BackupSink | undefined;
  try {
    sink =
      'file' in target
        ? await createTarSink(target.file)
        : await createFolderSink(target.folder, backupName(head.madeAt, head.id));
    return await write(sink, { keeping, head, options });
  } catch (error) {
    throw backupWritingFailure(error, 'file' in target ? target.file : target.folder);
  } finally {
    await sink?.giveUp();
    clearInterval(renewing);
    await endBackupLease(db);
  }
}

interface Writing {
  readonly keeping: Keeping;
  readonly head: Pick<BackupManifest, 'format' | 'id' | 'madeAt'>;
  readonly options: BackupOptions;
}

async function write(sink: BackupSink, { keeping, head, options }: Writing): Promise<MadeBackup> {
  const { onBytes, signal } = options;
  const onWritten = (bytes: number): void => onBytes?.('write', bytes);
  await addJson(sink, backupParts.head, head);
  // Rows first: every original lies in its place before there is a row about it.
  const dump = await dumpTables(keeping.db, sink.workFolder);
  await addRows(sink, dump, onWritten);
  const blobs = await addBlobs(sink, keeping, { dump, onWritten, signal });
  const { schema, masterKey, tables, sequences, audit } = dump;
  const said: BackupManifest = { ...head, schema, masterKey, tables, sequences, audit, blobs: blobs.listed };
  const manifest: BackupManifest = { ...said, check: manifestCheck(said) };
  await addJson(sink, backupParts.manifest, manifest);
  const sealed = await sink.seal();
  await checkBackup(sealed, { signal, onRead: (bytes) => onBytes?.('check', bytes) });
  // Told before it is in its place: a backup that nobody was told of would be forgotten when something in it is purged.
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  await keeping.audit.append([
    { action: 'backup-made', subject: head.id, detail: { rows, blobs: blobs.listed.count, bytes: blobs.listed.bytes } },
  ]);
  return { path: await sink.publish(), manifest, blobsWritten: blobs.written, missingOriginals: blobs.missing };
}

async function addRows(sink: BackupSink, { files }: Dump, onWritten: (bytes: number) => void): Promise<void> {
  for (const { name, path, sizeBytes } of files) {
    await sink.add(backupParts.table(name), sizeBytes, chunksOf(path));
    await rm(path);
    onWritten(sizeBytes);
  }
}

interface Blobs {
  readonly listed: BackupManifest['blobs'];
  readonly written: number;
  readonly missing: readonly string[];
}

async function addBlobs(
  sink: BackupSink,
  { blobs }: Keeping,
  under: {
    readonly dump: Dump;
    readonly onWritten: (bytes: number) => void;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<Blobs> {
  const list = join(sink.workFolder, 'blobs.list');
  const listHash = createHash('sha256');
  const missing = new Map(under.dump.originals.map((sha256) => [blobNames.original(sha256), sha256]));
  let [count, bytes, written] = [0, 0, 0];
  const adding = atOnce(sink.blobsAtOnce, (isWritten: boolean) => {
    if (isWritten) written += 1;
  });
  let lines = '';
  const writeLines = async (): Promise<void> => {
    listHash.update(lines, 'utf8');
    await appendFile(list, lines, { mode: 0o600 });
    lines = '';
  };
  for await (const { name, content } of blobsAhead(blobs)) {
    under.signal?.throwIfAborted();
    const sha256 = createHash('sha256').update(content).digest('hex');
    await adding(() => sink.addBlob(backupParts.blob(name), content, sha256));
    lines += blobLine({ name, sizeBytes: content.length, sha256 });
    count += 1;
    bytes += content.length;
    missing.delete(name);
    under.onWritten(content.length);
    if (lines.length > 100_000) await writeLines();
  }
  await adding.done();
  await writeLines();
  await sink.add(backupParts.blobList, (await stat(list)).size, chunksOf(list));
  return { listed: { count, bytes, sha256: listHash.digest('hex') }, written, missing: [...missing.values()].sort() };
}

async function addJson(sink: BackupSink, name: string, value: unknown): Promise<void> {
  const bytes = Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8');
  await sink.add(name, bytes.length, [bytes]);
}

async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }))
    if (chunk instanceof Uint8Array) yield chunk;
}
