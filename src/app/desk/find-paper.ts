import type { Pipeline } from '#definitions/pipeline.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { KeptDocument } from '#ports/kept-results.ts';
import type { Keeping } from '../keeping/open-keeping.ts';
import { withWhatWasLearned } from '../learned-pipeline.ts';
import { loadPipeline } from '../load-pipeline.ts';

/** A paper that is kept: the same bytes and pages are one paper, in whatever cases they lie. */
export interface FoundPaper {
  readonly id: string;
  readonly record: DocumentRecord;
  /** Where it lies; never empty. */
  readonly places: readonly [KeptDocument, ...KeptDocument[]];
  readonly pipeline: Pipeline;
}

/** The paper whose id begins so. Throws `paper-unknown`, `paper-ambiguous`. */
export async function findPaper(keeping: Keeping, idPrefix: string, caseName: string | undefined): Promise<FoundPaper> {
  const inCase = caseName === undefined ? undefined : await keeping.cases.find(caseName);
  if (caseName !== undefined && inCase === undefined) throw new LiasseFailure('paper-unknown', idPrefix);
  const [first, ...others] = await keeping.results.byId(idPrefix, inCase?.id);
  if (first === undefined) throw new LiasseFailure('paper-unknown', idPrefix);
  if (others.some(({ id }) => id !== first.id)) throw new LiasseFailure('paper-ambiguous', idPrefix);
  const { record } = first.judgement;
  const pipeline = await withWhatWasLearned(await loadPipeline(record.pipeline.id), keeping.learnedModels);
  return { id: first.id, record, places: [first, ...others], pipeline };
}
