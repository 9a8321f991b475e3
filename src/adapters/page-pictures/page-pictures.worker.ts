// Draws pages in a thread of its own: turning and shrinking millions of pixels would keep whoever else asks the server waiting.
import { parentPort } from 'node:worker_threads';
import { asFailure } from '#domain/failure.ts';
import { createPicturePress } from './create-picture-press.ts';
import type { PictureReply, PictureRequest } from './picture-messages.ts';

const press = createPicturePress();
/** One after the other: they share a decoding process and their memory. */
let before: Promise<unknown> = Promise.resolve();

parentPort?.on('message', (request: PictureRequest | 'stop') => {
  before = before.then(async () => {
    if (request === 'stop') {
      await press.close();
      parentPort?.close();
      return;
    }
    const reply = await draw(request);
    parentPort?.postMessage(reply, reply.outcome === 'drawn' ? [reply.bytes.buffer] : []);
  });
});

type Reply = Exclude<PictureReply, { outcome: 'drawn' }> | (PictureReply & { bytes: Uint8Array<ArrayBuffer> });

async function draw({ id, wanted, bytes }: PictureRequest): Promise<Reply> {
  try {
    const drawn = await press.draw(wanted, bytes);
    return drawn === 'no-pixels' || drawn === 'bytes-needed'
      ? { id, outcome: drawn }
      : { id, outcome: 'drawn', bytes: drawn };
  } catch (error) {
    return { id, outcome: 'failed', code: asFailure(error).code };
  }
}
