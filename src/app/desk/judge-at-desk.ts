import { createForgetfulArtifactStore } from '#adapters/artifact-stores/create-forgetful-artifact-store.ts';
import { installedModels } from '#adapters/tesseract-models/installed-models.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import type { Decision } from '#domain/decisions.ts';
import { decisionsInForce, isAboutPages } from '#domain/decisions-in-force.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { presentArtifact } from '#engine/board.ts';
import type { KeptFile } from '#ports/kept-files.ts';
import type { JudgedDocument, JudgedUnder, KeptDocument } from '#ports/kept-results.ts';
import { documentText } from '#text/line-text.ts';
import { buildRecord } from '../build-record.ts';
import { modelPlaces } from '../config.ts';
import { cutBy, judgedBy } from '../keeping/judged-by.ts';
import type { Keeping } from '../keeping/open-keeping.ts';
import { pagesOf } from '../keeping/pages-of.ts';
import { asJudged } from '../keeping/process-received.ts';
import { createModelAdvice, type ModelAdvice } from '../model-advice.ts';
import { noReadingTools } from '../no-reading-tools.ts';
import { type DocumentEnvironment, earlierBoard, processDocument } from '../process-document.ts';
import { judgePages, type ProcessedDocument } from '../process-file.ts';
import { originOf } from '../reprocessing/judge-again.ts';

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
): Promise<DocumentRecord | undefined> {
  const file = await keeping.files.find(place.fileId);
  if (file?.sha256 == null) return undefined;
  const { sha256 } = file;
  const under = { ...place, judgedBy: judgedBy(pipeline) };
  const pages = await pagesOf(keeping.pages, sha256, place);
  const decided = async (): Promise<Decision[]> => {
    const known = await keeping.decisions.about({ documents: [place.id], sha256 });
    return known.map(({ decision }) => decision);
  };
  for (let time = 0; time < MOST_TIMES; time += 1) {
    const decisions = await decided();
    const toJudge = { file, pages, pipeline, under };
    const judged = await judgeAsCut(keeping, { ...toJudge, place }, asOneDocument(decisions, sha256, pages));
    if (judged === undefined) return undefined;
    const isInForce = await keeping.results.replace([place], [await asJudged(judged, keeping)], under);
    if (!isInForce) {
      await judgeWholeFile(keeping, file.id, pipeline);
      return judged.record;
    }
    if ((await decided()).length === decisions.length) return judged.record;
  }
  return undefined;
}

/** Judges all pages of a file again, cut as decided; what came of it is in force. */
export async function judgeWholeFile(keeping: Keeping, fileId: string, pipeline: Pipeline): Promise<DocumentRecord[]> {
  const file = await keeping.files.find(fileId);
  if (file?.sha256 == null) return [];
  for (let time = 0; time < MOST_TIMES; time += 1) {
    const decisions = await keeping.decisions.all();
    const documents = await keeping.results.ofFile(fileId);
    const [first] = documents;
    if (first === undefined) return [];
    const pages: DocumentPage[] = [];
    for (const document of documents) pages.push(...(await pagesOf(keeping.pages, file.sha256, document)));
    const under = { ...first, judgedBy: judgedBy(pipeline), cutBy: cutBy(pipeline) };
    const judged = await judge(keeping, { file, pages, pipeline, under }, decisions);
    const isInForce = await keeping.results.replace(documents, await keptForms(keeping, judged), under);
    if (isInForce && (await keeping.decisions.all()).length === decisions.length)
      return judged.map(({ record }) => record);
  }
  return [];
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

/** Judges a paper as it was cut: only the stages that see something new, and what was said of its cut stays. */
async function judgeAsCut(
  keeping: Keeping,
  { place, ...toJudge }: PagesToJudge & { readonly place: KeptDocument },
  decisions: readonly Decision[],
): Promise<ProcessedDocument | undefined> {
  const { judgement, keys, pageFrom, pageTo } = place;
  const { artifacts: found, record: was } = judgement;
  const { pages, pipeline, under } = toJudge;
  // One that failed is tried from the beginning.
  if (found === null) return (await judge(keeping, toJudge, decisions))[0];
  const seeds = {
    pages: presentArtifact({ pages: [...pages] }),
    proposedCuts: found['proposed-cuts'],
    facts: { ...found['run-facts'], asOf: under.asOf },
    decisions: decisionsInForce(decisions).about(place.id),
  };
  const judged = await processDocument(seeds, environmentOf(pipeline), earlierBoard(found, keys));
  const record = buildRecord(originOf(was, pipeline), judged.artifacts, {
    language: 'fr',
    markThreshold: pipeline.flags.thresholds.mark,
    advice: adviceFor(pipeline),
    cuts: { cut: was.cut, proposedCuts: was.proposedCuts },
  });
  return { record, ...judged, text: documentText({ pages }), pages: { from: pageFrom, to: pageTo } };
}

async function judge(
  keeping: Keeping,
  { file, pages, pipeline, under }: PagesToJudge,
  decisions: readonly Decision[],
): Promise<ProcessedDocument[]> {
  const { name, sha256, mediaType, pageCount, copyOf } = file;
  if (sha256 === null || mediaType === null) return [];
  const origin = {
    file: name,
    sha256,
    mediaType,
    pageCount: pageCount ?? pages.length,
    pipeline: { id: pipeline.id, version: pipeline.version },
  };
  const context = {
    environment: environmentOf(pipeline),
    language: 'fr' as const,
    advice: adviceFor(pipeline),
    decisions: decisionsInForce(decisions),
    onPaper: (paper: { readonly digest: string; readonly pages: readonly DocumentPage[] }) =>
      keeping.pages.save(sha256, paper.digest, paper.pages),
  };
  return Array.fromAsync(judgePages(pages, origin, { name, sha256, duplicateOf: copyOf, asOf: under.asOf }, context));
}

/** Pages are not read again at the desk. */
function environmentOf(pipeline: Pipeline): DocumentEnvironment {
  return {
    tools: noReadingTools(),
    pipeline,
    store: createForgetfulArtifactStore(),
    signal: new AbortController().signal,
    observer: { onStage: () => undefined },
    inFlight: new Map(),
  };
}

function adviceFor({ reading }: Pipeline): ModelAdvice {
  return createModelAdvice(
    reading,
    installedModels(modelPlaces()).map(({ id }) => id),
  );
}

function keptForms(keeping: Keeping, judged: readonly ProcessedDocument[]): Promise<JudgedDocument[]> {
  return Promise.all(judged.map((document) => asJudged(document, keeping)));
}
