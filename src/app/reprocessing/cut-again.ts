import type { DocumentPage } from '#domain/page-reading.ts';
import type { KeptFile } from '#ports/kept-files.ts';
import type { JudgedDocument, KeptDocument } from '#ports/kept-results.ts';
import type { ProposedChange } from '#ports/runs.ts';
import { pagesOf } from '../keeping/pages-of.ts';
import { asJudged } from '../keeping/process-received.ts';
import { earlierBoard } from '../process-document.ts';
import { judgePages } from '../process-file.ts';
import type { JudgingAgain } from './judge-again.ts';
import { proposeForFile } from './propose-change.ts';

/**
 * Cuts the pages of a file again, as they were read, and judges what came of it; undefined when a document could not be judged. Throws transient
 * failures and `reading-missing`.
 */
export async function cutAgain(
  file: KeptFile & { readonly sha256: string },
  documents: readonly KeptDocument[],
  by: JudgingAgain,
): Promise<ProposedChange[] | undefined> {
  const [first] = documents;
  if (first === undefined) return [];
  const { name, sha256, copyOf: duplicateOf } = file;
  const { keeping, environment, decisions, advice } = by;
  const { id, version } = environment.pipeline;
  const pages: DocumentPage[] = [];
  for (const document of documents) pages.push(...(await pagesOf(keeping.pages, sha256, document)));
  const under = { ...by.under, readBy: first.readBy, asOf: by.under.asOf ?? first.asOf };
  const mediaType = file.mediaType ?? first.judgement.record.mediaType ?? '';
  const origin = {
    file: name,
    sha256,
    mediaType,
    pageCount: file.pageCount ?? pages.length,
    pipeline: { id, version },
  };
  const known = new Map(documents.map((document) => [document.id, document]));
  const judged = judgePages(
    pages,
    origin,
    { name, sha256, duplicateOf, asOf: under.asOf },
    {
      environment,
      decisions,
      advice,
      language: 'fr',
      onPaper: (paper) => keeping.pages.save(sha256, paper.digest, paper.pages),
      earlier: (document) => {
        const before = known.get(document);
        return before === undefined ? {} : earlierBoard(before.judgement.artifacts, before.keys);
      },
    },
  );
  const after: JudgedDocument[] = [];
  for await (const document of judged) {
    if (document.artifacts === null) return undefined;
    after.push(await asJudged(document, keeping));
  }
  return proposeForFile(documents, after, under);
}
