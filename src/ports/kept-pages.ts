import type { DocumentPage } from '#domain/page-reading.ts';
import type { ArtifactStore } from './artifact-store.ts';

/** What was made of the pages of files: never made twice, and there for judging again without the original. */
export interface KeptPages {
  /** Remembers what the page stages computed of a file. */
  artifactsOf(sha256: string): ArtifactStore;
  /** The pages of a document as they were read, by their digest: another reading takes the place of none. Durable when it resolves. */
  save(sha256: string, digest: string, pages: readonly DocumentPage[]): Promise<void>;
  /** Throws `reading-missing`, `sealed-damaged`. */
  read(sha256: string, digest: string): Promise<DocumentPage[]>;
}
