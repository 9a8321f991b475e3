import type { PurgeCertificate, PurgePlan, PurgeReason } from '#domain/purge-certificate.ts';

/** What is to be purged. */
export interface PurgeScope {
  readonly caseId: string;
  /** Files of the case, with all that brought the same bytes into it; or the whole case. */
  readonly fileIds: readonly string[] | 'all';
  readonly reason: PurgeReason;
  /** Keyed hash of the case's name. */
  readonly caseKey: string;
  /** Whether what was learned from these papers goes too. */
  readonly withLearning: boolean;
  /** What an earlier purge took out and a backup brought back: it goes too, also where no row tells of it. */
  readonly broughtBack?: { readonly originals: readonly string[]; readonly documents: readonly string[] };
}

/** A purge that was begun: its rows and keys are gone, its bytes may still be there, unreadable. */
export interface BegunPurge {
  readonly id: string;
  readonly caseId: string;
  readonly plan: PurgePlan;
}

/** What is still there of what a certificate says was purged. */
export interface RowsLeft {
  /** Whether the case is there (only looked for when the whole case was purged). */
  readonly isCaseThere: boolean;
  readonly files: number;
  readonly documents: number;
  readonly decisions: number;
  readonly keys: number;
  /** Hashes whose bytes came in again since; they are there rightly. */
  readonly cameAgain: readonly string[];
}

/** Takes out for good, and remembers by hashes what was taken out. All throw `database-away`. */
export interface PurgeStore {
  /** What would be purged. Throws `case-unknown`, unless something is to go that was brought back. */
  preview(scope: PurgeScope): Promise<PurgePlan>;
  /**
   * In one transaction: the rows and keys are gone, and nothing that was sealed under them can be read any more. Throws `case-unknown`,
   * `case-in-work` while a worker has something of it in hand, `backup-under-way`.
   */
  begin(scope: PurgeScope): Promise<BegunPurge>;
  /** Purges whose bytes are not all swept, the oldest first. */
  unfinished(): Promise<BegunPurge[]>;
  /** Notes what lies under a hash before it is swept; what was noted earlier stays. */
  noteBytes(
    purgeId: string,
    sha256: string,
    found: { readonly blobs: number; readonly sizeBytes: number },
  ): Promise<void>;
  /** The certificate, kept when it resolves; the same one however often it is asked for. */
  finish(purgeId: string): Promise<PurgeCertificate>;
  /** The oldest first. */
  certificates(): Promise<PurgeCertificate[]>;
  left(certificate: PurgeCertificate): Promise<RowsLeft>;
  /** Lets the database forget what deleted rows held. */
  tidy(): Promise<void>;
}
