/** Bytes under names, as they are: whoever writes seals them first (`ports/vault.ts`). Names are paths of `[a-z0-9._-]` parts joined by `/`. */
export interface BlobStore {
  /** Whether other machines that are set up alike see the same blobs. */
  readonly isShared: boolean;
  /** Durable when it resolves: synced, or acknowledged by the store. A crash in between leaves nothing or the whole. Throws `disk-full`, `blobs-away`. */
  put(name: string, content: Uint8Array): Promise<void>;
  /** The same for what can be made again: a killed process loses nothing of it, but a power cut may. */
  putMemo(name: string, content: Uint8Array): Promise<void>;
  /** Undefined when there is none of that name. Throws `blobs-away`. */
  find(name: string): Promise<Uint8Array | undefined>;
  has(name: string): Promise<boolean>;
  /** Nothing happens when there is none of that name. */
  remove(name: string): Promise<void>;
  /** Every blob whose name begins so, in no order. */
  list(prefix: string): AsyncIterable<{ readonly name: string; readonly sizeBytes: number }>;
}
