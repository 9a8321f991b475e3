import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { asFailure, LiasseFailure } from '#domain/failure.ts';
import type { Limits } from '#domain/limits.ts';
import type { FilePart, FileSource, RefusedPart } from '#ports/file-opener.ts';
import { createExpansionBudget, type ExpansionBudget } from '../archives/expansion-budget.ts';
import { safeName } from '../archives/safe-name.ts';
import type { UnpackedFile } from '../archives/unpack-zip.ts';
import { READABLE } from './readable-formats.ts';
import { sniffMediaType } from './sniff-media-type.ts';
import { type WalkedEntry, walkPaths } from './walk-paths.ts';

/** Stands between an archive and the file inside it. */
const INSIDE = '!/';

/** Takes files out of others; these readers can hang, so they work where that does no harm. */
export interface InnerFiles {
  /** The files that a PDF holds. Empty for one that can't be read; throws `page-timeout` for one that takes too long. */
  attachments(bytes: Uint8Array): Promise<readonly UnpackedFile[]>;
  /** The text and the attachments of an e-mail. Throws `damaged-archive`, `page-timeout`. */
  mail(bytes: Uint8Array, mediaType: string): Promise<readonly UnpackedFile[]>;
}

const ZIP = 'application/zip';
const MAIL: readonly string[] = ['message/rfc822', 'application/vnd.ms-outlook'];

/** Walks folders and opens archives and e-mails. One file is held in memory at a time (and the archives around it). */
export function createFileSource(limits: Limits, inner: InnerFiles): FileSource {
  return {
    parts: async function* (paths, signal, onFound = () => undefined) {
      const entries = await Array.fromAsync(walkPaths(paths));
      onFound(entries.length);
      for (const entry of entries) {
        signal.throwIfAborted();
        let isFirst = true;
        for await (const part of partsOfEntry(entry, limits, inner)) {
          if (!isFirst) onFound(1);
          isFirst = false;
          yield part;
        }
      }
    },
    partsOf: ({ name, bytes }) => partsInMemory({ name: safeName(name), bytes }, limits, inner),
  };
}

async function* partsInMemory(
  file: UnpackedFile,
  limits: Limits,
  inner: InnerFiles,
): AsyncGenerator<FilePart | RefusedPart> {
  if (file.bytes.length > limits.fileBytes) {
    yield { name: file.name, failure: 'file-too-large' };
    return;
  }
  try {
    yield* partsOfBytes(file, { depth: 0, budget: createExpansionBudget(file.bytes.length, limits), limits, inner });
  } catch (error) {
    yield { name: file.name, failure: readFailure(error) };
  }
}

async function* partsOfEntry(
  entry: WalkedEntry,
  limits: Limits,
  inner: InnerFiles,
): AsyncGenerator<FilePart | RefusedPart> {
  // Names on a disk are as much their sender's as those in an archive.
  const name = safeName(entry.name);
  if (entry.kind === 'failure') {
    yield { name, failure: entry.failure };
    return;
  }
  if (entry.sizeBytes > limits.fileBytes) {
    yield { name, failure: 'file-too-large' };
    return;
  }
  try {
    yield* partsInMemory({ name, bytes: await readFile(entry.path) }, limits, inner);
  } catch (error) {
    yield { name, failure: readFailure(error) };
  }
}

interface Nesting {
  readonly depth: number;
  readonly budget: ExpansionBudget;
  readonly limits: Limits;
  readonly inner: InnerFiles;
}

async function* partsOfBytes(file: UnpackedFile, nesting: Nesting): AsyncGenerator<FilePart | RefusedPart> {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  if (file.bytes.length === 0) {
    yield { name: file.name, sha256, failure: 'empty-file' };
    return;
  }
  const mediaType = await mediaTypeOf(file);
  if (mediaType === undefined) {
    yield { name: file.name, sha256, failure: 'unsupported-format' };
    return;
  }
  if (mediaType === 'text/plain' && /\.(pdf|jpe?g|png|tiff?|heic|webp|docx?)$/i.test(file.name)) {
    yield { name: file.name, sha256, failure: 'wrong-extension' };
    return;
  }
  const part = {
    name: file.name,
    sha256,
    mediaType,
    sizeBytes: file.bytes.length,
    bytes: () => Promise.resolve(file.bytes),
  };
  if (!isArchive(mediaType)) {
    yield part;
    if (mediaType === 'application/pdf') yield* partsInPdf(file, sha256, nesting);
    return;
  }
  if (nesting.depth >= nesting.limits.archiveDepth) {
    yield { name: file.name, sha256, failure: 'archive-too-deep' };
    return;
  }
  try {
    for await (const { name, bytes } of unpack(file.bytes, mediaType, nesting))
      yield* partsOfBytes({ name: `${file.name}${INSIDE}${name}`, bytes }, { ...nesting, depth: nesting.depth + 1 });
    yield { ...part, isContainer: true };
  } catch (error) {
    // What came out before stays; the archive itself gets a line that says the rest did not.
    yield { name: file.name, sha256, failure: asFailure(error).code };
  }
}

function isArchive(mediaType: string): boolean {
  return mediaType === ZIP || MAIL.includes(mediaType);
}

/** The files of an archive or e-mail, counted as they come out. */
async function* unpack(bytes: Uint8Array, mediaType: string, { budget, inner }: Nesting): AsyncGenerator<UnpackedFile> {
  if (mediaType === ZIP) {
    // Loaded by the first archive.
    const { unpackZip } = await import('../archives/unpack-zip.ts');
    yield* unpackZip(bytes, budget);
    return;
  }
  for (const file of await inner.mail(bytes, mediaType)) {
    budget.countEntry();
    budget.countBytes(file.bytes.length);
    yield file;
  }
}

/**
 * The files inside a PDF, as if it were an archive of which it is the cover. What Liasse can't read is no paper of the client: invoices carry
 * their data for machines, drawings their sources.
 */
async function* partsInPdf(
  file: UnpackedFile,
  sha256: string,
  nesting: Nesting,
): AsyncGenerator<FilePart | RefusedPart> {
  try {
    for (const { name, bytes } of await nesting.inner.attachments(file.bytes)) {
      nesting.budget.countEntry();
      nesting.budget.countBytes(bytes.length);
      const inner = { name: `${file.name}${INSIDE}${safeName(name)}`, bytes };
      if (!isReadable(await mediaTypeOf(inner))) continue;
      if (nesting.depth >= nesting.limits.archiveDepth) throw new LiasseFailure('archive-too-deep');
      yield* partsOfBytes(inner, { ...nesting, depth: nesting.depth + 1 });
    }
  } catch (error) {
    yield { name: file.name, sha256, failure: asFailure(error).code };
  }
}

function isReadable(mediaType: string | undefined): boolean {
  if (mediaType === undefined) return false;
  return mediaType.startsWith('image/') || READABLE.has(mediaType) || isArchive(mediaType);
}

/** Old Word files and Outlook mails share a container; the name tells which is meant. */
async function mediaTypeOf(file: UnpackedFile): Promise<string | undefined> {
  const mediaType = await sniffMediaType(file.bytes);
  if (mediaType === 'application/x-cfb') return /\.msg$/i.test(file.name) ? 'application/vnd.ms-outlook' : undefined;
  return mediaType;
}

function readFailure(error: unknown): RefusedPart['failure'] {
  if (error instanceof LiasseFailure) return error.code;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM') return 'no-permission';
  if (code === 'ENOENT') return 'no-such-file';
  return typeof code === 'string' ? 'unreadable-file' : 'internal-error';
}
