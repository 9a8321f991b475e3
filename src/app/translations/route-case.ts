import { judgeCase } from '#casework/judge-case.ts';
import { judgeRelations } from '#casework/relations/judge-relations.ts';
import { assignTranslator } from '#casework/routing/assign-translator.ts';
import { bearsForeignFlag, isUnclear, papersToTranslate } from '#casework/routing/papers-to-translate.ts';
import { type Route, routePaper } from '#casework/routing/route-paper.ts';
import type { CaseInput, CasePaper } from '#domain/case-paper.ts';
import { paperKey, readPaperKey } from '#domain/paper-key.ts';
import { type CancelReason, isOpen } from '#domain/translation-order.ts';
import type { KeptDocument } from '#ports/kept-results.ts';
import type { TranslationOrder } from '#ports/translations.ts';
import { caseInput } from '../casework/case-input.ts';
import { loadCasework } from '../casework/load-casework.ts';
import type { Keeping } from '../keeping/open-keeping.ts';
import { loadPipeline } from '../load-pipeline.ts';
import { loadRouting } from './load-routing.ts';

/**
 * After a case was judged: foreign papers without a translation are sent to whoever the rules name, and orders that are not needed any more are cancelled.
 * Done again, it changes nothing. What a person cancelled is not ordered again. Throws `DefinitionFailure`.
 */
export async function routeCase(
  keeping: Keeping,
  caseId: string,
  { documents, asOf }: { readonly documents: readonly KeptDocument[]; readonly asOf: string },
): Promise<void> {
  const pipelineId = documents[0]?.judgement.record.pipeline.id;
  const [kept, orders] = await Promise.all([keeping.cases.byId(caseId), keeping.translations.ofCase(caseId)]);
  if (kept === undefined || kept.state !== 'open' || pipelineId === undefined) return;
  const routing = await loadRouting(pipelineId);
  if (routing === undefined) return;
  const isForeign = ({ judgement: { record } }: KeptDocument): boolean =>
    bearsForeignFlag(record, routing) || isUnclear(record, routing);
  // Whole cases are read for this: not for one in which there is nothing to translate.
  if (!documents.some(isForeign) && !orders.some(({ state }) => isOpen(state))) return;
  const input = await caseInput(keeping, kept, { asOf });
  const rules = { pipeline: await loadPipeline(pipelineId), casework: await loadCasework(pipelineId) };
  const relations = judgeRelations(input, rules);
  await keeping.translations.noteTranslated(caseId, relations.translated);
  const wanted = papersToTranslate({ ...relations, papers: input.papers }, routing);
  for (const order of orders.filter(({ state }) => isOpen(state)))
    await cancelUnneeded(keeping, order, { input, wanted, translated: relations.translated });
  const open = wanted.filter((paper) => mayBeOrdered(paper, orders));
  if (open.length === 0) return;
  const { criteria, clocks } = judgeCase(kept.name, input, rules);
  for (const paper of open) {
    const route = routePaper(paper, { asOf, criteria, clocks }, routing);
    if (route !== undefined) await orderTranslation(keeping, { paper, route, caseId, asOf });
  }
}

/** What somebody cancelled, or accepted, is not asked for again by itself. */
function mayBeOrdered({ key }: CasePaper, orders: readonly TranslationOrder[]): boolean {
  return !orders.some(
    (order) =>
      keyOf(order) === key &&
      (isOpen(order.state) ||
        order.state === 'accepted' ||
        (order.state === 'cancelled' && order.because === 'by-hand')),
  );
}

export function keyOf({ fileId, pages }: Pick<TranslationOrder, 'fileId' | 'pages'>): string {
  return paperKey(fileId, pages.from);
}

interface Standing {
  readonly input: CaseInput;
  readonly wanted: readonly CasePaper[];
  readonly translated: ReadonlySet<string>;
}

/** A delivered translation is somebody's to accept or not; and what a person ordered, by no rule, only goes with its paper. */
async function cancelUnneeded({ translations }: Keeping, order: TranslationOrder, standing: Standing): Promise<void> {
  const because = whyUnneeded(order, standing);
  if (because !== undefined) await translations.act(order.id, { act: 'cancel', because });
}

function whyUnneeded(order: TranslationOrder, { input, wanted, translated }: Standing): CancelReason | undefined {
  const key = keyOf(order);
  const paper = input.papers.find((one) => one.key === key);
  if (paper === undefined || paper.record.pages?.to !== order.pages.to) return 'paper-gone';
  if (order.state === 'delivered') return undefined;
  if (translated.has(key)) return 'translation-arrived';
  const isWanted = wanted.some((one) => one.key === key);
  return isWanted || order.rule === null ? undefined : 'not-foreign';
}

interface Wanted {
  readonly paper: CasePaper;
  readonly route: Route;
  readonly caseId: string;
  readonly asOf: string;
}

async function orderTranslation({ translations }: Keeping, { paper, route, caseId, asOf }: Wanted): Promise<void> {
  const { fileId } = readPaperKey(paper.key);
  const { record } = paper;
  const pages = record.pages ?? { from: 1, to: 1 };
  const assignment = assignTranslator({ ...route, asOf, declinedBy: [] }, await translations.atWork());
  await translations.add({
    ...{ caseId, fileId, document: record.id, type: record.type?.id ?? null, madeBy: null, assignment },
    pages: { from: pages.from, to: pages.to },
    ...{ language: route.language, into: route.into, isUrgent: route.isUrgent, rule: route.rule, dueOn: route.dueOn },
    isSworn: assignment.personId === null ? route.isSworn : assignment.isSworn,
  });
}
