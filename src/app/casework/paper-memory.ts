import type { CasePaper } from '#domain/case-paper.ts';

/** What judging a case takes from the pages of a paper. */
export type PaperReading = Pick<CasePaper, 'text' | 'capture'>;

/** Papers that were opened lately: of a case into which one more came, only that one is opened. */
export interface PaperMemory {
  /** What is remembered of pages, which are named by their digest and never change; else what `open` gives. */
  reading(digest: string, open: () => Promise<PaperReading>): Promise<PaperReading>;
}

const MOST_LETTERS = 20_000_000;
const LONGEST_MS = 10 * 60_000;

/** Remembers some forty megabytes of text at most, each for ten minutes at most. */
export function createPaperMemory(mostLetters = MOST_LETTERS, longestMs = LONGEST_MS): PaperMemory {
  const kept = new Map<string, { readonly at: number; readonly reading: PaperReading }>();
  let letters = 0;

  const forget = (digest: string): void => {
    letters -= kept.get(digest)?.reading.text.length ?? 0;
    kept.delete(digest);
  };
  /** The oldest come first. */
  const forgetOld = (): void => {
    for (const [digest, { at }] of kept) {
      if (letters <= mostLetters && performance.now() - at <= longestMs) return;
      forget(digest);
    }
  };

  return {
    reading: async (digest, open) => {
      forgetOld();
      const found = kept.get(digest);
      if (found !== undefined) return found.reading;
      const reading = await open();
      forget(digest);
      kept.set(digest, { at: performance.now(), reading });
      letters += reading.text.length;
      return reading;
    },
  };
}
