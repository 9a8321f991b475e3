import { createHash } from 'node:crypto';
import type { FilePart } from '#ports/file-opener.ts';

/** Texts as files that come in, by their names. */
export async function* fileParts(texts: Readonly<Record<string, string>>): AsyncGenerator<FilePart> {
  for (const [name, text] of Object.entries(texts)) yield filePart(name, text);
}

export function filePart(name: string, text: string): FilePart {
  const bytes = Buffer.from(text, 'utf8');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, sha256, mediaType: 'text/plain', sizeBytes: bytes.length, bytes: async () => bytes };
}
