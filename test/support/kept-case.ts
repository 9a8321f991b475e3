import type { Keeping } from '#app/keeping/open-keeping.ts';
import { processCase } from '#app/keeping/process-case.ts';
import { createReception } from '#app/keeping/receive.ts';
import { digestOf } from '#engine/stage-key.ts';
import type { JudgedDocument } from '#ports/kept-results.ts';
import type { Receipt } from '#ports/received-files.ts';
import { aRecord } from './a-record.ts';
import { filePart } from './file-parts.ts';
import { pagesFromText } from './pages-from-text.ts';

/**
 * Takes texts into a case by the way that every file takes, and keeps what reading them would give, without a recogniser: pages, their artifacts,
 * a document a file, its words, the judgement of the case.
 */
export async function keptCase(
  keeping: Keeping,
  caseName: string,
  texts: Readonly<Record<string, string>>,
): Promise<Receipt[]> {
  const parts = async function* () {
    for (const [name, text] of Object.entries(texts)) yield filePart(name, text);
  };
  const into = { caseName, via: 'intake', asOf: '2026-11-26' } as const;
  const receipts: Receipt[] = [];
  for await (const receipt of createReception(keeping).receive(parts(), into)) {
    receipts.push(receipt);
    await settle(keeping, receipt, texts[receipt.name] ?? '');
  }
  const { id } = await keeping.cases.open(caseName);
  const work = await keeping.work.find('case', id);
  if (work !== undefined && (await keeping.work.claimOne(work.id, 'test', 60_000)) !== undefined) {
    await processCase({ subject: id }, keeping);
    await keeping.work.finish(work.id, 'test');
  }
  return receipts;
}

async function settle(keeping: Keeping, { fileId, name, sha256 }: Receipt, text: string): Promise<void> {
  const work = await keeping.work.find('file', fileId);
  if (work === undefined || sha256 === null) return;
  await keeping.work.claimOne(work.id, 'test', 60_000);
  const pages = pagesFromText(text);
  await keeping.pages.artifactsOf(sha256).save('a'.repeat(64), { text });
  const digest = digestOf({ pages });
  await keeping.pages.save(sha256, digest, pages);
  const document: JudgedDocument = {
    pageFrom: 1,
    pageTo: pages.length,
    judgement: { record: aRecord({ sha256, file: name, mediaType: 'text/plain' }, [1, pages.length]), artifacts: null },
    keys: { 'document-pages': { key: null, digest } },
    words: await keeping.search.wordsOf(text, 'fr'),
  };
  const result = { fileId, outcome: 'judged', documents: [document], pageCount: pages.length } as const;
  await keeping.results.commit(
    { ...result, under: { judgedBy: 'test', cutBy: 'test', readBy: 'test', asOf: '2026-11-26' } },
    { id: work.id, owner: 'test' },
  );
}
