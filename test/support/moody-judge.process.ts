// Stands in for the thread that judges cases: does what the name of the case says. `pipelineId` is a folder for what has to outlive it.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, threadId, workerData } from 'node:worker_threads';
import type { JudgingReply, JudgingRequest, JudgingStart } from '#app/web/judging/judging-messages.ts';
import type { CaseJudgement } from '#domain/case-judgement.ts';

const { pipelineId: folder }: JudgingStart = workerData;

/** By which thread it was judged stands where the pipeline's version does. */
function judgementOf(name: string, asOf: string): CaseJudgement {
  return {
    ...{ schema: 'liasse.case/1', case: name, asOf, pipeline: { id: 'moody', version: `${threadId}` } },
    ...{
      criteria: [],
      cells: [],
      findings: [],
      relations: { copies: [], translations: [], people: [] },
      requests: [],
      clocks: [],
    },
    presence: { from: null, to: null, fromBecause: null, months: [], stretches: [], because: [] },
  };
}

const MOODS: Readonly<Record<string, () => void>> = {
  dies: () => process.exit(1),
  throws: () => {
    throw new Error('of something nobody thought of');
  },
  hangs: () => {
    for (;;) void 0;
  },
  'dies once': () => {
    const mark = join(folder, 'has-died');
    if (existsSync(mark)) return;
    writeFileSync(mark, '');
    process.exit(1);
  },
};

if (existsSync(join(folder, 'does-not-load'))) throw new Error('does not load');
parentPort?.on('message', (request: JudgingRequest) => {
  if (request === 'stop') {
    parentPort?.close();
    return;
  }
  const { id, wanted } = request;
  MOODS[wanted.kept.name]?.();
  const refused: JudgingReply = { id, code: 'reading-missing' };
  const judged: JudgingReply = { id, judgement: judgementOf(wanted.kept.name, wanted.asOf) };
  parentPort?.postMessage(wanted.kept.name === 'refuses' ? refused : judged);
});
parentPort?.postMessage('ready');
