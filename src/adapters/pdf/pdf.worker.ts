import { parentPort } from 'node:worker_threads';
import { LiasseFailure } from '#domain/failure.ts';
import { createPdfFile, type PdfFile } from './create-pdf-file.ts';
import type { PdfAnswer, PdfQuestion, PdfReply, PdfRequest } from './pdf-messages.ts';

const open = new Map<number, PdfFile>();

const port = parentPort;
port?.on('message', async ({ id, request }: PdfQuestion) => {
  const reply = await answer(request).then(
    (value): PdfReply => ({ id, ok: true, answer: value }),
    (error): PdfReply => ({
      id,
      ok: false,
      code: error instanceof LiasseFailure ? error.code : 'damaged-pdf',
      detail: error instanceof Error ? error.name : 'unknown',
    }),
  );
  port.postMessage(reply);
});

async function answer(request: PdfRequest): Promise<PdfAnswer> {
  if (request.method === 'open') {
    const file = await createPdfFile(request.bytes, request.passwords);
    open.set(request.handle, file);
    return { pageCount: file.pageCount };
  }
  if (request.method === 'attachments') {
    const { readAttachments } = await import('./read-attachments.ts');
    return { attachments: await readAttachments(request.bytes) };
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
