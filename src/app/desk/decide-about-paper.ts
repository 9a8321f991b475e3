import type { Decidable, Decision } from '#domain/decisions.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import type { Bilingual } from '#domain/findings.ts';
import { localisedRecord } from '../keeping/localised-record.ts';
import type { Keeping } from '../keeping/open-keeping.ts';
import type { FoundPaper } from './find-paper.ts';
import { judgePlace } from './judge-at-desk.ts';

/** What a person says of a paper. `correct`: what a field is (null: there is none); `withdraw` takes that back. `dismiss`: a flag does not count, and why; `restore` takes that back. */
export type Saying =
  | { readonly kind: 'correct'; readonly field: Decidable; readonly value: string | null }
  | { readonly kind: 'withdraw'; readonly field: Decidable }
  | { readonly kind: 'dismiss'; readonly flag: string; readonly reason: string }
  | { readonly kind: 'restore'; readonly flag: string };

/** Who works at the desk, in which language, and when. */
export interface AtDesk {
  readonly language: keyof Bilingual;
  readonly now: Date;
}

export interface DecidedPaper {
  readonly before: DocumentRecord;
  readonly after: DocumentRecord;
  /** Of what was kept, in order. */
  readonly decisionIds: readonly string[];
}

/** Keeps what a person says of a paper and judges it again, wherever it lies: the record before and after. */
export async function decideAboutPaper(
  keeping: Keeping,
  found: FoundPaper,
  sayings: readonly Saying[],
  { language, now }: AtDesk,
): Promise<DecidedPaper> {
  const { id, pipeline, places } = found;
  const before = localisedRecord(found.record, language);
  const about = { at: now.toISOString(), document: id };
  const decisionIds = await keeping.decisions.add(
    sayings.map((saying): Decision => {
      if (saying.kind === 'correct')
        return { ...about, ...saying, pipeline: pipeline.id, was: saidOf(before, saying.field) };
      return saying.kind === 'dismiss' ? { ...about, ...saying, pipeline: pipeline.id } : { ...about, ...saying };
    }),
  );
  let after = before;
  for (const place of places) {
    const judged = await judgePlace(keeping, place, pipeline);
    after = judged === undefined ? after : localisedRecord(judged, language);
  }
  return { before, after, decisionIds };
}

function saidOf(record: DocumentRecord, field: Decidable): string | null {
  switch (field) {
    case 'type':
      return record.type?.id ?? null;
    case 'issueDate':
      return record.issueDate?.iso ?? null;
    case 'issuer':
      return record.letterhead?.issuer ?? null;
    case 'language':
      return record.languages[0]?.code ?? null;
  }
}
