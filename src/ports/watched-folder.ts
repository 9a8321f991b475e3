/** One state of a file that lies in a watched folder; once it is written to, it is another version. */
export interface FoundFile {
  /** Below the folder, parts joined by `/`, spelled as the disk spells it. */
  readonly name: string;
  readonly sizeBytes: number;
  /** Size and time of the last change: equal while nobody wrote to it. */
  readonly version: string;
}

/** What a look at the folder found. */
export interface FolderRound {
  /** Whether the folder is there at all; a network share can go and come back. */
  readonly isThere: boolean;
  /** Files that lay still for long enough, in the order of their names. Each version is handed out once, unless `again` asks for it. */
  readonly files: readonly FoundFile[];
  /** Files that are still being written, or may be. */
  readonly unfinished: number;
  /** Folders that can't be entered, links, and names that this system can't spell. */
  readonly unreachable: number;
}

/** Where a file goes once it is safe. */
export interface Destination {
  readonly folder: string;
  /** Below that folder, parts joined by `/`. */
  readonly name: string;
}

/** What a file held when it was read; `bytes` is null for one with more than was asked for. */
export interface ReadFile {
  readonly sha256: string;
  readonly bytes: Uint8Array | null;
}

/** A folder that people and scanners put files into. */
export interface WatchedFolder {
  /**
   * One round at once, then whenever something is ready or the folder went or came back. Ends when the signal is given; with `isOnce` after one round, which
   * has waited the settle time. Never throws for what is wrong with the folder.
   */
  rounds(options: { readonly signal: AbortSignal; readonly isOnce: boolean }): AsyncGenerator<FolderRound>;
  /** Undefined when it changed or went in the meantime. Throws `no-permission`, `unreadable-file`. */
  read(file: FoundFile, mostBytes: number): Promise<ReadFile | undefined>;
  /** Hands this version out once more, after a pause. */
  again(file: FoundFile, afterMs: number): void;
  /**
   * Moves it there, whole and synced, under a free name: nothing is ever overwritten. `undefined`: it changed in the meantime and stayed.
   * `sha256` is that of the bytes that were read. Throws `move-failed`, and then it stayed too.
   */
  move(file: FoundFile, sha256: string, to: Destination): Promise<Destination | undefined>;
  /** Writes a text there, unless the very same is there already. Throws `move-failed`. */
  leaveNote(text: string, at: Destination): Promise<void>;
}

/** What became of a version of a file. */
export interface KnownArrival {
  /** The `version` of the file. */
  readonly version: string;
  readonly sha256: string;
  /** Whether all of it was rejected. */
  readonly isRejected: boolean;
}

/** Remembers what was taken in, so that a restart does not take it in again. It may forget: then the same bytes come once more, which does no harm. */
export interface ArrivalMemory {
  find(place: string): KnownArrival | undefined;
  remember(place: string, arrival: KnownArrival): Promise<void>;
}
