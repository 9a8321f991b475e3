import { LiasseFailure } from '#domain/failure.ts';
import { createMasterKey, KEY_BYTES } from '../vault/create-master-key.ts';

const COMMENT = '#';

/**
 * The secret of a master key file: one line of 32 bytes as base64 (`openssl rand -base64 32`), lines that begin with `#` and empty ones aside.
 * Throws `master-key-malformed`, naming `where` it was read and never what.
 */
export function parseMasterKey(text: string, where: string): Uint8Array {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith(COMMENT));
  const [line = ''] = lines;
  if (lines.length !== 1) throw malformed(where, `${lines.length} lines hold a key`);
  const secret = Buffer.from(line, 'base64');
  // Base64 has spare bits at its end, and Node skips what is no base64: only what would be written the same was meant.
  if (secret.length !== KEY_BYTES || secret.toString('base64') !== line)
    throw malformed(where, 'not 32 bytes of base64');
  return secret;
}

/** A master key file of the secret. */
export function masterKeyText(secret: Uint8Array): string {
  return [
    '# Liasse: clé maîtresse / master key',
    '# Sans elle, rien de ce que Liasse garde ne peut être lu. Gardez-en une copie ailleurs : liasse keys backup',
    '# Without it nothing that Liasse keeps can be read. Keep a copy elsewhere: liasse keys backup',
    `# ${createMasterKey(secret).fingerprint}`,
    Buffer.from(secret).toString('base64'),
    '',
  ].join('\n');
}

function malformed(where: string, why: string): LiasseFailure {
  return new LiasseFailure('master-key-malformed', `${where}: ${why}`);
}
