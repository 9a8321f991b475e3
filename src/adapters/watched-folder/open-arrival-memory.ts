import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { LiasseFailure } from '#domain/failure.ts';
import type { ArrivalMemory, KnownArrival } from '#ports/watched-folder.ts';
import { jsonOrNothing } from '../json-or-nothing.ts';
import { writeWhole } from '../write-whole.ts';
import { errorCode } from './error-code.ts';

/** One line of the file: hashes, sizes and times only, no name of anybody. */
const lineSchema = z.object({
  place: z.string(),
  version: z.string(),
  sha256: z.string(),
  isRejected: z.boolean(),
});

/** With more lines in vain than this, beside as many as there are places, the file is written anew. */
const LINES_IN_VAIN = 10_000;

/**
 * Remembers in a file of lines, the last one of a place in force. It is not synced: what a power cut takes away comes in once more and is known by its
 * bytes. Several processes may add to it. `isAnew`: nothing is known at first. Throws `home-not-writable`, `disk-full`.
 */
export async function openArrivalMemory(path: string, { isAnew = false } = {}): Promise<ArrivalMemory> {
  const lines = linesOf(await readFile(path, 'utf8').catch(() => ''));
  const remembered = new Map(lines.map(({ place, ...arrival }) => [place, arrival]));
  if (lines.length > 2 * remembered.size + LINES_IN_VAIN)
    await writable(() => writeWhole(path, [...remembered].map(([place, arrival]) => lineOf(place, arrival)).join('')));
  await writable(() => mkdir(dirname(path), { recursive: true, mode: 0o700 }));
  // A crash may have cut the last line off.
  let isFirst = true;
  const known = isAnew ? new Map<string, KnownArrival>() : remembered;
  return {
    find: (place) => known.get(hashOf(place)),
    remember: async (place, arrival) => {
      const key = hashOf(place);
      known.set(key, arrival);
      const line = `${isFirst ? '\n' : ''}${lineOf(key, arrival)}`;
      await writable(() => appendFile(path, line, { mode: 0o600 }));
      isFirst = false;
    },
  };
}

function lineOf(place: string, { version, sha256, isRejected }: KnownArrival): string {
  return `${JSON.stringify({ place, version, sha256, isRejected })}\n`;
}

function linesOf(text: string): z.infer<typeof lineSchema>[] {
  return text.split('\n').flatMap((line) => {
    const parsed = lineSchema.safeParse(jsonOrNothing(line));
    return parsed.success ? [parsed.data] : [];
  });
}

function hashOf(place: string): string {
  return createHash('sha256').update(place).digest('hex');
}

async function writable<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const code = errorCode(error);
    throw new LiasseFailure(code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'home-not-writable', code ?? '', {
      cause: error,
    });
  }
}
