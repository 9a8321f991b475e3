import { z } from 'zod';

/** What open pages are told of. */
export const changeKindSchema = z.enum([
  'case-opened',
  'case-changed',
  'case-judged',
  'file-received',
  'file-settled',
  'order-changed',
  // Told by the server itself, and never kept.
  'case-judgement',
]);
export type ChangeKind = z.infer<typeof changeKindSchema>;

/** Something that happened to a case: ids only. */
export interface Change {
  readonly seq: number;
  readonly kind: ChangeKind;
  readonly caseId: string;
  readonly teamId: string;
  /** Id of the file, of the order of a translation, or of the case itself. */
  readonly subject: string;
}

/** What happened lately, written by the database itself whoever does it. */
export interface ChangeLog {
  /** The last change there is; 0 when none is. */
  last(): Promise<number>;
  /**
   * What came since: changes above `after`, and those of the last seconds whose transactions may have ended later than others. The same may be given
   * twice; `seq` tells.
   */
  since(after: number): Promise<Change[]>;
  /** Takes out what no page can still be waiting for. */
  forgetOld(): Promise<void>;
}
