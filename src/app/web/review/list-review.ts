import type { Pipeline } from '#definitions/pipeline.ts';
import type { Bilingual, Flag } from '#domain/findings.ts';
import { paperKey } from '#domain/paper-key.ts';
import type { KeptDocument } from '#ports/kept-results.ts';
import { pipelineInForce } from '../documents/pipeline-in-force.ts';
import { typeLabel } from '../documents/vocabulary.ts';
import type { Web } from '../open-web.ts';
import { caseInScope } from '../scope/case-in-scope.ts';
import type { Seat } from '../seat.ts';
import { type Question, questionsOf } from './questions-of.ts';

/** A paper that needs a person, and why. */
export interface ReviewRow {
  readonly key: string;
  readonly caseId: string;
  readonly caseName: string;
  readonly type: { readonly id: string; readonly label: Bilingual; readonly confidence: number } | null;
  readonly pages: { readonly from: number; readonly to: number };
  readonly questions: readonly Question[];
  readonly flags: readonly (Pick<Flag, 'code' | 'severity'> & { readonly label: Bilingual })[];
}

/** More than anybody works through in one go. */
const LOOKED_AT = 300;

/** The papers of their open cases, or of one case, that need a person, worst first; how many there are in all. Throws `not-found`. */
export async function listReview(
  web: Web,
  seat: Seat,
  { caseId, limit }: { readonly caseId?: string | undefined; readonly limit: number },
): Promise<{ readonly papers: readonly ReviewRow[]; readonly count: number }> {
  const { keeping, principal } = seat;
  if (caseId !== undefined) await caseInScope(seat, caseId);
  const scope = { teamIds: principal.role === 'administrator' ? ('all' as const) : principal.teamIds, caseId };
  const pipeline = await pipelineInForce(web);
  const [documents, count] = await Promise.all([
    keeping.reviewList.worst(scope, { gravest: gravestOf(pipeline), limit: LOOKED_AT }),
    keeping.reviewList.count(scope),
  ]);
  for (const id of new Set(documents.map((document) => document.caseId))) await seat.noteView('case-viewed', id);
  const worst = documents.sort((one, other) => urgency(other, pipeline) - urgency(one, pipeline)).slice(0, limit);
  return { papers: worst.map((document) => rowOf(document, pipeline)), count };
}

function gravestOf({ flags }: Pipeline): string[] {
  return Object.entries(flags.flags).flatMap(([code, { severity }]) => (severity === 'blocking' ? [code] : []));
}

/** A blocking flag before all; then how much the paper could weigh, and how unsure Liasse is of it. */
function urgency({ judgement: { record } }: KeptDocument, pipeline: Pipeline): number {
  const isBlocked = record.flags.some(({ severity }) => severity === 'blocking');
  const weights = pipeline.evidenceTable.criteria.flatMap(({ evidence }) =>
    [record.type?.id, ...(record.type?.alternatives ?? []).map(({ id }) => id)].map((id) => evidence[id ?? ''] ?? 0),
  );
  return (isBlocked ? 2 : 0) + Math.max(0, ...weights) * 0.5 + (1 - (record.type?.confidence ?? 0));
}

function rowOf({ fileId, caseId, caseName, pageFrom, pageTo, judgement }: KeptDocument, pipeline: Pipeline): ReviewRow {
  const { type, flags } = judgement.record;
  return {
    key: paperKey(fileId, pageFrom),
    ...{ caseId, caseName },
    type: type === null ? null : { id: type.id, label: typeLabel(pipeline, type.id), confidence: type.confidence },
    pages: { from: pageFrom, to: pageTo },
    questions: questionsOf(judgement, pipeline),
    flags: flags.map(({ code, severity }) => ({
      code,
      severity,
      label: pipeline.flags.flags[code]?.label ?? { fr: code, en: code },
    })),
  };
}
