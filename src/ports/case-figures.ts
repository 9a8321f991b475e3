import type { LedgerCounts } from '#domain/ledger.ts';
import type { KeptCase } from './kept-files.ts';

/** A case with how many files and documents it has just now. */
export interface CaseFigures extends KeptCase {
  readonly files: LedgerCounts;
  /** Documents by their status. */
  readonly documents: Readonly<Record<string, number>>;
}

/** Which cases are wanted, the newest first. */
export interface CaseListQuery {
  readonly teamIds: readonly string[] | 'all';
  readonly state?: KeptCase['state'] | undefined;
  /** Those that come after this one. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface CaseFiguresStore {
  list(query: CaseListQuery): Promise<CaseFigures[]>;
  of(caseId: string): Promise<CaseFigures | undefined>;
  /** Another text whenever anything of the case changed that is shown of it: files, documents in force, facts, what persons decided. */
  version(caseId: string): Promise<string>;
  /** Another text whenever a case is about other clients, or another case is about them. */
  clientsVersion(): Promise<string>;
  /** A case of a team. Throws `case-name-taken`. */
  open(name: string, teamId: string): Promise<KeptCase>;
  /** Gives it to another team; nothing happens when it is that team's already. */
  move(caseId: string, teamId: string): Promise<void>;
}
