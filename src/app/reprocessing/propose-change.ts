import { isDeepStrictEqual } from 'node:util';
import type { DocumentRecord } from '#domain/document-record.ts';
import type { JudgedDocument, JudgedUnder, KeptDocument } from '#ports/kept-results.ts';
import type { Change, ProposedChange } from '#ports/runs.ts';

/** What a run says of a document that stays the document it is. */
export function proposeChange(before: KeptDocument, after: JudgedDocument, under: JudgedUnder): ProposedChange {
  const change = changeOf(before, after);
  const { fileId, caseId, pageFrom, artifactsId, contentId } = before;
  const proposed = { ...after, under, contentOf: change === 'same' ? contentId : null };
  return { fileId, caseId, pageFrom, before: artifactsId, after: proposed, isWhole: false, change };
}

/** What a run says of the documents of a file that was cut again. */
export function proposeForFile(
  before: readonly KeptDocument[],
  after: readonly JudgedDocument[],
  under: JudgedUnder,
): ProposedChange[] {
  const asBefore = new Map(before.map((document) => [document.pageFrom, document]));
  const isCutAlike =
    before.length === after.length && after.every((one) => asBefore.get(one.pageFrom)?.pageTo === one.pageTo);
  const [first] = before;
  if (first === undefined) return [];
  const { fileId, caseId } = first;
  const starts = [...new Set([...before, ...after].map(({ pageFrom }) => pageFrom))].sort((a, b) => a - b);
  return starts.flatMap((pageFrom): ProposedChange[] => {
    const was = asBefore.get(pageFrom);
    const is = after.find((one) => one.pageFrom === pageFrom);
    if (isCutAlike && was !== undefined && is !== undefined) return [proposeChange(was, is, under)];
    const proposed = is === undefined ? null : { ...is, under, contentOf: null };
    const change = { fileId, caseId, pageFrom, before: was?.artifactsId ?? null, after: proposed };
    return [{ ...change, isWhole: true, change: 'changed' }];
  });
}

function changeOf(before: KeptDocument, after: JudgedDocument): Change {
  if (!isDeepStrictEqual(listed(before.judgement.record), listed(after.judgement.record))) return 'changed';
  const isSame = hasSameArtifacts(before, after) && hasSameRecord(before.judgement.record, after.judgement.record);
  return isSame ? 'same' : 'details';
}

/** What of a record is listed when it changes. */
function listed({ status, type, languages, issueDate, score, flags }: DocumentRecord) {
  return {
    status,
    type: type?.id,
    language: languages[0]?.code,
    issueDate: issueDate?.iso,
    score,
    flags: flags.map(({ code }) => code).sort(),
  };
}

/** Artifacts are told apart by their digests. The pages lie elsewhere; of what the run brings, only the day may be another one. */
function hasSameArtifacts(before: KeptDocument, after: JudgedDocument): boolean {
  const [was, is] = [before.judgement.artifacts, after.judgement.artifacts];
  if (was === null || is === null || was['run-facts'].duplicateOf !== is['run-facts'].duplicateOf) return false;
  return Object.entries(after.keys).every(
    ([name, { digest }]) => name === 'document-pages' || name === 'run-facts' || before.keys[name]?.digest === digest,
  );
}

function hasSameRecord({ pipeline: _was, ...was }: DocumentRecord, { pipeline: _is, ...is }: DocumentRecord): boolean {
  return isDeepStrictEqual(was, is);
}
