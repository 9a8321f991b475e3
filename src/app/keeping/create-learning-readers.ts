import { withWhatWasLearned } from '../learned-pipeline.ts';
import { loadPipeline } from '../load-pipeline.ts';
import type { Reader } from '../reader.ts';
import { judgedBy } from './judged-by.ts';
import type { Keeping } from './open-keeping.ts';

/** The reader for one piece of work: with what was learned by now, or with the knowledge that is asked for, as `judgedBy` tells it. */
export type ReaderFor = (judged?: string) => Promise<Reader>;

/** Runs that were begun before something was learned are computed to their end. */
const REMEMBERED = 3;

/**
 * Readers of a process that stays: whoever learns or unlearns, here or elsewhere, is noticed at the next piece of work, which asks the database for one number.
 * Tools and threads stay the same; whatever is under way goes on with the reader it began with. `loaded`: the number when the reader's pipeline was loaded.
 */
export function createLearningReaders(
  reader: Reader,
  { learnedModels }: Pick<Keeping, 'learnedModels'>,
  loaded: string,
): ReaderFor {
  const { id } = reader.pipeline;
  let latest = { version: loaded, reader: Promise.resolve(reader) };
  let known: readonly Reader[] = [reader];

  const readAnew = async (): Promise<Reader> => {
    const fresh = reader.judgingBy(await withWhatWasLearned(await loadPipeline(id), learnedModels));
    known = [fresh, ...known].slice(0, REMEMBERED);
    return fresh;
  };

  return async (judged) => {
    const version = await learnedModels.version(id);
    if (version !== latest.version) {
      const before = latest;
      const one = { version, reader: readAnew() };
      latest = one;
      one.reader.catch(() => {
        if (latest === one) latest = before;
      });
    }
    const current = await latest.reader;
    const isFit = ({ pipeline }: Reader): boolean => judged === undefined || judgedBy(pipeline) === judged;
    return [current, ...known].find(isFit) ?? current;
  };
}
