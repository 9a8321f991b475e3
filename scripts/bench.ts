/**
 * The public benchmark: how often Liasse is right on invented papers, by what its makers have seen of them, and how the tools that people use today
 * do on the same files. Processor only, nothing from the network. Writes docs/benchmark.md. Run: npm run bench [-- --help]
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTesseract } from '../src/adapters/tesseract-native/find-tesseract.ts';
import { LIASSE_VERSION } from '../src/app/liasse-version.ts';
import { type Candidate, candidatesOf } from './bench/candidates.ts';
import { drawSpread } from './bench/draw-spread.ts';
import { type LaidFile, layFiles } from './bench/lay-files.ts';
import { LOTS, type Lot, sharesOf } from './bench/lots.ts';
import { describeMachine, versionOf } from './bench/machine.ts';
import { measureLiasse } from './bench/measure-liasse.ts';
import { measureYardstick, type YardstickRun } from './bench/measure-yardstick.ts';
import { type BenchOptions, parseOptions, USAGE } from './bench/options.ts';
import { type LotResult, pagesOf, perPage, type RunSetting, type YardstickResult } from './bench/results.ts';
import { languagesWithoutModel } from './bench/tesseract-models.ts';
import { writeReport } from './bench/write-report.ts';
import { findYardstickTools, YARDSTICK_PACKAGES, type YardstickTools } from './bench/yardstick-tools.ts';
import { launchPrinter, missingPrintingTools } from './fixtures/printing-tools.ts';
import { createSeededRandom } from './fixtures/seeded-random.ts';

const startedAt = performance.now();

function tell(text: string): void {
  console.error(`[${((performance.now() - startedAt) / 60_000).toFixed(1)} min] ${text}`);
}

/** The files of each lot that this run takes. Without a browser only what is printed already. */
function drawLots(options: BenchOptions, canPrint: boolean): Map<Lot, Candidate[]> {
  const lots = LOTS.filter(({ id }) => canPrint || id === 'fixtures');
  const random = createSeededRandom(`bench ${options.seed}`);
  const candidates = new Map(lots.map((lot) => [lot.id, candidatesOf(lot.id, random)]));
  const available = (id: Lot['id']): number => candidates.get(id)?.length ?? 0;
  const counts = sharesOf(options.papers, {
    unseen: available('unseen'),
    fixtures: available('fixtures'),
    anew: available('anew'),
    fitted: available('fitted'),
  });
  return new Map(lots.map((lot) => [lot, drawSpread(candidates.get(lot.id) ?? [], counts[lot.id], random)]));
}

async function layLots(drawn: Map<Lot, Candidate[]>, options: BenchOptions, scratch: string) {
  const isToPrint = [...drawn.keys()].some(({ id }) => id !== 'fixtures');
  const printer = isToPrint ? await launchPrinter(options.browser) : undefined;
  const all = [...drawn.values()].reduce((sum, { length }) => sum + length, 0);
  let done = 0;
  const onFile = (): void => {
    done += 1;
    if (done % 25 === 0) tell(`${done}/${all} files laid out`);
  };
  const laid = new Map<Lot, LaidFile[]>();
  try {
    for (const [lot, candidates] of drawn) {
      const kept = options.lots ?? join(scratch, 'printed');
      laid.set(
        lot,
        await layFiles(candidates, { folder: join(scratch, lot.id), kept, seed: options.seed, printer, onFile }),
      );
    }
  } finally {
    await printer?.close();
  }
  return laid;
}

async function readLot(
  lot: Lot,
  files: readonly LaidFile[],
  { engine }: BenchOptions,
  scratch: string,
): Promise<LotResult> {
  tell(`Liasse reads “${lot.title}”, ${files.length} files, ${pagesOf(files)} pages`);
  return { lot, files, ...(await measureLiasse(join(scratch, lot.id), { engine, scratch })) };
}

/** Files of one document each that the yardstick is tried on: of the first lot, which nobody has seen where it could be printed. */
function yardstickFiles({ files }: LotResult, { seed, 'yardstick-papers': count }: BenchOptions): LaidFile[] {
  const single = files.flatMap((file) => {
    const [document, second] = file.truth.documents;
    if (document === undefined || second !== undefined) return [];
    return [{ file, type: document.type, language: document.languages[0] ?? 'und', capture: file.truth.capture }];
  });
  return drawSpread(single, count, createSeededRandom(`yardstick ${seed}`)).map(({ file }) => file);
}

