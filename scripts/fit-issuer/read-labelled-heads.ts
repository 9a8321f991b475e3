import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { distance } from 'fastest-levenshtein';
import { createFolderPaperStore } from '../../src/adapters/home-folder/create-folder-paper-store.ts';
import { casesFolder } from '../../src/app/config.ts';
import { sameIssuer } from '../../src/app/evaluation/compare-document.ts';
import { type DocumentTruth, fileTruthSchema } from '../../src/app/evaluation/truth.schema.ts';
import type { Pipeline } from '../../src/definitions/pipeline.ts';
import type { KeptPaper } from '../../src/ports/paper-store.ts';
import { loadModel } from '../../src/stages/classify/score-by-model.ts';
import { weighEvidence } from '../../src/stages/classify/weigh-evidence.ts';
import { findLanguages } from '../../src/stages/detect-language/find-languages.ts';
import type { WeighedHead } from '../../src/stages/find-letterhead/choose-issuer.ts';
import { weighPages } from '../../src/stages/find-letterhead/read-letterhead.ts';
import { findLetterhead } from '../../src/stages/find-letterhead/stage.ts';
import { foldText } from '../../src/text/fold-text.ts';

/** What is weighed of a paper's letterhead, and what is true of it. */
export interface LabelledHead {
  readonly id: string;
  readonly weighed: WeighedHead;
  readonly isHeaded: boolean;
  readonly issuer: string | null;
  /** Indices of the candidates that name the issuer; empty when it was not read. */
  readonly right: ReadonlySet<number>;
}

interface Reader {
  readonly pipeline: Pipeline;
  readonly typeOf: (pages: KeptPaper['pages']) => { readonly id: string };
}

/** Every labelled document below the folder whose pages the case has kept. Papers that were cut otherwise are left out. */
export async function readLabelledHeads(folder: string, caseName: string, pipeline: Pipeline): Promise<LabelledHead[]> {
  const store = createFolderPaperStore(casesFolder());
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('truth.json')).sort();
  const model = loadModel(pipeline.classifierModel);
  const typeOf: Reader['typeOf'] = (pages) =>
    weighEvidence(
      pages,
      findLanguages(pages).map(({ code }) => code),
      { classification: pipeline.classification, cues: pipeline.cues, model },
    );
  const heads: LabelledHead[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const truth = fileTruthSchema.parse(JSON.parse(await readFile(path, 'utf8')));
    const bytes = await readFile(join(dirname(path), truth.file));
    const papers = await store.ofFile(caseName, createHash('sha256').update(bytes).digest('hex'));
    const id = dirname(name).split('/').at(-1) ?? name;
    for (const document of truth.documents) {
      const paper = papers.find(({ pages }) => coversExactly(pages, document));
      const head = paper === undefined ? undefined : labelledHead(id, paper, document, { pipeline, typeOf });
      if (head !== undefined) heads.push(head);
    }
  }
  return heads;
}

function coversExactly(pages: KeptPaper['pages'], { pages: { from, to } }: DocumentTruth): boolean {
  return pages[0]?.page === from && pages.at(-1)?.page === to;
}

function labelledHead(
  id: string,
  { pages }: KeptPaper,
  truth: DocumentTruth,
  { pipeline, typeOf }: Reader,
): LabelledHead | undefined {
  const page = pages.find(({ state }) => state === 'read');
  if (page === undefined) return undefined;
  // The type as it is found, not as it is: what is fitted must bear with its mistakes.
  const type = typeOf(pages).id;
  const rules = findLetterhead.selectRules(pipeline, {
    'document-pages': { pages },
    classify: { id: type, confidence: 1, alternatives: [], because: [] },
  });
  const { weighed } = weighPages(page, pages, type, rules);
  const { issuer } = truth;
  const right = rightOnes(
    weighed.candidates.map(({ candidate }) => candidate.text),
    issuer,
  );
  return { id, weighed, isHeaded: truth.letterhead, issuer, right };
}

/** A name with an office or an address after it will do only where the bare name was not found. */
const CLOSE = 0.15;

function rightOnes(names: readonly string[], issuer: string | null): ReadonlySet<number> {
  if (issuer === null) return new Set();
  const all = names.flatMap((name, at) => (sameIssuer(name, issuer) ? [at] : []));
  const truth = foldText(issuer);
  const close = all.filter((at) => {
    const name = foldText(names[at] ?? '');
    return distance(name, truth) <= CLOSE * Math.max(name.length, truth.length);
  });
  return new Set(close.length > 0 ? close : all);
}
