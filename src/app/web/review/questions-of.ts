import type { Pipeline } from '#definitions/pipeline.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import type { Bilingual } from '#domain/findings.ts';
import type { KeptJudgement } from '#domain/kept-judgement.ts';
import { isDateContested } from '#stages/assess-evidence/is-date-contested.ts';

/**
 * What a person is asked about a paper. `type`, `date`, `language`: is it what Liasse takes it for. `cut`: does another paper begin on that page. `unread`: pages that
 * could not be read. `look`: something about it can't be told by rules; to be looked at.
 */
export type Question =
  | { readonly kind: 'type' | 'date' | 'language' | 'unread' | 'look' }
  | { readonly kind: 'cut'; readonly page: number; readonly because: readonly Bilingual[] };

/** What is asked about a paper, the gravest first; nothing about one of which Liasse is sure, or which a person has looked at. */
export function questionsOf({ record, artifacts }: KeptJudgement, pipeline: Pipeline): Question[] {
  if (record.status !== 'needs-review') return [];
  const asked = [
    ...cutQuestions(record),
    ...(isTypeDoubtful(record, pipeline) ? [{ kind: 'type' } as const] : []),
    ...(isDateDoubtful({ record, artifacts }, pipeline) ? [{ kind: 'date' } as const] : []),
    ...(isLanguageDoubtful(record, pipeline) ? [{ kind: 'language' } as const] : []),
    ...(hasUnreadPages(record) ? [{ kind: 'unread' } as const] : []),
  ];
  return asked.length > 0 ? asked : [{ kind: 'look' }];
}

function cutQuestions({ proposedCuts }: DocumentRecord): Question[] {
  return proposedCuts.map(({ page, because }) => ({
    kind: 'cut',
    page,
    because: because.map(({ message }) => message),
  }));
}

function isTypeDoubtful({ type, decided }: DocumentRecord, { classification }: Pipeline): boolean {
  return !decided.includes('type') && (type === null || type.confidence < classification.reviewBelow);
}

function isDateDoubtful({ record, artifacts }: KeptJudgement, { documentTypes, flags }: Pipeline): boolean {
  if (artifacts === null || record.decided.includes('issueDate')) return false;
  if (documentTypes[record.type?.id ?? '']?.expects.date !== true) return false;
  const dates = artifacts['find-dates'];
  return isDateContested(dates, flags.thresholds) || (dates.issueDate === null && dates.hasUnread === true);
}

function isLanguageDoubtful({ languages: [main], decided, ocr }: DocumentRecord, { flags }: Pipeline): boolean {
  if (decided.includes('language') || !(ocr?.pages ?? []).some(({ state }) => state === 'read')) return false;
  return main === undefined || main.code === 'und' || main.confidence < flags.thresholds.languageConfidence;
}

function hasUnreadPages({ ocr }: DocumentRecord): boolean {
  return (ocr?.pages ?? []).some(({ state }) => state === 'failed');
}
