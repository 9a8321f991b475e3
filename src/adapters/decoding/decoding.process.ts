// The process in which files are decoded, since decoders can hang, crash or fill the memory: PDF, pictures, word processors' papers, mail. Started with the bytes by which its memory may grow during one question; answers one question after the other.
import { Worker } from 'node:worker_threads';
import { LiasseFailure } from '#domain/failure.ts';
import { besideModule } from '../beside-module.ts';
import { createPdfFile, type PdfFile } from '../pdf/create-pdf-file.ts';
import {
  CRASH_CODES,
  type DecodingAnswer,
  type DecodingQuestion,
  type DecodingReply,
  type DecodingRequest,
  type PdfRequest,
} from './decoding-messages.ts';

const [, , memoryBytes = ''] = process.argv;
/** Memory at the start of the question that is being answered; without one, endless. */
const before = new Float64Array(new SharedArrayBuffer(8)).fill(Number.POSITIVE_INFINITY);
const open = new Map<number, PdfFile>();

/** Loads the libraries of a rare format with the first file of it. */
async function answer(request: DecodingRequest): Promise<DecodingAnswer> {
  switch (request.method) {
    case 'attachments': {
      const { readAttachments } = await import('../pdf/read-attachments.ts');
      return { files: await readAttachments(request.bytes) };
    }
    case 'picture': {
      const { convertPicture } = await import('../images/convert-picture.ts');
      return { picture: await convertPicture(request.bytes, request.mediaType, request.pixelLimit) };
    }
    case 'imageHeader': {
      const { readHeader } = await import('../images/read-header.ts');
      return readHeader(request.bytes);
    }
    case 'image': {
      const { decodeImage } = await import('../images/decode-image.ts');
      return decodeImage(request.bytes, request.options);
    }
    case 'office': {
      const { readOfficeText } = await import('../office/read-office-text.ts');
      return { text: await readOfficeText(request.bytes, request.mediaType, request.limits) };
    }
    case 'mail': {
      const { readMail } = await import('../archives/read-mail.ts');
      return { files: await readMail(request.bytes, request.mediaType) };
    }
    case 'codes': {
      const { scanCodes } = await import('../codes/scan-codes.ts');
      return { codes: await scanCodes(request.image) };
    }
    default:
      return answerPdf(request);
  }
}

async function answerPdf(request: PdfRequest): Promise<DecodingAnswer> {
  if (request.method === 'open') {
    const opened = await createPdfFile(request.bytes, request.passwords);
    open.set(request.handle, opened);
    return { pageCount: opened.pageCount };
  }
  const file = open.get(request.handle);
  if (file === undefined) throw new Error('this PDF is not open');
  switch (request.method) {
    case 'textLayer':
      return file.textLayer(request.page);
    case 'scan':
      return file.scan(request.page);
    case 'raster':
      return file.raster(request.page, request.maxPixels);
    case 'close':
      open.delete(request.handle);
      await file.close();
      return null;
  }
}

/** What compiled code throws that ran out of memory or its own ground (WebAssembly's RuntimeError). */
function isTrap(error: unknown): boolean {
  return error instanceof Error && (error.name === 'RuntimeError' || isTrap(error.cause));
}

function reply(message: DecodingReply): void {
  process.send?.(message);
}

/** The process answers its parent, which is the same program: what comes through the channel is what that sends. */
function isQuestion(message: unknown): message is DecodingQuestion {
  return typeof message === 'object' && message !== null && 'request' in message;
}

process.on('message', async (message) => {
  if (!isQuestion(message)) return;
  const { id, request } = message;
  before[0] = process.memoryUsage.rss();
  try {
    reply({ kind: 'answer', id, answer: await answer(request) });
  } catch (error) {
    reply({
      kind: 'failed',
      id,
      code: error instanceof LiasseFailure ? error.code : CRASH_CODES[request.method],
      detail: error instanceof Error ? error.name : 'unknown',
      isBroken: isTrap(error),
    });
  } finally {
    before[0] = Number.POSITIVE_INFINITY;
  }
});
// A decoder that throws where nobody waits for it (a timer, an event) has failed, but maybe not its question.
process.on('uncaughtException', () => undefined);
// Ctrl-C in a terminal reaches this process too; the one that asks decides when all ends.
process.on('SIGINT', () => undefined);
// Nobody is left to answer to.
process.on('disconnect', () => process.exit(0));
new Worker(besideModule('./memory-watch.worker', import.meta.url), {
  workerData: { before: before.buffer, memoryBytes: Number(memoryBytes) },
}).unref();
reply({ kind: 'ready' });
