// How well scans of several papers are cut, without reading anything again: the papers of a case that was read before are shuffled into scans of
// two to eight, now and then with blank backs, and cut. Every file of the folder must hold one paper or a bundle with its truth.json beside it.
// Run: LIASSE_HOME=… node scripts/measure-cutting.ts DIR CASE [SCANS] [SEED]; read the folder first with `liasse eval DIR --case CASE`.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createFolderPaperStore } from '../src/adapters/home-folder/create-folder-paper-store.ts';
import { casesFolder } from '../src/app/config.ts';
import { type CutComparison, compareCuts, cutFigures, type PageRange } from '../src/app/evaluation/compare-cuts.ts';
import { fileTruthSchema } from '../src/app/evaluation/truth.schema.ts';
import { loadPipeline } from '../src/app/load-pipeline.ts';
import { type CutDocument, createCutter } from '../src/cutting/create-cutter.ts';
import type { DocumentPage } from '../src/domain/page-reading.ts';
import { seededRandom } from '../src/learning/seeded-random.ts';

type Paper = readonly DocumentPage[];

const [folder = '', caseName = '', scans = '200', seed = '1'] = process.argv.slice(2);
const random = seededRandom(Number(seed));
const pipeline = await loadPipeline('humanitarian-permit');
const papers = await papersOf(folder);
const comparisons: CutComparison[] = [];
let proposed = 0;
let proposedRight = 0;
let pages = 0;
const started = process.cpuUsage();
for (let scan = 0; scan < Number(scans); scan += 1) measure(scanOf());
const spent = process.cpuUsage(started);
console.log(papers.length, 'papers', cutFigures(comparisons), { proposed, proposedRight });
console.log(((spent.user + spent.system) / 1000 / pages).toFixed(2), 'ms of processor time a page');

/** The pages of each paper as they were read. */
async function papersOf(dir: string): Promise<Paper[]> {
  const store = createFolderPaperStore(casesFolder());
  const found: Paper[] = [];
  for (const name of (await readdir(dir, { recursive: true })).filter((one) => one.endsWith('truth.json')).sort()) {
    const truth = fileTruthSchema.parse(JSON.parse(await readFile(join(dir, name), 'utf8')));
    const bytes = await readFile(join(dir, dirname(name), truth.file));
    const kept = await store.ofFile(caseName, createHash('sha256').update(bytes).digest('hex'));
    const read = kept.flatMap((paper) => paper.pages);
    for (const { pages: range } of truth.documents) {
      const own = read.filter(({ page }) => page >= range.from && page <= range.to);
      if (own.length > 0) found.push(own);
    }
  }
  return found;
}

/** Two to eight papers behind each other, numbered through; in every fourth scan a sheet's blank back follows papers of odd length. */
function scanOf(): { readonly pages: DocumentPage[]; readonly truth: PageRange[] } {
  const hasBacks = random() < 0.25;
  const all: DocumentPage[] = [];
  const truth: PageRange[] = [];
  for (let left = 2 + Math.floor(random() * 7); left > 0; left -= 1) {
    const paper = papers[Math.floor(random() * papers.length)] ?? [];
    const from = all.length + 1;
    for (const page of paper) all.push({ ...page, page: all.length + 1 });
    if (hasBacks && paper.length % 2 === 1) all.push(blankAfter(all));
    truth.push({ from, to: all.length });
  }
  return { pages: all, truth };
}

function blankAfter(before: readonly DocumentPage[]): DocumentPage {
  const last = before.at(-1);
  if (last === undefined) throw new Error('nothing before a blank page');
  const nothing = { lines: [], marks: [], languages: [], quality: null, confidence: 0 };
  return { ...last, ...nothing, page: before.length + 1, state: 'no-text', source: 'none' };
}

function measure(scan: ReturnType<typeof scanOf>): void {
  const cutter = createCutter(pipeline.cutting, pipeline.cues);
  const documents = [...scan.pages.flatMap((page) => cutter.push(page)), ...cutter.end()];
  const comparison = compareCuts(scan.truth, documents.map(rangeOf));
  if (comparison !== undefined) comparisons.push(comparison);
  const beginnings = new Set(scan.truth.map(({ from }) => from));
  for (const { page } of documents.flatMap((document) => document.proposed)) {
    proposed += 1;
    if (beginnings.has(page)) proposedRight += 1;
  }
  pages += scan.pages.length;
}

function rangeOf({ pages: own }: CutDocument): PageRange {
  return { from: own[0]?.page ?? 1, to: own.at(-1)?.page ?? 1 };
}
