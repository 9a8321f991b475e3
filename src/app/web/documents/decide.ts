import { LiasseFailure } from '#domain/failure.ts';
import { paperKey } from '#domain/paper-key.ts';
import { cutOrJoin, keepTogether } from '../../desk/cut-or-join.ts';
import { decideAboutPaper, type Saying } from '../../desk/decide-about-paper.ts';
import type { FoundPaper } from '../../desk/find-paper.ts';
import type { Web } from '../open-web.ts';
import type { Seat } from '../seat.ts';
import { type DocumentInScope, documentInScope } from './document-in-scope.ts';
import { pipelineInForce } from './pipeline-in-force.ts';
import { type DocumentView, readDocument } from './read-document.ts';

/** What a person decides at once: about the paper, or where papers begin in its file (`page`: the first of the second paper). */
export type Deciding =
  | { readonly decisions: readonly Saying[] }
  | { readonly cutAt: number }
  | { readonly joinAt: number };

/** What was kept, to be taken back by, and the paper as it is now. */
export interface Decided {
  readonly decisionIds: readonly string[];
  readonly document: DocumentView;
}

/**
 * Keeps what a person decided; it is in force when this resolves, and the case is judged again by the queue. Throws `not-found`, `wrong-request` for a type or flag that the
 * pipeline does not know, `page-not-inside`.
 */
export async function decide(
  web: Web,
  seat: Seat,
  { key, ...deciding }: Deciding & { readonly key: string },
): Promise<Decided> {
  const found = await documentInScope(seat, key);
  const decisionIds =
    'decisions' in deciding
      ? await sayOf(web, seat, { found, sayings: deciding.decisions })
      : await cutFile(web, seat, { found, deciding });
  return { decisionIds, document: await readDocument(web, seat, key) };
}

async function sayOf(
  web: Web,
  seat: Seat,
  { found, sayings }: { readonly found: DocumentInScope; readonly sayings: readonly Saying[] },
): Promise<readonly string[]> {
  const paper = await paperOf(web, seat, found.document);
  if (!sayings.every((saying) => isKnown(saying, paper))) throw new LiasseFailure('wrong-request');
  const { decisionIds } = await decideAboutPaper(seat.keeping, paper, sayings, {
    language: seat.principal.language,
    now: new Date(),
  });
  return decisionIds;
}

async function cutFile(
  web: Web,
  seat: Seat,
  {
    found,
    deciding,
  }: { readonly found: DocumentInScope; readonly deciding: { cutAt: number } | { readonly joinAt: number } },
): Promise<readonly string[]> {
  const at = { language: seat.principal.language, now: new Date() };
  if ('cutAt' in deciding) {
    const paper = await paperOf(web, seat, found.document);
    return [(await cutOrJoin(seat.keeping, paper, deciding.cutAt, at)).decisionId];
  }
  const { joinAt } = deciding;
  const { document, siblings } = found;
  if (document.pageFrom < joinAt && joinAt <= document.pageTo) {
    const paper = await paperOf(web, seat, document);
    return [(await keepTogether(seat.keeping, paper, joinAt, at.now)).decisionId];
  }
  const second = siblings.find(({ pageFrom }) => pageFrom === joinAt && pageFrom > 1);
  if (second === undefined) throw new LiasseFailure('page-not-inside', paperKey(found.file.id, joinAt));
  return [(await cutOrJoin(seat.keeping, await paperOf(web, seat, second), undefined, at)).decisionId];
}

/** The paper wherever it lies: the same bytes are the same paper, also in cases of others. */
async function paperOf(web: Web, seat: Seat, document: DocumentInScope['document']): Promise<FoundPaper> {
  const { id, judgement } = document;
  const places = (await seat.keeping.results.byId(id)).filter((one) => one.id === id);
  const others = places.filter((one) => one.fileId !== document.fileId);
  return { id, record: judgement.record, places: [document, ...others], pipeline: await pipelineInForce(web) };
}

function isKnown(saying: Saying, { pipeline }: FoundPaper): boolean {
  if (saying.kind === 'dismiss') return pipeline.flags.flags[saying.flag] !== undefined;
  if (saying.kind !== 'correct' || saying.field !== 'type') return true;
  return saying.value !== null && pipeline.documentTypes[saying.value] !== undefined;
}
