import type { BlobStore } from '#ports/blob-store.ts';

const BLOBS_AHEAD = 16;
const BYTES_AHEAD = 64 * 1024 * 1024;

/** Every blob of a store, a few read ahead: stores answer slowly, and several at once. One that went since it was listed is left out. */
export async function* blobsAhead(
  store: BlobStore,
): AsyncGenerator<{ readonly name: string; readonly content: Uint8Array }> {
  const ahead: {
    readonly name: string;
    readonly sizeBytes: number;
    readonly reading: Promise<Uint8Array | undefined>;
  }[] = [];
  let bytesAhead = 0;
  const next = async function* () {
    const first = ahead.shift();
    if (first === undefined) return;
    bytesAhead -= first.sizeBytes;
    const content = await first.reading;
    if (content !== undefined) yield { name: first.name, content };
  };
  for await (const { name, sizeBytes } of store.list('')) {
    const reading = store.find(name);
    // Told when its turn comes.
    reading.catch(() => undefined);
    ahead.push({ name, sizeBytes, reading });
    bytesAhead += sizeBytes;
    while (ahead.length > BLOBS_AHEAD || (bytesAhead > BYTES_AHEAD && ahead.length > 1)) yield* next();
  }
  while (ahead.length > 0) yield* next();
}
