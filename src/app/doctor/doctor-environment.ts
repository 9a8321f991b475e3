import type { KeyPlaces } from '#adapters/master-key/held-keys.ts';
import type { DatabaseInspection } from '#adapters/sql/inspect-database.ts';
import type { ModelPlaces } from '#adapters/tesseract-models/installed-model.ts';
import type { BlobStore } from '#ports/blob-store.ts';

/** What there is to look at: this machine, and the places Liasse is set up with. */
export interface DoctorEnvironment {
  /** Why the places could not be made out from the environment variables; undefined: they could. */
  readonly settingsFailure: unknown;
  readonly nodeVersion: string;
  readonly home: string;
  readonly temp: string;
  /** Folder of pipelines. */
  readonly pipelines: string;
  readonly models: ModelPlaces;
  readonly memory: { readonly totalBytes: number; readonly availableBytes: number };
  readonly clock: {
    readonly now: Date;
    /** When this copy of Liasse was put here: no clock can be before that. */
    readonly installedAt: Date;
    /** What `TZ` says, and the zone that days are counted in. */
    readonly zoneAsked: string | undefined;
    readonly zoneUsed: string;
  };
  /** Starts an engine that reads, and ends it again. */
  readonly tryEngine: () => Promise<{ readonly isNative: boolean; readonly version: string }>;
  /** Asked once, however many checks need it; undefined where none was made yet. */
  readonly database: () => Promise<DatabaseInspection | undefined>;
  readonly isDatabaseServer: boolean;
  readonly blobs: {
    readonly place: string;
    readonly isThere: () => Promise<boolean>;
    readonly isShared: boolean;
    /** Throws `s3-misconfigured`. */
    readonly open: () => BlobStore;
  };
  readonly redisUrl: string | undefined;
  readonly masterKey: KeyPlaces;
}
