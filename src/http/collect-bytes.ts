import type { Readable } from 'node:stream';

/** All bytes of a request; null when there are more than allowed: the rest is read and forgotten, so that whoever sends it hears why. */
export async function collectBytes(stream: Readable, mostBytes: number): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    if (!(chunk instanceof Buffer)) continue;
    size += chunk.length;
    if (size <= mostBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size > mostBytes ? null : Buffer.concat(chunks);
}
