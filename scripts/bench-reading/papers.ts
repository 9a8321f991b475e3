import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { fileTruthSchema } from '../../src/app/evaluation/truth.schema.ts';

/** Scans put together into one PDF file, and what is printed on its pages. */
export interface Stack {
  readonly path: string;
  readonly pages: number;
  /** Text of all pages, page after page. */
  readonly truth: string;
  readonly languages: readonly string[];
}

interface Scan {
  readonly path: string;
  readonly language: string;
  readonly text: string;
}

const documents = join(import.meta.dirname, '../../fixtures/documents');

/** French papers of one page as grey scans, 200 dots an inch, in one file. */
export async function frenchStack(path: string, pages: number): Promise<Stack> {
  const scans = (await greyScans()).filter(({ language }) => language === 'fr');
  return stack(path, scans.slice(0, pages));
}

/** One grey scan a language, as many languages as asked for. */
export async function languageStack(path: string, languages: number): Promise<Stack> {
  const first = new Map<string, Scan>();
  for (const scan of await greyScans()) if (!first.has(scan.language)) first.set(scan.language, scan);
  return stack(path, [...first.values()].slice(0, languages));
}

async function greyScans(): Promise<Scan[]> {
  const scans: Scan[] = [];
  for (const name of (await readdir(documents)).filter((one) => one.endsWith('-grey-scan')).sort()) {
    const truth = fileTruthSchema.parse(JSON.parse(await readFile(join(documents, name, 'truth.json'), 'utf8')));
    const [document, ...others] = truth.documents;
    const [language, second] = document?.languages ?? [];
    const isOnePage = others.length === 0 && document?.pages.from === document?.pages.to;
    if (!isOnePage || document?.text == null || language === undefined || second !== undefined) continue;
    scans.push({ path: join(documents, name, truth.file), language, text: document.text });
  }
  return scans.filter(({ path }) => path.endsWith('.pdf'));
}

async function stack(path: string, scans: readonly Scan[]): Promise<Stack> {
  const whole = await PDFDocument.create();
  for (const scan of scans) {
    const one = await PDFDocument.load(await readFile(scan.path));
    for (const page of await whole.copyPages(one, one.getPageIndices())) whole.addPage(page);
  }
  await writeFile(path, await whole.save());
  return {
    path,
    pages: whole.getPageCount(),
    truth: scans.map(({ text }) => text).join('\n'),
    languages: [...new Set(scans.map(({ language }) => language))],
  };
}
