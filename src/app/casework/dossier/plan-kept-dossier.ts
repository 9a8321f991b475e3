import { citedAnnexes } from '#casework/dossier/cited-annexes.ts';
import type { OrderProblem } from '#casework/dossier/paper-order.ts';
import { planDossier } from '#casework/dossier/plan-dossier.ts';
import type { DossierRules } from '#definitions/casework/dossier.schema.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import type { DossierPlan } from '#domain/dossier.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { Bilingual } from '#domain/findings.ts';
import { paperKey } from '#domain/paper-key.ts';
import { languageName } from '#text/language-name.ts';
import { caseOf } from '../../keeping/case-of.ts';
import { failedRecord } from '../../keeping/failed-record.ts';
import { localisedRecord } from '../../keeping/localised-record.ts';
import type { Keeping } from '../../keeping/open-keeping.ts';
import { loadPipeline } from '../../load-pipeline.ts';
import { labelsOf } from '../../pipeline-labels.ts';
import { judgeKeptCase } from '../judge-kept-case.ts';
import { loadCasework } from '../load-casework.ts';
import { type PaperOfOtherCase, papersOfOtherCases } from '../other-cases.ts';
import { readOrder } from './read-order.ts';

/** How a dossier is asked for. */
export interface DossierRequest {
  readonly caseName: string;
  readonly language: keyof Bilingual;
  readonly pipelineId: string;
  /** The day of the judgement, ISO 8601. */
  readonly asOf: string;
  /** A file with the order that a person set. */
  readonly orderFile: string | undefined;
  /** Leaves papers out that the order does not name. */
  readonly isOnly: boolean;
}

/** A dossier that is planned and not yet made. */
export interface PlannedDossier {
  readonly plan: DossierPlan;
  readonly rules: DossierRules;
  readonly papers: ReadonlyMap<string, CasePaper>;
  /** Lines of the order that name no paper. */
  readonly problems: readonly OrderProblem[];
  /** Files of the case that nobody has read yet. */
  readonly waiting: number;
  /** Papers that name clients of other cases. */
  readonly otherCases: readonly PaperOfOtherCase[];
}

/**
 * What the annexed dossier of a kept case would hold. Throws `case-unknown`, `nothing-to-annex`, `order-unreadable`, `DefinitionFailure`; `definition-invalid` for a
 * pipeline that has no `case/dossier.yaml`.
 */
export async function planKeptDossier(keeping: Keeping, request: DossierRequest): Promise<PlannedDossier> {
  const { caseName, language, pipelineId, orderFile, isOnly } = request;
  const [{ input, judgement }, pipeline, { dossier: rules, statement, papers: called }] = await Promise.all([
    judgeKeptCase(keeping, caseName, request),
    loadPipeline(pipelineId),
    loadCasework(pipelineId),
  ]);
  if (rules === undefined) throw new LiasseFailure('definition-invalid', `${pipelineId}/case/dossier.yaml`);
  const read = input.papers.map((paper) => ({ ...paper, record: localisedRecord(paper.record, language) }));
  const { unread, waiting } = await unreadPapers(keeping, request, pipeline.version);
  const papers = [...read, ...unread];
  if (papers.length === 0) throw new LiasseFailure('nothing-to-annex');
  const { order, problems } =
    orderFile === undefined ? { order: null, problems: [] } : await readOrder(orderFile, papers, isOnly);
  const plan = planDossier(judgement, papers, {
    ...{ language, rules, order, client: input.facts.client ?? null },
    ...{ permit: pipeline.label, article: pipeline.evidenceTable.article },
    ...labelsOf(pipeline, language),
    languageName: (code) => languageName(code, language),
    ...(statement === undefined || !rules.followsStatement
      ? {}
      : { cited: (annexes) => citedAnnexes(annexes, { statement, typeWords: called?.typeWords ?? {} }) }),
  });
  const otherCases = await papersOfOtherCases(keeping, input, judgement);
  return { plan, rules, papers: new Map(papers.map((paper) => [paper.key, paper])), problems, waiting, otherCases };
}

/** Files that could not be read at all, as papers of which nothing is known. */
async function unreadPapers(
  keeping: Keeping,
  { caseName, language, pipelineId }: DossierRequest,
  version: string,
): Promise<{ readonly unread: readonly CasePaper[]; readonly waiting: number }> {
  const { id } = await caseOf(keeping, caseName);
  const files = await keeping.files.ofCase(id);
  const about = { pipeline: { id: pipelineId, version }, language };
  const settled = new Set(
    files.flatMap(({ failure, sha256 }) => (failure === null && sha256 !== null ? [sha256] : [])),
  );
  const unread = files.flatMap((file): CasePaper[] => {
    if (file.failure === null || file.isContainer) return [];
    // The same bytes may have been read since, with a password for instance, or lie in the case twice.
    if (file.sha256 !== null && settled.has(file.sha256)) return [];
    settled.add(file.sha256 ?? file.id);
    const record = failedRecord(file, file.failure, about);
    return [{ key: paperKey(file.id, 1), record, text: '', copyOf: null, position: file.position }];
  });
  return { unread, waiting: files.filter(({ state }) => state === 'waiting').length };
}
