import { createHash } from 'node:crypto';
import { judgeWholeFile } from '#app/desk/judge-at-desk.ts';
import type { Keeping } from '#app/keeping/open-keeping.ts';
import { createReception } from '#app/keeping/receive.ts';
import { loadPipeline } from '#app/load-pipeline.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { digestOf } from '#engine/stage-key.ts';
import { aRecord } from './a-record.ts';
import { pagesFromText } from './pages-from-text.ts';

export interface KeptScan {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** What a recogniser would have read; a form feed begins another page. */
  readonly text: string;
  /** Changes the pages as they were read: worse, say. */
  readonly pages?: (pages: DocumentPage[]) => DocumentPage[];
}

/** Receives a file into a case as if it had been read, cut and judged by all stages; the id of the file. */
export async function keptScan(keeping: Keeping, caseName: string, scan: KeptScan): Promise<string> {
  const { name, bytes, mediaType, text } = scan;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  async function* parts() {
    yield { name, sha256, mediaType, sizeBytes: bytes.length, bytes: () => Promise.resolve(bytes) };
  }
  const into = { caseName, via: 'upload', asOf: '2026-11-26' } as const;
  const [receipt] = await Array.fromAsync(createReception(keeping).receive(parts(), into));
  if (receipt === undefined) throw new Error('nothing was received');
  const { fileId } = receipt;
  const work = await keeping.work.find('file', fileId);
  await keeping.work.claimOne(work?.id ?? '', 'test', 60_000);
  const made = pagesFromText(text);
  const pages = scan.pages?.(made) ?? made;
  const digest = digestOf({ pages });
  await keeping.pages.save(sha256, digest, pages);
  const under = { judgedBy: 'test', cutBy: 'test', readBy: 'test', asOf: '2026-11-26' };
  const record = aRecord({ sha256, file: name, mediaType }, [1, pages.length]);
  const keys = { 'document-pages': { key: null, digest } };
  const document = { pageFrom: 1, pageTo: pages.length, judgement: { record, artifacts: null }, keys, words: null };
  await keeping.results.commit(
    { fileId, outcome: 'judged', documents: [document], pageCount: pages.length, under },
    { id: work?.id ?? '', owner: 'test' },
  );
  await judgeWholeFile(keeping, fileId, await loadPipeline('humanitarian-permit'));
  return fileId;
}
