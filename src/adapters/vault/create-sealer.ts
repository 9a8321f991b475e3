import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { LiasseFailure } from '#domain/failure.ts';
import type { Sealer } from '#ports/vault.ts';

/*
 * What is sealed: MAGIC, VERSION, a random salt; then the content in chunks of 64 KiB, each followed by its tag; the last one may be shorter, and is
 * empty for empty content only. (STREAM of Hoang, Reyhanitabar, Rogaway and Vizár, with a key of its own for every content, as Tink's
 * AES-GCM-HKDF: no two contents share a nonce under one key, however many there are.)
 *
 *   key of the content, nonce prefix = HKDF-SHA-256(key, salt, id of the key), 32 and 7 bytes
 *   nonce of a chunk = nonce prefix, number of the chunk (4 bytes), 1 for the last chunk and 0 for others
 *   associated data of every chunk = MAGIC, VERSION, salt, id of the key
 */
const MAGIC = Buffer.from('LIASSE', 'latin1');
const VERSION = 1;
const SALT_BYTES = 25;
const HEADER_BYTES = MAGIC.length + 1 + SALT_BYTES;
const CHUNK_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const PREFIX_BYTES = 7;
const NONCE_BYTES = 12;
const CIPHER = 'aes-256-gcm';

/** Seals and opens under one key of 32 bytes. What is sealed is 48 bytes longer than the content, and 16 more for every further chunk of 64 KiB. */
export function createSealer(key: Uint8Array, id: string): Sealer {
  return {
    seal: (content) => seal(content, { key, id }),
    open: (sealed) => open(sealed, { key, id }),
  };
}

interface Under {
  readonly key: Uint8Array;
  readonly id: string;
}

function seal(content: Uint8Array, under: Under): Uint8Array {
  const header = Buffer.concat([MAGIC, Buffer.of(VERSION), randomBytes(SALT_BYTES)]);
  const chunkCount = Math.max(1, Math.ceil(content.length / CHUNK_BYTES));
  const sealed = new Uint8Array(header.length + content.length + chunkCount * TAG_BYTES);
  sealed.set(header);
  const chunks = chunkKeys(header, under);
  let at = header.length;
  for (let number = 0; number < chunkCount; number += 1) {
    const cipher = createCipheriv(CIPHER, chunks.key, chunks.nonce(number, number === chunkCount - 1));
    cipher.setAAD(chunks.associated);
    const part = cipher.update(content.subarray(number * CHUNK_BYTES, (number + 1) * CHUNK_BYTES));
    cipher.final();
    sealed.set(part, at);
    sealed.set(cipher.getAuthTag(), at + part.length);
    at += part.length + TAG_BYTES;
  }
  return sealed;
}

function open(sealed: Uint8Array, under: Under): Uint8Array {
  const header = sealed.subarray(0, HEADER_BYTES);
  const body = sealed.subarray(HEADER_BYTES);
  const chunkCount = Math.max(1, Math.ceil(body.length / (CHUNK_BYTES + TAG_BYTES)));
  const lastBytes = body.length - (chunkCount - 1) * (CHUNK_BYTES + TAG_BYTES);
  if (!hasHeader(header) || lastBytes < TAG_BYTES) throw new LiasseFailure('sealed-damaged', 'cut off or not sealed');
  const chunks = chunkKeys(header, under);
  const content = new Uint8Array(body.length - chunkCount * TAG_BYTES);
  for (let number = 0; number < chunkCount; number += 1) {
    const start = number * (CHUNK_BYTES + TAG_BYTES);
    const chunk = body.subarray(start, start + CHUNK_BYTES + TAG_BYTES);
    content.set(openChunk(chunk, chunks, chunks.nonce(number, number === chunkCount - 1)), number * CHUNK_BYTES);
  }
  return content;
}

function openChunk(chunk: Uint8Array, chunks: ChunkKeys, nonce: Uint8Array): Uint8Array {
  try {
    const decipher = createDecipheriv(CIPHER, chunks.key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(chunks.associated);
    decipher.setAuthTag(chunk.subarray(-TAG_BYTES));
    const part = decipher.update(chunk.subarray(0, -TAG_BYTES));
    decipher.final();
    return part;
  } catch (error) {
    throw new LiasseFailure('sealed-damaged', '', { cause: error });
  }
}

interface ChunkKeys {
  readonly key: Uint8Array;
  readonly associated: Uint8Array;
  readonly nonce: (number: number, isLast: boolean) => Uint8Array;
}

function chunkKeys(header: Uint8Array, { key, id }: Under): ChunkKeys {
  const salt = header.subarray(-SALT_BYTES);
  const derived = Buffer.from(hkdfSync('sha256', key, salt, `liasse content ${id}`, KEY_BYTES + PREFIX_BYTES));
  return {
    key: derived.subarray(0, KEY_BYTES),
    associated: Buffer.concat([header, Buffer.from(id, 'utf8')]),
    nonce: (number, isLast) => {
      const nonce = Buffer.alloc(NONCE_BYTES);
      nonce.set(derived.subarray(KEY_BYTES));
      nonce.writeUInt32BE(number, PREFIX_BYTES);
      nonce.writeUInt8(isLast ? 1 : 0, NONCE_BYTES - 1);
      return nonce;
    },
  };
}

function hasHeader(header: Uint8Array): boolean {
  return (
    header.length === HEADER_BYTES && MAGIC.equals(header.subarray(0, MAGIC.length)) && header[MAGIC.length] === VERSION
  );
}
