import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from './error-code.ts';
import { freePath } from './free-path.ts';

/** Writes a text under that path or a free one like it; not again when it is there already. */
export async function leaveNote(text: string, wanted: string): Promise<void> {
  await mkdir(dirname(wanted), { recursive: true });
  await freePath(wanted, async (path) => {
    try {
      const file = await open(path, 'wx');
      await file.writeFile(text).finally(() => file.close());
    } catch (error) {
      if (errorCode(error) === 'EEXIST' && (await readFile(path, 'utf8')) === text) return;
      throw error;
    }
  });
}
