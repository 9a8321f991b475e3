import type { FailureCode } from '#domain/failure.ts';
import type { PageView } from './pages.ts';

/** A file that came in: on disk, or taken out of an archive or e-mail. */
export interface FilePart {
  /** As given, relative to PATH; parts of archives behind `!/`. */
  readonly name: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** An archive or e-mail that was opened: no paper itself, its files come before it. */
  readonly isContainer?: boolean;
  /** The bytes, read when asked for. */
  bytes(): Promise<Uint8Array>;
}

/** A file that can't be taken in, and why; it still gets its line in the output. */
export interface RefusedPart {
  readonly name: string;
  readonly sha256?: string;
  readonly failure: FailureCode;
}

/**
 * Finds the files below the paths, archives and e-mails opened, in the order of their names. Never throws for one bad file.
 * `onFound` is told how many more files there are: all of the folders at once, those of archives as they come out.
 */
export interface FileSource {
  parts(
    paths: readonly string[],
    signal: AbortSignal,
    onFound?: (files: number) => void,
  ): AsyncIterable<FilePart | RefusedPart>;
  /** The same for one file that is in memory already: `name` is a label, never a path to read. */
  partsOf(file: { readonly name: string; readonly bytes: Uint8Array }): AsyncIterable<FilePart | RefusedPart>;
}

/** A file whose pages can be read. */
export interface OpenedFile {
  readonly mediaType: string;
  readonly pageCount: number;
  /** 1-based. */
  page(number: number): PageView;
  close(): Promise<void>;
}

/** Opens files of every format. Throws `LiasseFailure` with the code that says why it can't. */
export interface FileOpener {
  /** Changes when the same bytes may give other pages (library versions). */
  readonly fingerprint: string;
  open(part: FilePart, signal: AbortSignal): Promise<OpenedFile>;
}
