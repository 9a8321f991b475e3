import type { FailureCode } from '#domain/failure.ts';
import type { KeptJudgement, StageKeys } from '#domain/kept-judgement.ts';
import type { FinishedWork } from './work-queue.ts';

/** What a document was judged under. Digests: equal ones mean that doing it again gives the same. */
export interface JudgedUnder {
  /** Of all that has a say in judging: pipeline and stages. */
  readonly judgedBy: string;
  /** Of what its file was cut by. */
  readonly cutBy: string;
  /** Of what its pages were read with. */
  readonly readBy: string;
  /** The day it was judged, ISO 8601. */
  readonly asOf: string;
}

/** A judged document on its way into the database. */
export interface JudgedDocument {
  /** 1-based, within its file. */
  readonly pageFrom: number;
  readonly pageTo: number;
  readonly judgement: KeptJudgement;
  readonly keys: StageKeys;
  /** What it can be found by: blind words (`ports/vault.ts`) as PostgreSQL writes a tsvector; null when nothing was read. */
  readonly words: string | null;
}

/** All that came of one file. */
export interface FileResult {
  readonly fileId: string;
  readonly outcome: 'judged' | { readonly rejected: FailureCode };
  readonly documents: readonly JudgedDocument[];
  readonly pageCount: number | null;
  readonly under: JudgedUnder;
}

/** A document in force. */
export interface KeptDocument extends JudgedUnder {
  readonly fileId: string;
  readonly caseId: string;
  readonly caseName: string;
  readonly pageFrom: number;
  readonly pageTo: number;
  readonly id: string;
  readonly artifactsId: string;
  /** Artifacts that hold the content of these: their own, or earlier ones that say the same. */
  readonly contentId: string;
  readonly judgement: KeptJudgement;
  readonly keys: StageKeys;
}

/** The documents in force and what they are made of. */
export interface ResultStore {
  /**
   * In one transaction: the documents of the file are replaced by these, the file is settled, the work is done, and the case is to be judged when none of its
   * files waits any more. `lost`, and nothing happens, when the work is somebody else's by now, or the file was erased.
   */
  commit(result: FileResult, work: { readonly id: string; readonly owner: string }): Promise<FinishedWork>;
  /**
   * These documents of a file are replaced by those, as a person decided; all at once. The rest of the file stays as it is. False, and nothing happens, when
   * they are not in force as they were any more: somebody else cut or joined meanwhile.
   */
  replace(
    places: readonly Pick<KeptDocument, 'fileId' | 'pageFrom' | 'pageTo'>[],
    documents: readonly JudgedDocument[],
    under: JudgedUnder,
  ): Promise<boolean>;
  /** In the order of the files' receipt, then of pages. */
  ofCase(caseId: string): Promise<KeptDocument[]>;
  /** In the same order, where they begin and nothing else. */
  orderOfCase(caseId: string): Promise<Pick<KeptDocument, 'fileId' | 'pageFrom'>[]>;
  ofFile(fileId: string): Promise<KeptDocument[]>;
  /** Documents whose id begins so, of one case or of all. */
  byId(prefix: string, caseId?: string): Promise<KeptDocument[]>;
}
