import type { FailureCode } from '#domain/failure.ts';
import type { FileSource } from '#ports/file-opener.ts';
import type { Receipt, Reception } from '#ports/received-files.ts';
import type { ArrivalMemory, FolderRound, FoundFile, KnownArrival, WatchedFolder } from '#ports/watched-folder.ts';
import { findPlace, type Place } from './find-place.ts';
import { isNothingTaken, receiveFile } from './receive-file.ts';

/** What happened. Never holds names or content. */
export type WatchEvent =
  | { readonly kind: 'looked'; readonly round: FolderRound }
  /** All files of the round had their turn. */
  | { readonly kind: 'took' }
  | { readonly kind: 'received'; readonly receipts: readonly Receipt[] }
  | { readonly kind: 'moved' }
  /** It lies in no folder that names a case. */
  | { readonly kind: 'no-case' }
  | { readonly kind: 'postponed'; readonly failure: FailureCode; readonly retryInMs: number };

/** Why a file, or a part of it, was not taken in. */
export interface Rejection {
  readonly label: string;
  readonly isWhole: boolean;
  /** One for each part that was rejected; none when there was nothing in it. */
  readonly parts: readonly { readonly name: string; readonly failure: FailureCode }[];
}

export interface WatchFolderOptions {
  /** Tells apart what is remembered of this folder and database from all others. */
  readonly scope: string;
  /** All files go to this case; undefined: each sub-folder is a case. */
  readonly onlyCase: string | undefined;
  /** Where files go that were received; undefined: they stay. */
  readonly moveTo: string | undefined;
  /** Where files go of which nothing could be taken in, with a note why; undefined: they stay. */
  readonly rejectedTo: string | undefined;
  readonly mostBytes: number;
  /** The day on which papers that come in now are judged, ISO 8601. */
  readonly today: () => string;
  readonly isOnce: boolean;
  readonly signal: AbortSignal;
  /** The note for a person. */
  readonly explain: (rejection: Rejection) => string;
  readonly onEvent: (event: WatchEvent) => void;
}

export interface WatchTools {
  readonly folder: WatchedFolder;
  readonly memory: ArrivalMemory;
  readonly source: Pick<FileSource, 'partsOf'>;
  readonly reception: Reception;
}

/** A moment after which a file is looked at again that was changed or renamed just now. */
const SOON_MS = 1_000;

/**
 * Takes in one file of a watched folder: receipts, then the note on what was rejected, then it is remembered, then moved. Each step may be the last one
 * before a crash; the next start goes on from there. `isLastTry`: what can't be taken out of an archive is rejected and not tried again.
 */
export function createFileTaker(
  options: WatchFolderOptions,
  tools: WatchTools,
): (file: FoundFile, isLastTry: boolean) => Promise<void> {
  const { folder, memory } = tools;

  return async (file, isLastTry) => {
    const place = findPlace(file.name, options.onlyCase);
    if (place === undefined) {
      options.onEvent({ kind: 'no-case' });
      return;
    }
    const key = [options.scope, place.caseName, file.name].join('\0');
    const known = memory.find(key);
    if (known?.version === file.version) return moveAway(file, known);
    const arrival = await receive(file, { ...place, isLastTry }, known);
    if (arrival === undefined) return folder.again(file, SOON_MS);
    await memory.remember(key, arrival);
    await moveAway(file, arrival);
  };

  /** Undefined when the file changed while it was read. */
  async function receive(
    file: FoundFile,
    { caseName, label, isLastTry }: Place & { readonly isLastTry: boolean },
    before: KnownArrival | undefined,
  ): Promise<KnownArrival | undefined> {
    const read = await folder.read(file, options.mostBytes);
    if (read === undefined) return undefined;
    const { sha256, bytes } = read;
    // Touched, or copied over itself: nothing new came. What was rejected may be tried again by touching it.
    if (before?.sha256 === sha256 && !before.isRejected) return { ...before, version: file.version };
    const receipts = await receiveFile(
      { name: label, sha256, bytes },
      { caseName, via: 'watch', asOf: options.today(), isLastTry },
      tools,
    );
    options.onEvent({ kind: 'received', receipts });
    const parts = receipts.flatMap(({ name, failure }) => (failure === null ? [] : [{ name, failure }]));
    const isRejected = isNothingTaken(receipts);
    if (options.rejectedTo !== undefined && (isRejected || parts.length > 0))
      await folder.leaveNote(options.explain({ label, isWhole: isRejected, parts }), {
        folder: options.rejectedTo,
        name: `${file.name}.txt`,
      });
    return { version: file.version, sha256, isRejected };
  }

  async function moveAway(file: FoundFile, arrival: KnownArrival): Promise<void> {
    const target = arrival.isRejected ? options.rejectedTo : options.moveTo;
    if (target === undefined) return;
    const moved = await folder.move(file, arrival.sha256, { folder: target, name: file.name });
    if (moved === undefined) folder.again(file, SOON_MS);
    else options.onEvent({ kind: 'moved' });
  }
}
