import type { MasterKey } from './create-master-key.ts';

/** The master keys at hand: the one in use, and, while it is being changed, the one before or the one to come. */
export interface MasterKeys {
  /** The one that this installation is set up with; undefined when there is none at all. Throws `master-key-missing`, `master-key-malformed`. */
  chosen(): Promise<MasterKey | undefined>;
  /** The one of that fingerprint, if it is at hand anywhere. */
  find(fingerprint: string): Promise<MasterKey | undefined>;
  /** Makes one where there is none, durable before it is used. When another process was first, its key. Throws `home-not-writable`, `disk-full`. */
  make(): Promise<MasterKey>;
}
