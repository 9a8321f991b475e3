/** What was said of a paper at some time, as far as it stands in clear. */
export interface JudgedVersion {
  readonly at: Date;
  readonly pipeline: string;
  readonly pipelineVersion: string;
  /** The run of an operator that brought it; null where it came of reading or of a decision. */
  readonly runId: string | null;
  readonly status: string;
  readonly type: string | null;
  readonly language: string | null;
  readonly issueDate: string | null;
  readonly score: number | null;
  readonly flags: readonly string[];
}

export interface JudgedVersions {
  /** All that was ever in force for these pages of a file, oldest first. */
  of(fileId: string, documentId: string): Promise<JudgedVersion[]>;
}
