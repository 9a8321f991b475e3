/** Takes the parts of a backup one after the other; only a finished one is a backup. */
export interface BackupSink {
  /** Where work files of the backup may lie until it is finished or given up. */
  readonly workFolder: string;
  /** A part whose size is known. */
  add(name: string, sizeBytes: number, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void>;
  /** How many blobs may be added at the same time; all else is added alone. */
  readonly blobsAtOnce: number;
  /** A blob, which may lie in an earlier backup already; whether it was written anew. */
  addBlob(name: string, content: Uint8Array, sha256: string): Promise<boolean>;
  /** Waits until all lies on the disk, and opens it for reading; it is no backup yet. Throws `disk-full`, `backup-not-written`. */
  seal(): Promise<BackupSource>;
  /** Puts it into its place, durable when it resolves; where it is. */
  publish(): Promise<string>;
  /** Leaves nothing of it behind; nothing happens after it was published. */
  giveUp(): Promise<void>;
}

/** One part of a backup. Its content is to be read to the end, or not at all, before the next one. */
export interface BackupPart {
  readonly name: string;
  readonly sizeBytes: number;
  readonly content: AsyncIterable<Uint8Array>;
}

/** A backup that can be read. */
export interface BackupSource {
  readonly path: string;
  /** In the order in which they were added. Throws `backup-damaged`, `unreadable-file`. */
  parts(): AsyncGenerator<BackupPart>;
}
