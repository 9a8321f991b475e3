import type { CaseFacts } from '#domain/case-paper.ts';
import type { CaseState } from '#domain/case-state.ts';
import type { CaseSummary } from '#domain/case-summary.ts';
import type { FailureCode } from '#domain/failure.ts';
import type { FileState, LedgerCounts } from '#domain/ledger.ts';
import type { Receipt, WayIn } from './received-files.ts';

/** A stream of bytes that came in, as the ledger has it. */
export interface KeptFile {
  readonly id: string;
  readonly caseId: string;
  /** The order of receipt, over all cases. */
  readonly position: number;
  readonly name: string;
  readonly sha256: string | null;
  readonly mediaType: string | null;
  readonly sizeBytes: number;
  /** An archive or e-mail: its files have rows of their own. */
  readonly isContainer: boolean;
  readonly state: FileState;
  readonly failure: FailureCode | null;
  /** Name of the file of the same case that brought the same bytes before. */
  readonly copyOf: string | null;
  /** The day its papers are judged, ISO 8601. */
  readonly asOf: string;
  readonly via: WayIn;
  readonly receivedAt: Date;
  readonly pageCount: number | null;
  /** Digest of what its pages were read with; null until they were. */
  readonly reading: string | null;
}

/** An entry of the ledger that does not agree with what is kept. */
export interface LedgerProblem {
  readonly fileId: string;
  readonly caseName: string;
  readonly problem: 'waiting-without-work' | 'accepted-without-documents';
}

/** What is known of a file before it has a row. */
export interface ArrivedFile {
  readonly name: string;
  readonly sha256: string | null;
  readonly mediaType: string | null;
  readonly sizeBytes: number;
  readonly isContainer: boolean;
  readonly failure: FailureCode | null;
  readonly asOf: string;
  readonly via: WayIn;
  /** A moment of the database's clock from before its original was kept: one that was purged since is not there any more. */
  readonly keptAfter?: string;
}

/** A case: the files of one client. */
export interface KeptCase {
  readonly id: string;
  readonly name: string;
  readonly state: CaseState;
  readonly openedAt: Date;
  readonly stateSince: Date;
  /** Whose case it is. */
  readonly teamId: string;
  /** When its papers were last judged together. */
  readonly judgedAt: Date | null;
  /** What its documents say together; null until all of its files were settled once. */
  readonly summary: CaseSummary | null;
}

export interface CaseStore {
  /**
   * The case of that name or id; a name that there is not yet is opened, in the first team. Throws `case-name-ambiguous` when several teams have a case of
   * that name, `case-unknown` for an id of none.
   */
  open(nameOrId: string): Promise<KeptCase>;
  /** The same, and nothing is opened. Throws `case-name-ambiguous`. */
  find(nameOrId: string): Promise<KeptCase | undefined>;
  byId(id: string): Promise<KeptCase | undefined>;
  /** In the order of their names. */
  all(): Promise<KeptCase[]>;
  summarise(id: string, summary: CaseSummary): Promise<void>;
  /** What the organisation knows of the client beside the papers. */
  facts(id: string): Promise<CaseFacts>;
  setFacts(id: string, facts: CaseFacts): Promise<void>;
  /** Whom the case is about: names, which are sealed, and what they are looked up by, of which only keyed hashes are kept. */
  setClient(id: string, client: { readonly names: readonly string[]; readonly keys: readonly string[] }): Promise<void>;
  /** Names of the client of a case; none when nobody is known, or there is no such case. */
  clientNames(id: string): Promise<readonly string[]>;
  /** By what the clients of all cases are looked up; `blind` is what their keys were hashed with. */
  blindClients(): Promise<{
    readonly cases: readonly { readonly id: string; readonly keys: readonly string[] }[];
    blind(key: string): string;
  }>;
  /** The case in that state; nothing happens when it is in it already. Undefined when there is no such case. */
  setState(id: string, state: CaseState): Promise<KeptCase | undefined>;
}

/** The ledger of what came in. */
export interface FileStore {
  /**
   * Gives a file its row, durable when it resolves: `waiting` with its work, `rejected` when it came with a failure, `duplicate` when the very same
   * file (bytes and name) is there already. Receipts of one case are settled one after the other. New papers open a case that was closed.
   * Throws `purged-meanwhile` when the original is being purged from another case, or was since `keptAfter`: it is to be kept once more.
   */
  receive(file: ArrivedFile, caseId: string): Promise<Receipt>;
  /** Now, by the database's clock. */
  moment(): Promise<string>;
  /** Tells the audit log what came into a case since it was last told: who brought how many files, at which positions. */
  noteReceipts(caseId: string): Promise<void>;
  find(fileId: string): Promise<KeptFile | undefined>;
  /** In the order of receipt. */
  ofCase(caseId: string): Promise<KeptFile[]>;
  /** Has the papers of a file judged (again) as of a day; nothing happens when that is under way. */
  askAgain(fileId: string, asOf: string): Promise<void>;
  /** Why files were rejected: how many by failure code. */
  rejections(caseId?: string): Promise<Record<string, number>>;
  /** Entries that do not agree with documents and work. */
  unaccounted(caseId?: string): Promise<LedgerProblem[]>;
  /** Of a case, or of everything. */
  counts(caseId?: string): Promise<LedgerCounts>;
}
