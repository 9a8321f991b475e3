import { basename, dirname, extname, join } from 'node:path';
import { errorCode } from './error-code.ts';

/** Names tried before giving up: nobody has as many papers of one name. */
const MOST_TWINS = 10_000;
const LONGEST_NAME_BYTES = 255;

/**
 * Calls `place` with the path, then with `name (2).pdf` and so on as long as it throws EEXIST; the path that was free. Other errors are thrown on.
 * `place` must itself refuse to overwrite: whether a name is free is not known before it is used.
 */
export async function freePath(wanted: string, place: (path: string) => Promise<void>): Promise<string> {
  for (let twin = 1; twin <= MOST_TWINS; twin += 1) {
    const path = twin === 1 ? wanted : join(dirname(wanted), twinName(basename(wanted), twin));
    try {
      await place(path);
      return path;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
  throw new Error('too many files of one name');
}

/** `scan.pdf` → `scan (2).pdf`; a name too long for a folder loses its last letters, never half a letter. */
function twinName(name: string, twin: number): string {
  const ending = ` (${twin})${extname(name)}`;
  const letters = [...basename(name, extname(name))];
  while (Buffer.byteLength(letters.join('')) + Buffer.byteLength(ending) > LONGEST_NAME_BYTES) letters.pop();
  return `${letters.join('')}${ending}`;
}
