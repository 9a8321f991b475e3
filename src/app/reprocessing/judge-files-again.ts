import PQueue from 'p-queue';
import type { KeptDocument } from '#ports/kept-results.ts';
import { cutAgain } from './cut-again.ts';
import { type JudgedBefore, type JudgingAgain, judgeAgain } from './judge-again.ts';
import { type LotOutcome, orFailed, together } from './lot-outcome.ts';

/** Files whose pages are in memory at the same time. */
const SIDE_BY_SIDE = 4;

/** Judges documents again without reading them again. Throws transient failures. */
export async function judgeFilesAgain(documents: readonly KeptDocument[], by: JudgingAgain): Promise<LotOutcome> {
  const slots = new PQueue({ concurrency: SIDE_BY_SIDE });
  const files = [...Map.groupBy(documents, ({ fileId }) => fileId)];
  return together(
    await slots.addAll(
      files.map(
        ([fileId, reached]) =>
          () =>
            judgeFileAgain(fileId, reached, by),
      ),
    ),
  );
}

/** The documents of a file that are to be judged; all of its documents where it has to be cut again, or could not be judged before. */
async function judgeFileAgain(fileId: string, reached: readonly KeptDocument[], by: JudgingAgain): Promise<LotOutcome> {
  const asTheyAre = reached.filter(isJudged).filter(({ cutBy }) => cutBy === by.under.cutBy);
  if (asTheyAre.length < reached.length)
    return orFailed(reached.length, async () => {
      const file = await by.keeping.files.find(fileId);
      if (file?.sha256 == null) return [];
      return cutAgain({ ...file, sha256: file.sha256 }, await by.keeping.results.ofFile(fileId), by);
    });
  const outcomes: LotOutcome[] = [];
  for (const document of asTheyAre) outcomes.push(await orFailed(1, async () => [await judgeAgain(document, by)]));
  return together(outcomes);
}

function isJudged(document: KeptDocument): document is JudgedBefore {
  return document.judgement.artifacts !== null;
}
