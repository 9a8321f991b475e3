import type { Pipeline } from '#definitions/pipeline.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import type { Bilingual } from '#domain/findings.ts';
import type { Box } from '#domain/geometry.ts';
import type { KeptJudgement } from '#domain/kept-judgement.ts';
import { paperKey } from '#domain/paper-key.ts';
import { localisedRecord } from '../../keeping/localised-record.ts';
import type { Web } from '../open-web.ts';
import { type Question, questionsOf } from '../review/questions-of.ts';
import type { Seat } from '../seat.ts';
import { type DateCandidate, dateCandidates } from './date-candidates.ts';
import { lastDecisions, type ShownDecision, shownDecisions } from './decided-by.ts';
import { type DocumentInScope, documentInScope, keyOfDocument } from './document-in-scope.ts';
import { pipelineInForce } from './pipeline-in-force.ts';
import { languageLabel, typeLabel } from './vocabulary.ts';

/** One of the papers that a file was cut into. */
export interface SiblingPaper {
  readonly key: string;
  readonly pages: { readonly from: number; readonly to: number };
  readonly type: Bilingual | null;
}

/** Everything that is said of a paper, and where it stands. */
export interface DocumentView {
  readonly key: string;
  readonly caseId: string;
  readonly caseName: string;
  readonly fileId: string;
  /** As published, what is in one language in that of whoever asks. */
  readonly record: DocumentRecord;
  /** Names of all types, flags, criteria and languages that the record speaks of, by id. */
  readonly labels: Readonly<Record<'types' | 'flags' | 'criteria' | 'languages', Readonly<Record<string, Bilingual>>>>;
  /** A text has no pictures. */
  readonly hasPictures: boolean;
  readonly marks: readonly { readonly kind: 'signature' | 'stamp'; readonly page: number; readonly box: Box }[];
  readonly dateCandidates: readonly DateCandidate[];
  readonly siblings: readonly SiblingPaper[];
  readonly neighbours: {
    readonly previous: string | null;
    readonly next: string | null;
    /** Which of how many of the case, from 1. */
    readonly position: number;
    readonly count: number;
  };
  /** What persons decided about it, as it holds. */
  readonly decisions: readonly ShownDecision[];
  readonly questions: readonly Question[];
  /** The flag that asks for a person. */
  readonly reviewFlag: string;
}

/** The paper of that key. Throws `not-found`, `DefinitionFailure`. */
export async function readDocument(web: Web, seat: Seat, key: string): Promise<DocumentView> {
  const found = await documentInScope(seat, key);
  const view = await viewOf(web, seat, found);
  await seat.noteView('document-viewed', keyOfDocument(found.document));
  return view;
}

async function viewOf(web: Web, seat: Seat, found: DocumentInScope): Promise<DocumentView> {
  const { document, siblings, sha256 } = found;
  const { judgement, caseId, caseName, fileId, pageFrom } = document;
  const pipeline = await pipelineInForce(web);
  const decisions = await seat.keeping.decisions.about({ documents: [document.id], sha256 });
  return {
    key: paperKey(fileId, pageFrom),
    ...{ caseId, caseName, fileId },
    record: localisedRecord(judgement.record, seat.principal.language),
    labels: labelsOf(judgement.record, pipeline),
    hasPictures: hasPictures(judgement.record),
    marks: marksOf(judgement, pipeline),
    dateCandidates: dateCandidates(judgement),
    siblings: siblings.map((one) => siblingOf(one, pipeline)),
    neighbours: await neighboursOf(seat, found),
    decisions: await shownDecisions(seat, lastDecisions(decisions)),
    questions: questionsOf(judgement, pipeline),
    reviewFlag: pipeline.flags.reviewFlag,
  };
}

function siblingOf(
  { fileId, pageFrom, pageTo, judgement }: DocumentInScope['document'],
  pipeline: Pipeline,
): SiblingPaper {
  const { type } = judgement.record;
  return {
    key: paperKey(fileId, pageFrom),
    pages: { from: pageFrom, to: pageTo },
    type: type === null ? null : typeLabel(pipeline, type.id),
  };
}

async function neighboursOf(
  { keeping }: Seat,
  { document }: Pick<DocumentInScope, 'document'>,
): Promise<DocumentView['neighbours']> {
  const order = await keeping.results.orderOfCase(document.caseId);
  const at = order.findIndex((one) => one.fileId === document.fileId && one.pageFrom === document.pageFrom);
  const keyAt = (index: number): string | null => {
    const one = order[index];
    return one === undefined ? null : paperKey(one.fileId, one.pageFrom);
  };
  return { previous: at > 0 ? keyAt(at - 1) : null, next: keyAt(at + 1), position: at + 1, count: order.length };
}

function labelsOf(record: DocumentRecord, pipeline: Pipeline): DocumentView['labels'] {
  const types = record.type === null ? [] : [record.type.id, ...record.type.alternatives.map(({ id }) => id)];
  const flags = [...record.flags, ...record.dismissed].map(({ code }) => code);
  const criteria = new Map(pipeline.evidenceTable.criteria.map(({ id, label }) => [id, label]));
  return {
    types: named(types, (id) => typeLabel(pipeline, id)),
    flags: named(flags, (code) => pipeline.flags.flags[code]?.label ?? { fr: code, en: code }),
    criteria: named(
      record.criteria.map(({ id }) => id),
      (id) => criteria.get(id) ?? { fr: id, en: id },
    ),
    languages: named(
      record.languages.map(({ code }) => code),
      languageLabel,
    ),
  };
}

function named(ids: readonly string[], name: (id: string) => Bilingual): Record<string, Bilingual> {
  return Object.fromEntries(ids.map((id) => [id, name(id)]));
}

function hasPictures({ mediaType }: DocumentRecord): boolean {
  return mediaType === 'application/pdf' || mediaType?.startsWith('image/') === true;
}

function marksOf({ artifacts }: KeptJudgement, { flags }: Pipeline): DocumentView['marks'] {
  return (artifacts?.['outline-pages'].pages ?? []).flatMap(({ page, marks }) =>
    marks.filter(({ confidence }) => confidence >= flags.thresholds.mark).map(({ kind, box }) => ({ kind, page, box })),
  );
}
