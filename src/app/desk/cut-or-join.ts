import type { DocumentRecord } from '#domain/document-record.ts';
import { LiasseFailure } from '#domain/failure.ts';
import { localisedRecord } from '../keeping/localised-record.ts';
import type { Keeping } from '../keeping/open-keeping.ts';
import type { AtDesk } from './decide-about-paper.ts';
import type { FoundPaper } from './find-paper.ts';
import { judgeWholeFile } from './judge-at-desk.ts';

/** The papers of the file as it is cut now, and what was kept. */
export interface CutFile {
  readonly records: readonly DocumentRecord[];
  readonly decisionId: string;
}

/**
 * Cuts the paper before a page of its file, or joins it to the paper before it (no page), and judges what came of it: the papers of that file.
 * Throws `page-not-inside`, `nothing-before`.
 */
export async function cutOrJoin(
  keeping: Keeping,
  found: FoundPaper,
  page: number | undefined,
  { language, now }: AtDesk,
): Promise<CutFile> {
  const { places, pipeline } = found;
  const [{ pageFrom, pageTo }] = places;
  if (page === undefined && pageFrom === 1) throw new LiasseFailure('nothing-before');
  if (page !== undefined && (page <= pageFrom || page > pageTo))
    throw new LiasseFailure('page-not-inside', String(page));
  const { sha256 } = found.record;
  if (sha256 === null) throw new LiasseFailure('paper-unknown', found.id);
  const about = { at: now.toISOString(), sha256 };
  const [decisionId = ''] = await keeping.decisions.add([
    page === undefined ? { kind: 'join', ...about, page: pageFrom } : { kind: 'cut', ...about, page },
  ]);
  const records = await Promise.all(places.map(({ fileId }) => judgeWholeFile(keeping, fileId, pipeline)));
  return { records: (records[0] ?? []).map((record) => localisedRecord(record, language)), decisionId };
}

/** Says that no other paper begins on a page inside this one, so that nobody is asked about it again. Throws `page-not-inside`. */
export async function keepTogether(
  keeping: Keeping,
  { places, pipeline, record: { sha256 } }: FoundPaper,
  page: number,
  now: Date,
): Promise<Pick<CutFile, 'decisionId'>> {
  const [{ pageFrom, pageTo }] = places;
  if (sha256 === null || page <= pageFrom || page > pageTo) throw new LiasseFailure('page-not-inside', String(page));
  const [decisionId = ''] = await keeping.decisions.add([{ kind: 'join', at: now.toISOString(), sha256, page }]);
  for (const { fileId } of places) await judgeWholeFile(keeping, fileId, pipeline);
  return { decisionId };
}
