import { createForgetfulArtifactStore } from '#adapters/artifact-stores/create-forgetful-artifact-store.ts';
import { installedModels } from '#adapters/tesseract-models/installed-models.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import type { Decision } from '#domain/decisions.ts';
import { decisionsInForce, isAboutPages } from '#domain/decisions-in-force.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import type { KeptFile } from '#ports/kept-files.ts';
import type { JudgedDocument, JudgedUnder, KeptDocument } from '#ports/kept-results.ts';
import { modelPlaces } from '../config.ts';
import { cutBy, judgedBy } from '../keeping/judged-by.ts';
import type { Keeping } from '../keeping/open-keeping.ts';
import { pagesOf } from '../keeping/pages-of.ts';
import { asJudged } from '../keeping/process-received.ts';
import { createModelAdvice } from '../model-advice.ts';
import { noReadingTools } from '../no-reading-tools.ts';
import { judgePages, type ProcessedDocument } from '../process-file.ts';

/** Whoever decides while this judges does the same afterwards; more often than this it never takes. */
const MOST_TIMES = 8;

/**
 * Judges a paper where it lies, by all decisions about it, and puts the answer in force: its record, or undefined when it is there no more. What was decided
 * meanwhile by somebody else holds too, whoever is last; when that was a cut, the whole file is judged.
 */
export async function judgePlace(
  keeping: Keeping,
  place: KeptDocument,
  pipeline: Pipeline,
): Promise<ProcessedDocument['record'] | undefined> {
  const file = await keeping.files.find(place.fileId);
  if (file?.sha256 == null) return undefined;
  const { sha256 } = file;
  const about = () => keeping.decisions.about({ documents: [place.id], sha256 });
  const under = { ...place, judgedBy: judgedBy(pipeline) };
  const range = { fileId: file.id, from: place.pageFrom, to: place.pageTo };
  const pages = await pagesOf(keeping.pages, sha256, place);
  const cutsAtFirst = (await about()).filter(({ decision }) => isAboutPages(decision)).length;
  for (let time = 0; time < MOST_TIMES; time += 1) {
    const known = await about();
    const decisions = asOneDocument(
      known.map(({ decision }) => decision),
      sha256,
      pages,
    );
    const judged = await judge(keeping, { file, pages, pipeline, under }, decisions);
    await keeping.results.replace(range, await keptForms(keeping, judged), under);
    const since = await about();
    if (since.filter(({ decision }) => isAboutPages(decision)).length > cutsAtFirst) {
      await judgeWholeFile(keeping, file.id, pipeline);
      return judged[0]?.record;
    }
    if (since.length === known.length) return judged[0]?.record;
  }
  return undefined;
}

/** Judges all pages of a file again, cut as decided; what came of it is in force. */
export async function judgeWholeFile(
  keeping: Keeping,
  fileId: string,
  pipeline: Pipeline,
): Promise<ProcessedDocument['record'][]> {
  const file = await keeping.files.find(fileId);
  if (file?.sha256 == null) return [];
  const documents = await keeping.results.ofFile(fileId);
  const [first] = documents;
  if (first === undefined) return [];
  const pages: DocumentPage[] = [];
  for (const document of documents) pages.push(...(await pagesOf(keeping.pages, file.sha256, document)));
  const under = { ...first, judgedBy: judgedBy(pipeline), cutBy: cutBy(pipeline) };
  const range = { fileId, from: 1, to: file.pageCount ?? pages.length };
  let [judged, known]: [ProcessedDocument[], number] = [[], -1];
  for (let time = 0; time < MOST_TIMES; time += 1) {
    const decisions = await keeping.decisions.all();
    if (decisions.length === known) break;
    known = decisions.length;
    judged = await judge(keeping, { file, pages, pipeline, under }, decisions);
    await keeping.results.replace(range, await keptForms(keeping, judged), under);
  }
  return judged.map(({ record }) => record);
}

/** The decisions about documents, and none that would cut these pages: they are one document as they stand. */
function asOneDocument(decisions: readonly Decision[], sha256: string, pages: readonly DocumentPage[]): Decision[] {
  const about = decisions.filter((decision) => !isAboutPages(decision));
  return [...about, ...pages.slice(1).map(({ page }): Decision => ({ kind: 'join', at: '', sha256, page }))];
}

interface PagesToJudge {
  readonly file: KeptFile;
  readonly pages: readonly DocumentPage[];
  readonly pipeline: Pipeline;
  readonly under: JudgedUnder;
}

async function judge(
  keeping: Keeping,
  { file, pages, pipeline, under }: PagesToJudge,
  decisions: readonly Decision[],
): Promise<ProcessedDocument[]> {
  const { name, sha256, mediaType, pageCount, copyOf } = file;
  if (sha256 === null || mediaType === null) return [];
  const models = installedModels(modelPlaces()).map(({ id }) => id);
  const origin = {
    file: name,
    sha256,
    mediaType,
    pageCount: pageCount ?? pages.length,
    pipeline: { id: pipeline.id, version: pipeline.version },
  };
  const context = {
    environment: {
      tools: noReadingTools(),
      pipeline,
      store: createForgetfulArtifactStore(),
      signal: new AbortController().signal,
      observer: { onStage: () => undefined },
      inFlight: new Map(),
    },
    language: 'fr' as const,
    advice: createModelAdvice(pipeline.reading, models),
    decisions: decisionsInForce(decisions),
    onPaper: (paper: { readonly digest: string; readonly pages: readonly DocumentPage[] }) =>
      keeping.pages.save(sha256, paper.digest, paper.pages),
  };
  return Array.fromAsync(judgePages(pages, origin, { name, sha256, duplicateOf: copyOf, asOf: under.asOf }, context));
}

function keptForms(keeping: Keeping, judged: readonly ProcessedDocument[]): Promise<JudgedDocument[]> {
  return Promise.all(judged.map((document) => asJudged(document, keeping)));
}
