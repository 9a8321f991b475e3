import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileTruthSchema } from '../../src/app/evaluation/truth.schema.ts';
import type { Capture, Entry, Paper } from '../fixtures/paper.schema.ts';
import { paperFiles, readPapers } from '../fixtures/read-papers.ts';
import type { SeededRandom } from '../fixtures/seeded-random.ts';
import { captureAnew, type Traits } from './draw-spread.ts';
import type { Lot } from './lots.ts';

/** A file that a run may take: printed already, or papers still to be printed. */
export interface Candidate extends Traits {
  readonly key: string;
  readonly from: { readonly folder: string } | { readonly papers: readonly Paper[]; readonly capture: Capture };
}

const SOURCES = join(import.meta.dirname, '../fixtures');
const COMMITTED = join(import.meta.dirname, '../../fixtures/documents');

/** All files that each lot could give. `random` draws the ways of capture of papers that are captured anew. */
export function candidatesOf(lot: Lot['id'], random: SeededRandom): Candidate[] {
  if (lot === 'fixtures') return committed();
  if (lot === 'unseen') return written(join(SOURCES, 'measuring-papers'), captureOf);
  const anew = (entry: Entry): Capture => captureAnew(papersOf(entry), random);
  if (lot === 'anew') return written(join(SOURCES, 'papers'), anew);
  const lots = join(SOURCES, 'fitting-papers');
  return readdirSync(lots)
    .sort()
    .flatMap((name) => written(join(lots, name), anew).map((one) => ({ ...one, key: `${name}-${one.key}` })));
}

function committed(): Candidate[] {
  return readdirSync(COMMITTED)
    .sort()
    .map((key) => {
      const folder = join(COMMITTED, key);
      const truth = fileTruthSchema.parse(JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')));
      const [first] = truth.documents;
      return {
        key,
        type: truth.documents.length > 1 ? 'several' : (first?.type ?? 'other'),
        language: first?.languages[0] ?? 'und',
        capture: truth.capture,
        from: { folder },
      };
    });
}

/** Papers of a folder of YAML, those of the demonstration left out. */
function written(folder: string, captured: (entry: Entry) => Capture): Candidate[] {
  return paperFiles(folder).flatMap((file) =>
    readPapers(folder, file)
      .filter(({ entry }) => entry.name === undefined)
      .map(({ entry, number }) => {
        const papers = papersOf(entry);
        const capture = captured(entry);
        return {
          key: `${file.replace('.yaml', '')}-${number}`,
          type: papers.length > 1 ? 'several' : (papers[0]?.type ?? 'other'),
          language: papers[0]?.lang ?? 'und',
          capture,
          from: { papers, capture },
        };
      }),
  );
}

function papersOf(entry: Entry): readonly Paper[] {
  return 'bundle' in entry ? entry.bundle : [entry];
}

function captureOf(entry: Entry): Capture {
  return 'bundle' in entry ? 'bundle' : entry.capture;
}
