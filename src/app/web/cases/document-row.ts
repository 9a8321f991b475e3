import type { DocumentRecord } from '#domain/document-record.ts';
import type { Bilingual, Flag } from '#domain/findings.ts';

/** A paper of a case, as a row of the table. */
export interface DocumentRow {
  /** What it is called in addresses and in judgements: `<file>:<first page>`. */
  readonly key: string;
  readonly fileId: string;
  /** Name of the file, as given. */
  readonly file: string;
  readonly pages: { readonly from: number; readonly to: number };
  readonly status: DocumentRecord['status'];
  readonly type: { readonly id: string; readonly label: Bilingual; readonly confidence: number } | null;
  readonly language: { readonly code: string; readonly label: Bilingual } | null;
  /** As printed: a day, a month or a year. */
  readonly issueDate: string | null;
  readonly issuer: string | null;
  /** 0 to 100; null where the paper is no evidence. */
  readonly score: number | null;
  readonly flags: readonly (Pick<Flag, 'code' | 'severity'> & { readonly label: Bilingual })[];
  readonly criteria: readonly string[];
  /** The same bytes came before; it counts for nothing. */
  readonly isCopy: boolean;
  /** What a person said of it. */
  readonly decided: readonly string[];
  /** Whether another paper may begin inside it: a person is asked. */
  readonly hasProposedCuts: boolean;
}
