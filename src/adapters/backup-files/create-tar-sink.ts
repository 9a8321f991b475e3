import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Pack, pack } from 'tar-stream';
import type { BackupSink } from '#ports/backup-files.ts';
import { syncFolder } from '../write-whole.ts';
import { backupWritingFailure } from './backup-failure.ts';
import { createTarSource } from './create-tar-source.ts';

/** A backup as one file. It is written beside its place; what a killed one left there goes. Throws `disk-full`, `backup-not-written`. */
export async function createTarSink(target: string): Promise<BackupSink> {
  const path = resolve(target);
  const workFolder = `${path}.part`;
  const draft = join(workFolder, 'backup.tar');
  const throwing = (error: unknown): never => {
    throw backupWritingFailure(error, path);
  };
  await rm(workFolder, { recursive: true, force: true }).catch(throwing);
  await mkdir(workFolder, { mode: 0o700 }).catch(throwing);
  const tar = pack();
  const writing = pipeline(tar, createWriteStream(draft, { mode: 0o600 }));
  // Told by whichever call comes next; nobody else is to hear of it.
  writing.catch(() => undefined);
  /** A disk that fills up ends the pipeline, and the call that waits for it must not wait for ever. */
  const orFailure = <Value>(step: Promise<Value>): Promise<Value> =>
    Promise.race([step, writing.then(() => step)]).catch(throwing);
  let isOver = false;
  return {
    workFolder,
    blobsAtOnce: 1,
    add: (name, sizeBytes, content) => orFailure(addEntry(tar, { name, sizeBytes }, content)),
    addBlob: async (name, content) => {
      await orFailure(addEntry(tar, { name, sizeBytes: content.length }, [content]));
      return true;
    },
    seal: async () => {
      tar.finalize();
      await writing.catch(throwing);
      await synced(draft).catch(throwing);
      return createTarSource(draft);
    },
    publish: async () => {
      await rename(draft, path).catch(throwing);
      await syncFolder(dirname(path)).catch(throwing);
      isOver = true;
      await rm(workFolder, { recursive: true, force: true });
      return path;
    },
    giveUp: async () => {
      if (isOver) return;
      isOver = true;
      tar.destroy(new Error('given up'));
      await writing.catch(() => undefined);
      await rm(workFolder, { recursive: true, force: true });
    },
  };
}

async function addEntry(
  tar: Pack,
  { name, sizeBytes }: { readonly name: string; readonly sizeBytes: number },
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  await pipeline(content, tar.entry({ name, size: sizeBytes, mode: 0o600, mtime: new Date(0) }));
}

async function synced(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
