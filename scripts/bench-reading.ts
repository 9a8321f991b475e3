// How fast and how exactly Liasse reads, against what people use today, on the same files in one run.
// Needs from Debian: ocrmypdf, tesseract-ocr with the languages, poppler-utils; liteparse comes from the package registry.
// Run: node scripts/bench-reading.ts [--rounds 3] [--set french|languages] [--pages 12]
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EngineChoice } from '../src/app/choose-recognizer.ts';
import { createApp } from '../src/app/compose.ts';
import { characterErrorRate } from '../src/app/evaluation/compare-document.ts';
import { frenchStack, languageStack, type Stack } from './bench-reading/papers.ts';
import { bareTesseract, liasse, liteParse, ocrMyPdf, type Reader } from './bench-reading/rivals.ts';
import { scriptOptions } from './script-options.ts';

const { values } = scriptOptions({
  options: {
    rounds: { type: 'string', default: '3' },
    set: { type: 'string', default: 'french' },
    pages: { type: 'string', default: '12' },
  },
});
const folder = await mkdtemp(join(tmpdir(), 'liasse-bench-'));

/** The text that Liasse reads, which its output does not hold. */
async function liasseText({ path }: Stack, engine: EngineChoice): Promise<string> {
  const app = await createApp({ pipelineId: 'humanitarian-permit', engine, workers: 2, passwords: [] });
  const options = {
    paths: [path],
    asOf: '2026-11-23',
    language: 'en',
    signal: new AbortController().signal,
    onProgress: () => undefined,
  } as const;
  const documents = await Array.fromAsync(app.intake(options));
  await app.close();
  return documents.map(({ text }) => text).join('\n');
}

/** Names that Tesseract gives to the languages of the stack, as far as they are installed on this machine. */
function modelsOf(stack: Stack): string[] {
  const installed = execFileSync('tesseract', ['--list-langs'], { encoding: 'utf8' }).split('\n');
  const others: Readonly<Record<string, string>> = { zh: 'chi_sim', fa: 'fas', sr: 'srp' };
  const display = new Map(stack.languages.map((code) => [code, others[code] ?? threeLetters(code)]));
  const missing = [...display].filter(([, model]) => !installed.includes(model));
  if (missing.length > 0) console.log(`not installed for Tesseract: ${missing.map(([code]) => code).join(', ')}`);
  return [...display.values()].filter((model) => installed.includes(model));
}

/** ISO 639-3 of a two-letter code, as the model files are named. */
function threeLetters(code: string): string {
  const names =
    'ar:ara am:amh bg:bul bn:ben de:deu el:ell en:eng es:spa fr:fra hi:hin hy:hye it:ita ka:kat pl:pol ps:pus pt:por';
  const more = 'ro:ron ru:rus so:som sq:sqi ta:tam ti:tir tr:tur uk:ukr ur:urd vi:vie';
  return (
    new Map(`${names} ${more}`.split(' ').map((pair): [string, string] => [pair.slice(0, 2), pair.slice(3)])).get(
      code,
    ) ?? code
  );
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

const path = join(folder, `${values.set}.pdf`);
const stack = values.set === 'french' ? await frenchStack(path, Number(values.pages)) : await languageStack(path, 20);
const models = modelsOf(stack);
const text = await liasseText(stack, 'js');
const nativeText = await liasseText(stack, 'native');
const readers: Reader[] = [
  liasse(folder, text, '--engine', 'js'),
  liasse(folder, nativeText, '--engine', 'native'),
  ocrMyPdf(folder),
  await bareTesseract(folder, stack),
  await liteParse(folder),
];

console.log(`${stack.pages} pages in ${stack.languages.length} languages (${stack.languages.join(' ')})`);
const seconds = new Map(readers.map((reader): [string, number[]] => [reader.name, []]));
const errors = new Map<string, number>();
for (let round = 0; round < Number(values.rounds); round += 1) {
  for (const reader of readers) {
    const startedAt = performance.now();
    try {
      const read = await reader.read(stack, models);
      seconds.get(reader.name)?.push((performance.now() - startedAt) / 1000);
      errors.set(reader.name, characterErrorRate(read, stack.truth));
    } catch (error) {
      console.log(`${reader.name} failed: ${error instanceof Error ? error.message.slice(0, 200) : 'unknown'}`);
    }
  }
}
const [js = 0, native = 0] = readers.map(({ name }) => median(seconds.get(name) ?? []));
for (const [name, taken] of seconds) {
  const time = median(taken);
  const error = errors.get(name);
  console.log(
    `${name.padEnd(34)} ${time.toFixed(2).padStart(7)} s  (${taken.map((one) => one.toFixed(1)).join(' ')})  ` +
      `liasse js takes ${(js / time).toFixed(2)} ×, native ${(native / time).toFixed(2)} ×  character errors ${error === undefined ? '-' : `${(error * 100).toFixed(2)} %`}`,
  );
}
await rm(folder, { recursive: true, force: true });
