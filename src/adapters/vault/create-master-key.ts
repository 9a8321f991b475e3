import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { LiasseFailure } from '#domain/failure.ts';
import type { WrappedKey } from '#ports/vault.ts';

export const KEY_BYTES = 32;
const CIPHER = 'aes-256-gcm';
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FINGERPRINT_DIGITS = 16;

/** The key that opens all others. Its secret does not leave this object. */
export interface MasterKey {
  /** 16 hex digits that tell master keys apart and give nothing of the secret away. */
  readonly fingerprint: string;
  /** Wraps a key: what comes out opens under the same id only. */
  wrap(id: WrappedKey['id'], key: Uint8Array): WrappedKey;
  /** Throws `master-key-wrong` when another master key wrapped it, `sealed-damaged` when it was changed. */
  unwrap(wrapped: WrappedKey): Uint8Array;
}

/** The master key of a secret of 32 random bytes. A wrapped key is VERSION, a random nonce, the key under AES-256-GCM, the tag: 61 bytes. */
export function createMasterKey(secret: Uint8Array): MasterKey {
  if (secret.length !== KEY_BYTES) throw new Error('a master key has 32 bytes');
  const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', purpose, KEY_BYTES));
  const wrapping = derive('liasse wrapping of keys');
  const fingerprint = createHash('sha256').update(derive('liasse fingerprint')).digest('hex');
  const shown = fingerprint.slice(0, FINGERPRINT_DIGITS);
  return {
    fingerprint: shown,
    wrap: (id, key) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, wrapping, nonce);
      cipher.setAAD(associated(id));
      const wrapped = Buffer.concat([
        Buffer.of(VERSION),
        nonce,
        cipher.update(key),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
      return { id, wrapped, master: shown };
    },
    unwrap: ({ id, wrapped, master }) => {
      if (master !== shown) throw new LiasseFailure('master-key-wrong', `wrapped by ${master}, not by ${shown}`);
      return unwrap(wrapped, wrapping, associated(id));
    },
  };
}

function unwrap(wrapped: Uint8Array, wrapping: Uint8Array, associated: Uint8Array): Uint8Array {
  const damaged = new LiasseFailure('sealed-damaged', 'a wrapped key');
  if (wrapped.length !== 1 + NONCE_BYTES + KEY_BYTES + TAG_BYTES || wrapped[0] !== VERSION) throw damaged;
  const decipher = createDecipheriv(CIPHER, wrapping, wrapped.subarray(1, 1 + NONCE_BYTES));
  decipher.setAAD(associated);
  decipher.setAuthTag(wrapped.subarray(-TAG_BYTES));
  const key = decipher.update(wrapped.subarray(1 + NONCE_BYTES, -TAG_BYTES));
  try {
    decipher.final();
  } catch {
    throw damaged;
  }
  return key;
}

function associated(id: string): Uint8Array {
  return Buffer.from(`liasse key ${VERSION} ${id}`, 'utf8');
}
