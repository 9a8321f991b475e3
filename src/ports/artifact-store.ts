/** Remembers artifacts by content key. What is stored was computed whole; a failure is never stored. */
export interface ArtifactStore {
  /** The remembered artifact as parsed JSON, or undefined. Unreadable records count as absent. */
  find(key: string): Promise<unknown>;
  /** Durable when it resolves; a crash in between leaves either nothing or the whole record. */
  save(key: string, artifact: unknown): Promise<void>;
}