/** The yardstick's runs, the cheaper one first; what is known is given out after each. */
async function* compare(
  result: LotResult,
  options: BenchOptions,
  { tools, scratch }: { readonly tools: YardstickTools; readonly scratch: string },
): AsyncGenerator<YardstickResult> {
  const files = yardstickFiles(result, options);
  const ids = new Set(files.map(({ id }) => id));
  const languages = [...new Set(files.flatMap(({ truth }) => truth.documents.flatMap((one) => one.languages)))];
  const runs: YardstickRun[] = [];
  for (const telling of ['right', 'all'] as const) {
    const told = telling === 'all' ? `all ${languages.length} languages` : 'the right language of each';
    tell(`OCRmyPDF reads ${files.length} files, told ${told}`);
    runs.push(await measureYardstick(files, telling, { tools, scratch }));
    yield {
      lot: result.lot,
      files,
      liasse: result.evaluation.comparisons.filter(({ id }) => ids.has(id)),
      liasseUse: perPage([result.use], pagesOf(result.files)),
      runs: runs.toReversed(),
      languages,
      withoutModel: languagesWithoutModel(languages, tools.models),
    };
  }
}

async function versionsOf(options: BenchOptions, tools: YardstickTools | undefined): Promise<string[]> {
  const isNative = options.engine !== 'js' && findTesseract(process.env['PATH'] ?? '').length > 0;
  const native = await versionOf('tesseract', '--version');
  const engine = isNative ? `native Tesseract (${native ?? 'unknown'})` : 'tesseract.js';
  const chromium = await versionOf(options.browser, '--version');
  return [
    `Liasse ${LIASSE_VERSION}, read by ${engine} with the models that come along`,
    `Node ${process.version}`,
    ...(chromium === undefined ? [] : [`papers printed by ${chromium}`]),
    ...(tools?.versions ?? []),
  ];
}

async function settingOf(options: BenchOptions, tools: YardstickTools | undefined): Promise<RunSetting> {
  return {
    day: new Date().toISOString().slice(0, 10),
    command: ['npm run bench', ...(process.argv.length > 2 ? ['--', ...toldOptions()] : [])].join(' '),
    seed: options.seed,
    machine: describeMachine(),
    versions: await versionsOf(options, tools),
    minutes: Math.round((performance.now() - startedAt) / 60_000),
  };
}

async function main(options: BenchOptions): Promise<void> {
  const missing = missingPrintingTools(options.browser);
  if (missing !== undefined) tell(`only the committed fixtures are measured: ${missing}`);
  const tools = options['only-liasse'] ? undefined : await findYardstickTools();
  if (tools === undefined && !options['only-liasse']) tell(`no yardstick: ${YARDSTICK_PACKAGES}`);
  const scratch = await mkdtemp(join(tmpdir(), 'liasse-bench-'));
  try {
    const laid = await layLots(drawLots(options, missing === undefined), options, scratch);
    const lots: LotResult[] = [];
    let yardstick: YardstickResult | undefined;
    const write = async (): Promise<void> => {
      await writeFile(options.out, writeReport(await settingOf(options, tools), lots, yardstick));
      tell(`written: ${options.out}`);
    };
    // Written whenever there is more to say, what matters most first: a run that is cut short is worth what it has.
    for (const [lot, files] of laid) {
      const result = await readLot(lot, files, options, scratch);
      lots.push(result);
      await write();
      if (lots.length > 1 || tools === undefined) continue;
      for await (const compared of compare(result, options, { tools, scratch })) {
        yardstick = compared;
        await write();
      }
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** The options as they were given, without paths: those tell of the machine. */
function toldOptions(): string[] {
  const args = process.argv.slice(2);
  const isPath = (argument: string | undefined): boolean => ['--out', '--lots', '--browser'].includes(argument ?? '');
  return args.filter((argument, index) => !isPath(argument) && !isPath(args[index - 1]));
}

try {
  const options = parseOptions(process.argv.slice(2));
  if (options === undefined) console.log(USAGE);
  else await main(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
