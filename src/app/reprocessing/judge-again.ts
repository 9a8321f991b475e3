import type { DecisionsInForce } from '#domain/decisions-in-force.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import type { KeptArtifacts } from '#domain/kept-judgement.ts';
import { absentArtifact } from '#engine/board.ts';
import type { JudgedUnder, KeptDocument } from '#ports/kept-results.ts';
import type { ProposedChange } from '#ports/runs.ts';
import { documentText } from '#text/line-text.ts';
import { buildRecord, type DocumentOrigin } from '../build-record.ts';
import type { Keeping } from '../keeping/open-keeping.ts';
import { pagesOf } from '../keeping/pages-of.ts';
import type { ModelAdvice } from '../model-advice.ts';
import { type DocumentEnvironment, earlierBoard, processDocument } from '../process-document.ts';
import { proposeChange } from './propose-change.ts';

/** What documents are judged again by. */
export interface JudgingAgain {
  readonly keeping: Pick<Keeping, 'pages' | 'search' | 'files' | 'results'>;
  readonly environment: DocumentEnvironment;
  readonly decisions: DecisionsInForce;
  readonly advice: ModelAdvice;
  /** `asOf` null: each as of the day it was judged before. */
  readonly under: Pick<JudgedUnder, 'judgedBy' | 'cutBy'> & { readonly asOf: string | null };
}

/** A document that was judged, and can be judged again from what was kept. */
export type JudgedBefore = KeptDocument & { readonly judgement: { readonly artifacts: KeptArtifacts } };

/**
 * Judges a document again, as it was cut and read: only the stages whose keys are others now, and its pages are loaded only where one of these asks for
 * them. Throws what a stage throws.
 */
export async function judgeAgain(document: JudgedBefore, by: JudgingAgain): Promise<ProposedChange> {
  const { judgement, keys } = document;
  const { record: was, artifacts: found } = judgement;
  const under = { ...by.under, readBy: document.readBy, asOf: by.under.asOf ?? document.asOf };
  const pages = absentArtifact(pagesKey(document), async () => ({
    pages: await pagesOf(by.keeping.pages, was.sha256 ?? '', document),
  }));
  const seeds = {
    pages,
    proposedCuts: found['proposed-cuts'],
    facts: { ...found['run-facts'], asOf: under.asOf },
    decisions: by.decisions.about(document.id),
  };
  const judged = await processDocument(seeds, by.environment, earlierBoard(found, keys));
  const { pipeline } = by.environment;
  const record = buildRecord(originOf(was, pipeline), judged.artifacts, {
    language: 'fr',
    markThreshold: pipeline.flags.thresholds.mark,
    advice: by.advice,
    cuts: { cut: was.cut, proposedCuts: was.proposedCuts },
  });
  const { pageFrom, pageTo } = document;
  const after = { pageFrom, pageTo, judgement: { record, artifacts: judged.artifacts }, keys: judged.keys };
  const language = record.languages[0]?.code;
  // Words are looked for by their stems in the language of the paper.
  const words =
    language === was.languages[0]?.code
      ? null
      : await by.keeping.search.wordsOf(documentText(await pages.load()), language);
  return proposeChange(document, { ...after, words }, under);
}

function pagesKey({ keys }: KeptDocument): { readonly key: null; readonly digest: string } {
  return { key: null, digest: keys['document-pages']?.digest ?? '' };
}

/** Where a document came from, as its record says. */
export function originOf(
  { file, sha256, mediaType, pages }: DocumentRecord,
  { id, version }: { readonly id: string; readonly version: string },
): DocumentOrigin {
  return {
    file,
    sha256: sha256 ?? '',
    mediaType: mediaType ?? '',
    pageCount: pages?.of ?? 0,
    pipeline: { id, version },
  };
}
