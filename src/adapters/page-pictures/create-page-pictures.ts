import { Worker } from 'node:worker_threads';
import { LiasseFailure } from '#domain/failure.ts';
import type { PagePicture, PagePictures, WantedPicture } from '#ports/page-pictures.ts';
import { packageVersions } from '../package-versions.ts';
import type { PictureReply, PictureRequest } from './picture-messages.ts';

/** Raised when pages are drawn otherwise. */
const VERSION = 1;

interface Waiting {
  readonly resolve: (reply: PictureReply) => void;
  readonly reject: (failure: LiasseFailure) => void;
}

/** Pictures of pages, drawn by a thread that is started by the first and again should it end. */
export function createPagePictures(): PagePictures {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;

  const start = (): Worker => {
    const started = new Worker(new URL('./page-pictures.worker.ts', import.meta.url));
    started.unref();
    started.on('message', (reply: PictureReply) => {
      waiting.get(reply.id)?.resolve(reply);
      waiting.delete(reply.id);
    });
    const end = (): void => {
      worker = undefined;
      for (const { reject } of waiting.values()) reject(new LiasseFailure('recognizer-failed', 'pictures'));
      waiting.clear();
    };
    started.once('error', end);
    started.once('exit', end);
    return started;
  };

  const ask = (wanted: WantedPicture, bytes: Uint8Array | null): Promise<PictureReply> => {
    worker ??= start();
    lastId += 1;
    const request: PictureRequest = { id: lastId, wanted, bytes };
    const reply = new Promise<PictureReply>((resolve, reject) => {
      waiting.set(request.id, { resolve, reject });
    });
    worker.postMessage(request);
    return reply;
  };

  const asPicture = (reply: PictureReply): PagePicture | null => {
    if (reply.outcome === 'failed') throw new LiasseFailure(reply.code);
    return reply.outcome === 'drawn' ? { mediaType: 'image/webp', bytes: reply.bytes } : null;
  };

  return {
    fingerprint: `picture/${VERSION} ${packageVersions(['sharp', 'pdfjs-dist', '@hyzyla/pdfium'])}`,
    picture: async (wanted, original) => {
      const reply = await ask(wanted, null);
      return asPicture(reply.outcome === 'bytes-needed' ? await ask(wanted, await original()) : reply);
    },
    close: async () => {
      const ending = worker;
      if (ending === undefined) return;
      const hasEnded = new Promise((resolve) => ending.once('exit', resolve));
      ending.ref();
      ending.postMessage('stop');
      await hasEnded;
    },
  };
}
