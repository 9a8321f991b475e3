import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resourceUsage } from 'node:process';
import sharp from 'sharp';
import { exportDossier } from '#app/casework/dossier/export-dossier.ts';
import { keepingPlaces } from '#app/config.ts';
import { openKeeping } from '#app/keeping/open-keeping.ts';
import { printedPdf, readingOf, scannedPage, scannedPdf } from '../test/support/dossier-originals.ts';
import { type KeptPaper, keepPapers } from '../test/support/keep-papers.ts';

/**
 * What a dossier of 200 pages costs on this machine: `node scripts/bench-dossier.ts [more options of the export, as max-mb=10 light]`. The pages: 120 of scanned PDFs of
 * one to eight pages, 30 photos of 9 megapixels, 30 printed, 20 pictures that have to be stored anew. Prints seconds, CPU seconds and the highest memory of the process
 * that exports, and of the one that decodes.
 */
const CASE = 'bench';
/** Pages of each scanned file, 120 in all. */
const SCANS = [1, 2, 3, 5, 8, 1, 4, 8, 8, 6, 1, 2, 3, 5, 8, 8, 8, 8, 8, 8, 8, 7];
const PDF = 'application/pdf';
const LINES = 45;

async function prepare(home: string): Promise<void> {
  const keeping = await openKeeping(keepingPlaces({ LIASSE_HOME: home }));
  const papers: KeptPaper[] = [];
  const add = (name: string, bytes: Uint8Array, mediaType: string, pages: number): void => {
    const readings = Array.from({ length: pages }, (_, index) => readingOf(textOf(`${name} ${index}`), index + 1));
    papers.push({ name, bytes, mediaType, as: {}, pages: readings });
  };
  const scan = await scannedPage({ width: 1654, height: 2339, noise: 12 });
  const photo = await scannedPage({ width: 2600, height: 3464, noise: 30 });
  const picture = await sharp(scan).png().toBuffer();
  for (const [index, pages] of SCANS.entries()) {
    const scans = Array.from({ length: pages }, (_, page) => another(scan, `${index} ${page}`));
    add(`scan ${index}.pdf`, await scannedPdf(scans), PDF, pages);
  }
  for (let index = 0; index < 30; index += 1) add(`photo ${index}.jpg`, another(photo, `${index}`), 'image/jpeg', 1);
  for (let index = 0; index < 10; index += 1)
    add(`print ${index}.pdf`, await printedPdf([`Attestation ${index}`, 'Page deux', 'Page trois']), PDF, 3);
  for (let index = 0; index < 20; index += 1) add(`picture ${index}.png`, another(picture, `${index}`), 'image/png', 1);
  await keepPapers(keeping, CASE, papers);
  await keeping.close();
}

/** A page of words that no other page has: papers with the same words are copies, and left out. */
function textOf(name: string): string {
  return Array.from({ length: LINES }, (_, line) => {
    const words = createHash('sha256').update(`${name} ${line}`).digest('hex').match(/.{7}/g) ?? [];
    return `Ligne ${line} ${words.join(' ')} الشهادة`;
  }).join('\n');
}

/** The same picture as another file: what stands behind its end is not looked at. */
function another(picture: Buffer, name: string): Buffer {
  return Buffer.concat([picture, Buffer.from(name)]);
}

async function measure(home: string, options: readonly string[]): Promise<void> {
  const keeping = await openKeeping(keepingPlaces({ LIASSE_HOME: home }));
  const before = resourceUsage();
  const started = performance.now();
  const maxMb = options.find((option) => option.startsWith('max-mb='))?.slice('max-mb='.length);
  const { files } = await exportDossier(keeping, {
    ...{
      caseName: CASE,
      language: 'fr',
      pipelineId: 'humanitarian-permit',
      asOf: '2026-11-23',
      orderFile: undefined,
      isOnly: false,
    },
    ...{
      out: join(home, 'out'),
      passwords: [],
      isLight: options.includes('light'),
      signal: new AbortController().signal,
    },
    ...(maxMb === undefined ? {} : { maxMb: Number(maxMb) }),
    onPages: () => undefined,
  });
  const seconds = (performance.now() - started) / 1000;
  await keeping.close();
  const { userCPUTime, systemCPUTime, maxRSS } = resourceUsage();
  const pages = files.reduce((sum, file) => sum + file.pages, 0);
  const megabytes = files.reduce((sum, file) => sum + file.sizeBytes, 0) / 1e6;
  console.log(`${pages} pages in ${files.length} file(s), ${megabytes.toFixed(1)} MB`);
  console.log(
    `${seconds.toFixed(1)} s, ${((userCPUTime + systemCPUTime) / 1e6).toFixed(1)} s of CPU, at most ${Math.round(maxRSS / 1024)} MB (the database open: ${Math.round(before.maxRSS / 1024)} MB)`,
  );
}

const [home, ...options] = process.argv.slice(2);
if (home?.startsWith('/') === true) await measure(home, options);
else {
  const made = await mkdtemp(join(tmpdir(), 'liasse-bench-dossier-'));
  try {
    await prepare(made);
    const args = [process.argv[1] ?? '', made, ...process.argv.slice(2)];
    spawnSync(process.execPath, args, { stdio: 'inherit' });
  } finally {
    await rm(made, { recursive: true, force: true });
  }
}
