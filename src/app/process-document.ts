import type { CutDocument } from '#cutting/create-cutter.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import type { DocumentArtifacts, PageSource, RunFacts } from '#domain/artifacts.ts';
import type { DocumentDecisions } from '#domain/decisions.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { hasArtifacts, runStages, type StageEnvironment } from '#engine/run-stages.ts';
import type { Tools } from '#stages/define-stage.ts';
import { documentStages, pageStages } from './stage-lists.ts';

export type DocumentEnvironment = StageEnvironment<Tools, Pipeline>;

/** Reads one page and finds the marks and codes on it. A page the recogniser gave up on comes back with state `failed`. */
export async function processPage(source: PageSource, environment: DocumentEnvironment): Promise<DocumentPage> {
  const artifacts = await runStages(pageStages, { 'page-source': source }, environment);
  if (!hasArtifacts(artifacts, ['proofread', 'find-marks', 'read-codes']))
    throw new Error('a page stage left no artifact');
  const { marks, areUnknown = false } = artifacts['find-marks'];
  const codes = artifacts['read-codes'].codes.map((code) => ({ ...code, kind: 'code' as const, confidence: 1 }));
  return { ...artifacts.proofread, marks: [...marks, ...codes], ...(areUnknown && { areMarksUnknown: true }) };
}

/** Says of a document what it is, when and by whom it was issued, and what it is worth. */
export async function processDocument(
  { pages, proposed }: Omit<CutDocument, 'beginning'>,
  { decisions, ...facts }: RunFacts & { readonly decisions: DocumentDecisions },
  environment: DocumentEnvironment,
): Promise<DocumentArtifacts> {
  const seeds = {
    'document-pages': { pages: [...pages] },
    'run-facts': facts,
    'proposed-cuts': { pages: proposed.map(({ page }) => page) },
    decisions,
  };
  const artifacts = await runStages(documentStages, seeds, environment);
  if (!isComplete(artifacts)) throw new Error('a document stage left no artifact');
  return artifacts;
}

function isComplete(artifacts: Partial<DocumentArtifacts>): artifacts is DocumentArtifacts {
  return hasArtifacts(artifacts, [
    'document-pages',
    'run-facts',
    'proposed-cuts',
    'decisions',
    'detect-language',
    'classify',
    'find-dates',
    'find-letterhead',
    'extract-fields',
    'assess-evidence',
  ]);
}
