import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Stack } from './papers.ts';

const run = promisify(execFile);
const QUIET = { maxBuffer: 512 * 1024 * 1024 } as const;

/** A program that reads a PDF file of scans to text. */
export interface Reader {
  readonly name: string;
  /** Reads the whole stack; returns its text. What takes place here is timed, from start of the process to its end. */
  read(stack: Stack, models: readonly string[]): Promise<string>;
}

/** OCRmyPDF as its users run it: two jobs, the languages listed, text beside the file. */
export function ocrMyPdf(folder: string): Reader {
  return {
    name: 'ocrmypdf --jobs 2',
    read: async ({ path }, models) => {
      const sidecar = join(folder, 'ocrmypdf.txt');
      const args = ['-l', models.join('+'), '--jobs', '2', '--sidecar', sidecar, '--quiet'];
      await run('ocrmypdf', [...args, path, join(folder, 'ocrmypdf.pdf')], QUIET);
      return readFile(sidecar, 'utf8');
    },
  };
}

/** Bare Tesseract, a process a page, two at a time, on the scans as they are stored in the file; pulling them out is not timed. */
export async function bareTesseract(folder: string, stack: Stack): Promise<Reader> {
  const images = join(folder, 'tesseract');
  await mkdir(images, { recursive: true });
  await run('pdfimages', ['-all', stack.path, join(images, 'page')]);
  const names = (await readdir(images)).sort();
  return {
    name: 'tesseract, two at a time',
    read: async (_stack, models) => {
      const texts: string[] = [];
      const queue = names.entries();
      const work = async (): Promise<void> => {
        for (const [index, name] of queue) {
          const environment = { ...process.env, OMP_THREAD_LIMIT: '1' };
          const args = [join(images, name), '-', '-l', models.join('+')];
          texts[index] = (await run('tesseract', args, { ...QUIET, env: environment })).stdout;
        }
      };
      await Promise.all([work(), work()]);
      return texts.join('\n');
    },
  };
}

/** `@llamaindex/liteparse`, installed from the package registry into a folder of its own. */
export async function liteParse(folder: string): Promise<Reader> {
  const home = join(folder, 'liteparse');
  await mkdir(home, { recursive: true });
  await writeFile(join(home, 'package.json'), '{"private":true}');
  await run('npm', ['install', '--no-audit', '--no-fund', '@llamaindex/liteparse'], { cwd: home });
  return {
    name: 'liteparse',
    read: async ({ path }, models) => {
      const output = join(folder, 'liteparse.txt');
      const args = ['parse', '--quiet', '--ocr-language', models.join('+'), '-o', output, path];
      // Without models on the machine it fetches its own from the network; the same ones as the others read with are given to it.
      const environment = { ...process.env, TESSDATA_PREFIX: await tessdataFolder() };
      await run(join(home, 'node_modules/.bin/lit'), args, { ...QUIET, env: environment });
      return readFile(output, 'utf8');
    },
  };
}

/** Liasse as its users run it: reading, understanding and judging, one JSON line a document. `text` is read apart, untimed. */
export function liasse(folder: string, text: string, ...options: readonly string[]): Reader {
  return {
    name: ['liasse intake', ...options].join(' '),
    read: async ({ path }) => {
      const args = [join(import.meta.dirname, '../../bin/liasse.js'), 'intake', path, '--workers', '2'];
      await run(process.execPath, [...args, ...options, '--json', join(folder, 'liasse.ndjson')], QUIET);
      return text;
    },
  };
}

/** Where the Tesseract of this machine keeps its models: the line it prints above their list. */
async function tessdataFolder(): Promise<string> {
  const { stdout } = await run('tesseract', ['--list-langs']);
  return /"(.+?)\/?"/.exec(stdout)?.[1] ?? '';
}
