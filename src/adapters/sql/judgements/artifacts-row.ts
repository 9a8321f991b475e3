import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { DocumentRecord } from '#domain/document-record.ts';
import type { StageKeys } from '#domain/kept-judgement.ts';
import type { JudgedDocument, JudgedUnder } from '#ports/kept-results.ts';
import type { Sealer } from '#ports/vault.ts';
import { sealJson } from '../json-seal.ts';
import type { Tables } from '../tables.ts';

/** The columns that artifacts and documents share: what a judgement says in clear. */
export type SaidColumns = Pick<Insertable<Tables['artifacts']>, (typeof SAID_COLUMNS)[number]>;
export const SAID_COLUMNS = [
  'page_to',
  'status',
  'type',
  'language',
  'issue_date',
  'score',
  'flags',
  'as_of',
  'judged_by',
  'cut_by',
  'read_by',
  'pipeline',
  'pipeline_version',
] as const;

/** What a record says in clear. */
export function saidColumns(record: DocumentRecord, pageTo: number, under: JudgedUnder): SaidColumns {
  return {
    page_to: pageTo,
    status: record.status,
    type: record.type?.id ?? null,
    language: record.languages[0]?.code ?? null,
    issue_date: record.issueDate?.iso ?? null,
    score: record.score,
    flags: record.flags.map(({ code }) => code),
    as_of: under.asOf,
    judged_by: under.judgedBy,
    cut_by: under.cutBy,
    read_by: under.readBy,
    pipeline: record.pipeline.id,
    pipeline_version: record.pipeline.version,
  };
}

/** Where artifacts go. */
export interface Into {
  readonly fileId: string;
  readonly under: JudgedUnder;
  /** Of the case. */
  readonly sealer: Sealer;
}

/** A judged document as a row of `artifacts`. */
export function artifactsRow(
  { pageFrom, pageTo, judgement, keys }: Omit<JudgedDocument, 'words'>,
  { fileId, under, sealer }: Into,
): Insertable<Tables['artifacts']> & SaidColumns {
  return {
    id: randomUUID(),
    file_id: fileId,
    page_from: pageFrom,
    document: judgement.record.id,
    ...saidColumns(judgement.record, pageTo, under),
    keys: sealKeys(sealer, keys),
    content: sealJson(sealer, judgement),
  };
}

/** Digests are sealed too: of a small artifact they would tell whether it is what somebody guesses. */
export function sealKeys(sealer: Sealer, keys: StageKeys): Buffer {
  return sealJson(sealer, keys);
}
