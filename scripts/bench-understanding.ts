// How long a page that was read already takes to be cut, classified, extracted and judged: processor time, by stage.
// Run: LIASSE_HOME=… node scripts/bench-understanding.ts CASE [--rounds 3] [--papers 12]; read the case first with `liasse intake --case CASE`.
// The first round is cold, as in a short run: tables are built and nothing is compiled. The digest is that of all records: equal digest, equal results.
import { createHash } from 'node:crypto';
import { createMemoryArtifactStore } from '../src/adapters/artifact-stores/create-memory-artifact-store.ts';
import { createFolderPaperStore } from '../src/adapters/home-folder/create-folder-paper-store.ts';
import { casesFolder } from '../src/app/config.ts';
import { loadPipeline } from '../src/app/load-pipeline.ts';
import { createModelAdvice } from '../src/app/model-advice.ts';
import { noReadingTools } from '../src/app/no-reading-tools.ts';
import { judgePages } from '../src/app/process-file.ts';
import { decisionsInForce } from '../src/domain/decisions-in-force.ts';
import type { DocumentRecord } from '../src/domain/document-record.ts';
import type { KeptPaper } from '../src/ports/paper-store.ts';
import { scriptOptions } from './script-options.ts';

const { positionals, values } = scriptOptions({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' }, papers: { type: 'string', default: '100000' } },
});
const [caseName = ''] = positionals;

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const beforeLoading = cpuMs();
const pipeline = await loadPipeline('humanitarian-permit');
console.log(`pipeline loaded in ${(cpuMs() - beforeLoading).toFixed(0)} ms`);
const found = await createFolderPaperStore(casesFolder()).find('', caseName);
const papers = found.slice(0, Number(values.papers)).map(({ paper }) => paper);
const pageCount = papers.reduce((sum, paper) => sum + paper.pages.length, 0);
if (pageCount === 0) throw new Error(`no papers are kept for the case “${caseName}”`);

/** Judges a paper as if it had just been read, and tells after each stage how long it took. */
async function judge(paper: KeptPaper, onStep: (step: string) => void): Promise<DocumentRecord[]> {
  const { file, sha256, mediaType, pageCount: pagesOfFile, asOf, duplicateOf } = paper;
  const context = {
    environment: {
      tools: noReadingTools(),
      pipeline,
      store: createMemoryArtifactStore(),
      signal: new AbortController().signal,
      observer: { onStage: ({ stage }: { readonly stage: string }) => onStep(stage) },
      inFlight: new Map<string, Promise<unknown>>(),
    },
    decisions: decisionsInForce([]),
    language: 'en' as const,
    advice: createModelAdvice(pipeline.reading, []),
  };
  const { id, version } = pipeline;
  const origin = { file, sha256, mediaType, pageCount: pagesOfFile, pipeline: { id, version } };
  const judged = judgePages(paper.pages, origin, { name: file, sha256, duplicateOf, asOf }, context);
  return (await Array.fromAsync(judged)).map(({ record }) => record);
}

for (let round = 1; round <= Number(values.rounds); round += 1) {
  const steps = new Map<string, number>();
  const digest = createHash('sha256');
  const startedAt = cpuMs();
  let last = startedAt;
  const onStep = (step: string): void => {
    const now = cpuMs();
    // Cutting has no stage of its own: what comes before the language is its work.
    steps.set(step, (steps.get(step) ?? 0) + now - last);
    last = now;
  };
  for (const paper of papers) {
    // A page that was just read is an object nobody has looked at yet.
    const records = await judge(structuredClone(paper), onStep);
    digest.update(JSON.stringify(records));
    onStep('record');
  }
  const aPage = (ms: number): string => (ms / pageCount).toFixed(2);
  const byStep = [...steps].map(([step, ms]) => `${step} ${aPage(ms)}`).join(', ');
  console.log(
    `round ${round}: ${aPage(cpuMs() - startedAt)} ms a page over ${pageCount} pages (${byStep}) ${digest.digest('hex').slice(0, 12)}`,
  );
}
