// Reads files with OCRmyPDF, a process a file, as many at once as there are cores: a process of its own, so that what it takes can be watched.
// Its options are those of an archive that people run today (skip what has text, turn, straighten), without what only makes the PDF finer.
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type OcrJob, type OcrReading, ocrJobSchema } from './ocr-job.schema.ts';

const run = promisify(execFile);
const QUIET = { maxBuffer: 1 << 28 } as const;
/** It stands in the text where a page was left as it is, since it has a text layer. */
const LEFT_OUT = '[OCR skipped';
/** Seconds a page; the usual three minutes are not enough for all languages on a machine with other work. */
const PATIENCE = '900';
const TOLD_EVERY = 20;

async function readOne({ id, path, models }: OcrJob['files'][number], scratch: string): Promise<OcrReading> {
  const [sidecar, output] = [join(scratch, `${id}.txt`), join(scratch, `${id}.pdf`)];
  const manners = [
    '--skip-text',
    '--rotate-pages',
    '--deskew',
    '--optimize',
    '0',
    '--output-type',
    'pdf',
    '--tesseract-timeout',
    PATIENCE,
  ];
  // A photo states no resolution, and is refused without one.
  const resolution = path.endsWith('.jpg') ? ['--image-dpi', '200'] : [];
  const args = ['-l', models.join('+'), '--jobs', '1', '--quiet', ...manners, ...resolution, '--sidecar', sidecar];
  try {
    await run('ocrmypdf', [...args, path, output], QUIET);
    const text = await readFile(sidecar, 'utf8');
    if (!text.includes(LEFT_OUT)) return { id, text, failed: false };
    return { id, text: (await run('pdftotext', [output, '-'], QUIET)).stdout, failed: false };
  } catch {
    return { id, text: '', failed: true };
  }
}

const job = ocrJobSchema.parse(JSON.parse(await readFile(process.argv[2] ?? '', 'utf8')));
const readings: OcrReading[] = [];
const queue = job.files.entries();
let done = 0;
const work = async (): Promise<void> => {
  for (const [index, file] of queue) {
    readings[index] = await readOne(file, job.scratch);
    done += 1;
    if (done % TOLD_EVERY === 0) process.stderr.write(`  ${done}/${job.files.length} files\n`);
  }
};
await Promise.all(Array.from({ length: job.atOnce }, work));
await writeFile(job.result, JSON.stringify(readings));
