/** The process that reads one file after the other for `try-collection.ts`, as `liasse intake` would; it may be killed at any time. */
import { z } from 'zod';
import { ENGINES } from '#app/choose-recognizer.ts';
import { createApp } from '#app/compose.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import { asFailure, FAILURES } from '#domain/failure.ts';
import { type Attempt, requestSchema } from './attempt.schema.ts';

const [pipelineId = '', engineName] = process.argv.slice(2);
const engine = z.enum(ENGINES).parse(engineName);
const app = await createApp({ pipelineId, engine, workers: 2, passwords: [] });

async function attempt(path: string): Promise<Attempt> {
  const startedAt = performance.now();
  const codes = new Set<string>();
  const records: DocumentRecord[] = [];
  let firstAt: number | undefined;
  try {
    const options = { asOf: '2026-11-23', language: 'en' as const, signal: new AbortController().signal };
    for await (const { record } of app.intake({
      ...options,
      paths: [path],
      onProgress: ({ pagesDone }) => {
        if (pagesDone > 0) firstAt ??= performance.now();
        process.send?.('alive');
      },
    })) {
      firstAt ??= performance.now();
      records.push(record);
      if (record.error !== null) codes.add(record.error.code);
    }
  } catch (error) {
    codes.add(`run: ${asFailure(error).message}`);
  }
  if (records.length === 0 && codes.size === 0) codes.add('no record');
  const isUntyped = [...codes].some((code) => code === 'internal-error' || !Object.hasOwn(FAILURES, code));
  const documents = records.filter((record) => record.error === null).length;
  const typed = documents > 0 ? 'documents' : 'typed-error';
  return {
    path,
    kind: isUntyped ? 'untyped' : typed,
    codes: [...codes],
    documents,
    pages: records.reduce((sum, { pages }) => sum + (pages === null ? 0 : pages.to - pages.from + 1), 0),
    milliseconds: Math.round(performance.now() - startedAt),
    firstMilliseconds: Math.round((firstAt ?? performance.now()) - startedAt),
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

process.on('message', async (message) => {
  const { path } = requestSchema.parse(message);
  if (path === '') {
    await app.close();
    process.disconnect();
    return;
  }
  process.send?.(await attempt(path));
});
// Nobody is left to report to.
process.on('disconnect', () => process.exit());
process.send?.('ready');
