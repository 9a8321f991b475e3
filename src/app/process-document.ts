import type { Pipeline } from '#definitions/pipeline.ts';
import type { DocumentArtifacts, PageSource, RunFacts } from '#domain/artifacts.ts';
import type { DocumentDecisions } from '#domain/decisions.ts';
import { type KeptArtifacts, keptArtifactNames, type StageKeys } from '#domain/kept-judgement.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import {
  type Board,
  hasArtifacts,
  type KnownArtifact,
  loadArtifacts,
  namesOf,
  presentArtifact,
} from '#engine/board.ts';
import { fillBoard, runStages, type StageEnvironment } from '#engine/run-stages.ts';
import type { Tools } from '#stages/define-stage.ts';
import { documentStages, pageStages } from './stage-lists.ts';

export type DocumentEnvironment = StageEnvironment<Tools, Pipeline>;

/** What judging starts from. The pages need not be there: they are loaded when a stage has to look at them. */
export interface DocumentSeeds {
  readonly pages: KnownArtifact<DocumentArtifacts['document-pages']>;
  readonly proposedCuts: DocumentArtifacts['proposed-cuts'];
  readonly facts: RunFacts;
  readonly decisions: DocumentDecisions;
}

/** What the stages say of a document, and under which keys. */
export interface Judgement {
  readonly artifacts: KeptArtifacts;
  readonly keys: StageKeys;
}

/** Reads one page and finds the marks and codes on it. A page the recogniser gave up on comes back with state `failed`. */
export async function processPage(source: PageSource, environment: DocumentEnvironment): Promise<DocumentPage> {
  const artifacts = await runStages(pageStages, { 'page-source': source }, environment);
  if (!hasArtifacts(artifacts, ['proofread', 'find-marks', 'read-codes']))
    throw new Error('a page stage left no artifact');
  const { marks, areUnknown = false } = artifacts['find-marks'];
  const codes = artifacts['read-codes'].codes.map((code) => ({ ...code, kind: 'code' as const, confidence: 1 }));
  return { ...artifacts.proofread, marks: [...marks, ...codes], ...(areUnknown && { areMarksUnknown: true }) };
}

/**
 * Says of a document what it is, when and by whom it was issued, and what it is worth. What an earlier judging said holds where nothing that stage
 * had seen is different now; if that is so for all of them, no page is looked at.
 */
export async function processDocument(
  { pages, proposedCuts, facts, decisions }: DocumentSeeds,
  environment: DocumentEnvironment,
  earlier: Board<DocumentArtifacts> = {},
): Promise<Judgement> {
  const seeds = {
    'document-pages': pages,
    'run-facts': presentArtifact(facts),
    'proposed-cuts': presentArtifact(proposedCuts),
    decisions: presentArtifact(decisions),
  };
  const board = await fillBoard(documentStages, { seeds, earlier }, environment);
  return { artifacts: await loadArtifacts(board, keptArtifactNames), keys: keysOf(board) };
}

/** What was kept of an earlier judging, for `processDocument`. */
export function earlierBoard(artifacts: KeptArtifacts | null, keys: StageKeys): Board<DocumentArtifacts> {
  const board: Board<DocumentArtifacts> = {};
  if (artifacts === null) return board;
  for (const name of namesOf(artifacts)) {
    const known = keys[name];
    if (known !== undefined) Object.assign(board, { [name]: { ...known, load: () => artifacts[name] } });
  }
  return board;
}

function keysOf(board: Board<DocumentArtifacts>): StageKeys {
  const keys: Record<string, StageKeys[string]> = {};
  for (const name of namesOf(board)) {
    const known = board[name];
    if (known !== undefined) keys[name] = { key: known.key, digest: known.digest };
  }
  return keys;
}
