import { asFailure, type LiasseFailure } from '#domain/failure.ts';
import type { Raster, TextLayer } from '#ports/pages.ts';
import type { AskDecoder, DecodingProcess } from '../decoding/create-decoding-process.ts';
import type { DecodingAnswer, InnerFile, PdfRequest } from '../decoding/decoding-messages.ts';
import type { EmbeddedScan } from './embedded-scan.ts';

/** PDF files, decoded in the decoding process. */
export interface PdfDecoder {
  open(
    bytes: Uint8Array,
    passwords: readonly string[],
  ): Promise<{ readonly handle: number; readonly pageCount: number }>;
  textLayer(handle: number, page: number): Promise<TextLayer | null>;
  scan(handle: number, page: number): Promise<EmbeddedScan | null>;
  raster(handle: number, page: number, maxPixels: number): Promise<Raster>;
  /** The files inside a PDF, which need not be open. */
  attachments(bytes: Uint8Array): Promise<readonly InnerFile[]>;
  close(handle: number): Promise<void>;
}

interface OpenPdf {
  readonly bytes: Uint8Array;
  readonly passwords: readonly string[];
  /** Of the process that has it open. */
  generation: number | undefined;
  /** How often a question of a kind ended the process, and what it failed with. */
  readonly lost: Map<PdfRequest['method'], { count: number; failure: LiasseFailure }>;
}

/** A text that takes longer than this share of a page's time is not waited for: the page is read by its pixels. */
const TEXT_SHARE = 1 / 3;
/** A file that ended the process so often by one kind of question is asked no more of that kind: a hundred pages of traps would take hours. */
const MOST_LOST = 3;

/**
 * All open PDF files. When the decoding process had to be ended, a file is opened again in the next one before it is used; only the question
 * that ended it fails.
 */
export function createPdfDecoder(decoding: DecodingProcess): PdfDecoder {
  const openFiles = new Map<number, OpenPdf>();
  let lastHandle = 0;
  /** The process that has read a text already. */
  let readerGeneration: number | undefined;

  async function openIn(ask: AskDecoder, handle: number, file: OpenPdf): Promise<number> {
    const answer = await ask({ method: 'open', handle, bytes: file.bytes, passwords: file.passwords });
    file.generation = decoding.generation();
    if (answer === null || !('pageCount' in answer)) throw new Error('unexpected answer');
    return answer.pageCount;
  }

  /** The answer about a file, opened first where the process does not have it open. */
  async function askOpen(put: AskDecoder, request: PdfRequest, timeoutMs?: number): Promise<DecodingAnswer> {
    const file = openFiles.get(request.handle);
    if (file === undefined) throw new Error('this PDF is not open');
    const lost = file.lost.get(request.method) ?? { count: 0, failure: undefined };
    if (lost.failure !== undefined && lost.count >= MOST_LOST) throw lost.failure;
    const asked = decoding.generation();
    try {
      if (file.generation !== asked) await openIn(put, request.handle, file);
      return await put(request, timeoutMs);
    } catch (error) {
      if (asked !== decoding.generation())
        file.lost.set(request.method, { count: lost.count + 1, failure: asFailure(error) });
      throw error;
    }
  }
  const ask = (request: PdfRequest, timeoutMs?: number): Promise<DecodingAnswer> =>
    decoding.turn((put) => askOpen(put, request, timeoutMs));

  return {
    open: async (bytes, passwords) => {
      lastHandle += 1;
      const handle = lastHandle;
      const file: OpenPdf = { bytes, passwords, generation: undefined, lost: new Map() };
      const pageCount = await decoding.turn((put) => openIn(put, handle, file));
      openFiles.set(handle, file);
      return { handle, pageCount };
    },
    textLayer: async (handle, page) => {
      // The first text asked of a process loads the library too, which on a busy machine takes long and is not the file's doing.
      const isLoaded = readerGeneration === decoding.generation();
      const answer = await ask({ method: 'textLayer', handle, page }, decoding.timeoutMs * (isLoaded ? TEXT_SHARE : 1));
      readerGeneration = decoding.generation();
      return answer !== null && 'lines' in answer ? answer : null;
    },
    scan: async (handle, page) => {
      const answer = await ask({ method: 'scan', handle, page });
      return answer !== null && 'jpeg' in answer ? answer : null;
    },
    raster: async (handle, page, maxPixels) => {
      const answer = await ask({ method: 'raster', handle, page, maxPixels });
      if (answer === null || !('pixels' in answer)) throw new Error('unexpected answer');
      return answer;
    },
    attachments: async (bytes) => {
      const answer = await decoding.turn((put) => put({ method: 'attachments', bytes }));
      return answer !== null && 'files' in answer ? answer.files : [];
    },
    close: async (handle) => {
      const file = openFiles.get(handle);
      openFiles.delete(handle);
      await decoding.turn(async (put) => {
        // What goes wrong while a file is put away is no failure of its pages.
        if (file?.generation === decoding.generation()) await put({ method: 'close', handle }).catch(() => undefined);
      });
    },
  };
}
