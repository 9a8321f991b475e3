import { createHash } from 'node:crypto';
import type { Keeping } from '#app/keeping/open-keeping.ts';
import { createReception } from '#app/keeping/receive.ts';
import { createCaseWorker } from '#app/keeping/work-functions.ts';
import { createReader, type Reader } from '#app/reader.ts';
import type { LotDesk } from '#app/reprocessing/compute-lot.ts';
import type { Pipeline } from '#definitions/pipeline.ts';

/** Tools that judge by a pipeline; texts are read without any engine. */
export function readerBy(pipeline: Pipeline, languages?: readonly string[]): Promise<Reader> {
  const options = { engine: 'js' as const, workers: 1, passwords: [], languages, isStandingBy: true };
  return createReader(Promise.resolve(pipeline), options);
}

/** What lots are computed with. */
export function deskOf(keeping: Keeping, reader: Reader): LotDesk {
  return { keeping, reader, slots: (work) => work() };
}

/** Receives texts into a case, reads and judges them; the ids of their files. */
export async function keepPapers(
  { keeping, reader, slots }: LotDesk,
  papers: Readonly<Record<string, string>>,
  caseName = 'test',
): Promise<string[]> {
  const parts = Object.entries(papers).map(([name, text]) => {
    const content = Buffer.from(text);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const bytes = () => Promise.resolve(content);
    return { name, sha256, mediaType: 'text/plain', sizeBytes: content.length, bytes };
  });
  const into = { caseName, via: 'upload', asOf: '2026-11-23' } as const;
  const receipts = await Array.fromAsync(createReception(keeping).receive(inTurn(parts), into));
  await doAllWork({ keeping, reader, slots });
  return receipts.map(({ fileId }) => fileId);
}

/** Does whatever is ready. */
export async function doAllWork({ keeping, reader, slots }: LotDesk): Promise<void> {
  const worker = createCaseWorker({ keeping, reader }, { owner: 'test', slots });
  for (;;) {
    const ready = await keeping.work.ready(100);
    if (ready.length === 0) return;
    for (const { id } of ready) await worker(id, new AbortController().signal);
  }
}

async function* inTurn<Value>(values: readonly Value[]): AsyncGenerator<Value> {
  yield* values;
}
