import { asFailure, type LiasseFailure } from '#domain/failure.ts';
import type { FoundFile } from '#ports/watched-folder.ts';
import { createFileTaker, type WatchFolderOptions, type WatchTools } from './create-file-taker.ts';
import { ALL_WAIT, growingPause, MOST_TRIES, ONE_WAITS, troubleOf } from './trouble-of.ts';

/**
 * Takes in what lies in a folder and what comes, until the signal is given; with `isOnce` what is there. A file is moved, if at all, after its receipts
 * are durable. Killed at any moment and started again it takes in what is left, and the same bytes never twice. Throws failures that only a
 * person can mend (`master-key-missing` …).
 */
export async function watchFolder(options: WatchFolderOptions, tools: WatchTools): Promise<void> {
  const take = createFileTaker(options, tools);
  const tries = new Map<string, number>();
  let troubles = 0;

  const postpone = (file: FoundFile, failure: LiasseFailure, retryInMs: number): void => {
    tools.folder.again(file, retryInMs);
    options.onEvent({ kind: 'postponed', failure: failure.code, retryInMs });
  };

  /** Whether to go on with the next file. */
  const takeOne = async (file: FoundFile): Promise<boolean> => {
    const triesBefore = tries.get(file.name) ?? 0;
    try {
      await take(file, triesBefore + 1 >= MOST_TRIES);
      tries.delete(file.name);
      troubles = 0;
      return true;
    } catch (error) {
      const failure = asFailure(error);
      const trouble = troubleOf(failure);
      if (trouble === 'end') throw error;
      if (trouble === 'one') tries.set(file.name, triesBefore + 1);
      else troubles += 1;
      postpone(
        file,
        failure,
        trouble === 'one' ? growingPause(triesBefore, ONE_WAITS) : growingPause(troubles - 1, ALL_WAIT),
      );
      return trouble === 'one';
    }
  };

  for await (const round of tools.folder.rounds(options)) {
    options.onEvent({ kind: 'looked', round });
    let isGoingOn = true;
    for (const file of round.files) {
      if (options.signal.aborted) return;
      if (isGoingOn) isGoingOn = await takeOne(file);
      else tools.folder.again(file, growingPause(troubles - 1, ALL_WAIT));
    }
    if (round.files.length > 0) options.onEvent({ kind: 'took' });
  }
}
