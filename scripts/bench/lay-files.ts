import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { fileTruthSchema } from '../../src/app/evaluation/truth.schema.ts';
import { renderEntry } from '../fixtures/render-entry.ts';
import type { Candidate } from './candidates.ts';

/** A file of a run with its truth beside it. */
export interface LaidFile {
  /** Name of its folder in the lot's, as `liasse eval` tells it. */
  readonly id: string;
  readonly path: string;
  readonly pages: number;
  readonly truth: ReturnType<typeof fileTruthSchema.parse>;
}

interface Laying {
  readonly folder: string;
  /** Where printed papers are kept. */
  readonly kept: string;
  readonly seed: string;
  /** Undefined: only what is printed already can be laid. */
  readonly printer: Browser | undefined;
  readonly onFile: () => void;
}

const AS_OF = '2026-11-23';
const AT_ONCE = 2;

/** Lays the files of a lot into a folder, each in a folder of its own; prints those that are not printed yet. */
export async function layFiles(candidates: readonly Candidate[], laying: Laying): Promise<LaidFile[]> {
  const laid: LaidFile[] = [];
  const queue = candidates.entries();
  const work = async (): Promise<void> => {
    for (const [index, candidate] of queue) {
      const id = String(index + 1).padStart(4, '0');
      const target = join(laying.folder, id);
      await cp(await printedFolder(candidate, laying), target, { recursive: true });
      const truth = fileTruthSchema.parse(JSON.parse(await readFile(join(target, 'truth.json'), 'utf8')));
      const pages = Math.max(...truth.documents.map((document) => document.pages.to));
      laid[index] = { id, path: join(target, truth.file), pages, truth };
      laying.onFile();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return laid;
}

async function printedFolder({ key, from }: Candidate, { kept, seed, printer }: Laying): Promise<string> {
  if ('folder' in from) return from.folder;
  // The same words, capture and seed give the same pixels, whatever the paper's number is.
  const name = createHash('sha256')
    .update(JSON.stringify([key, from, seed]))
    .digest('hex')
    .slice(0, 24);
  const folder = join(kept, name);
  if (await stat(join(folder, 'truth.json')).catch(() => undefined)) return folder;
  if (printer === undefined) throw new Error('a paper to be printed, and no browser');
  const rendered = await renderEntry(printer, from.papers, {
    capture: from.capture,
    seed: `${key} ${seed}`,
    asOf: AS_OF,
  });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `input.${rendered.extension}`), rendered.bytes);
  // The truth last: it says that the file is whole.
  await writeFile(join(folder, 'truth.json'), JSON.stringify(rendered.truth));
  return folder;
}
