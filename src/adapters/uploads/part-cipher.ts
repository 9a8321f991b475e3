import { type Cipheriv, createCipheriv, createDecipheriv } from 'node:crypto';

const BLOCK = 16;

/**
 * Turns the bytes of a part into what lies on the disk, from an offset on. Every part has a key of its own and every byte of it is written once, so that
 * counting from nought gives no pad twice. That nobody changed it is looked at nowhere: whoever can write there can write the original too.
 */
export function partCipher(key: Uint8Array, offset: number): Cipheriv {
  const cipher = createCipheriv('aes-256-ctr', key, counterAt(offset));
  cipher.update(Buffer.alloc(offset % BLOCK));
  return cipher;
}

/** The bytes of a whole part again. */
export function openPart(key: Uint8Array, sealed: Uint8Array): Uint8Array {
  const decipher = createDecipheriv('aes-256-ctr', key, counterAt(0));
  return Buffer.concat([decipher.update(sealed), decipher.final()]);
}

function counterAt(offset: number): Buffer {
  const counter = Buffer.alloc(BLOCK);
  counter.writeBigUInt64BE(BigInt(Math.floor(offset / BLOCK)), BLOCK / 2);
  return counter;
}
