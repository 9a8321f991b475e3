import { createHash } from 'node:crypto';
import type { Keeping } from '#app/keeping/open-keeping.ts';
import { createReception } from '#app/keeping/receive.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import type { FailureCode } from '#domain/failure.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { digestOf } from '#engine/stage-key.ts';
import type { JudgedDocument } from '#ports/kept-results.ts';
import { aRecord } from './a-record.ts';

/** A file that came in, and what was made of it. */
export interface KeptPaper {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Of the whole file; or why it could not be read. */
  readonly as: Partial<DocumentRecord> | { readonly rejected: FailureCode };
  /** One a page. */
  readonly pages?: readonly DocumentPage[];
}

/** Receives files into a case and keeps what was judged of them, each file one paper; their keys. Nothing is read. */
export async function keepPapers(keeping: Keeping, caseName: string, papers: readonly KeptPaper[]): Promise<string[]> {
  const keys: string[] = [];
  for (const paper of papers) {
    const sha256 = createHash('sha256').update(paper.bytes).digest('hex');
    const { name, mediaType, bytes } = paper;
    async function* parts() {
      yield { name, sha256, mediaType, sizeBytes: bytes.length, bytes: () => Promise.resolve(bytes) };
    }
    const receipts = createReception(keeping).receive(parts(), { caseName, via: 'upload', asOf: '2026-11-23' });
    for await (const { fileId } of receipts) {
      const work = await keeping.work.find('file', fileId);
      await keeping.work.claimOne(work?.id ?? '', 'me', 60_000);
      const isRejected = 'rejected' in paper.as;
      const documents = isRejected ? [] : [await judged(keeping, sha256, paper)];
      await keeping.results.commit(
        {
          fileId,
          outcome: 'rejected' in paper.as ? { rejected: paper.as.rejected } : 'judged',
          documents,
          pageCount: paper.pages?.length ?? 1,
          under: { judgedBy: 'a test', cutBy: 'a test', readBy: 'a test', asOf: '2026-11-23' },
        },
        { id: work?.id ?? '', owner: 'me' },
      );
      keys.push(`${fileId}:1`);
    }
  }
  return keys;
}

async function judged(keeping: Keeping, sha256: string, paper: KeptPaper): Promise<JudgedDocument> {
  const { name, mediaType, as, pages = [] } = paper;
  const to = Math.max(1, pages.length);
  const digest = digestOf({ pages });
  await keeping.pages.save(sha256, digest, pages);
  const record = aRecord({ sha256, file: name, mediaType, ...('rejected' in as ? {} : as) }, [1, to]);
  return {
    pageFrom: 1,
    pageTo: to,
    judgement: { record, artifacts: null },
    keys: { 'document-pages': { key: null, digest } },
    words: null,
  };
}
