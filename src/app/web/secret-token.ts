import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** A secret that is shown once, in letters that fit an address, and the hash by which it is known again. */
export function makeToken(prefix = ''): { readonly token: string; readonly hash: string } {
  const token = `${prefix}${randomBytes(TOKEN_BYTES).toString('base64url')}`;
  return { token, hash: tokenHash(token) };
}

/** SHA-256: the secret is random and long, so nothing slower is needed. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}
