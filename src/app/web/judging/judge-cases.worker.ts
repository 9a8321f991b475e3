// Judges cases in a thread of its own: opening hundreds of papers and comparing them with each other would keep whoever else asks the server waiting.
import { parentPort, workerData } from 'node:worker_threads';
import { asFailure } from '#domain/failure.ts';
import { judgeBy } from '../../casework/judge-kept-case.ts';
import { createPaperMemory } from '../../casework/paper-memory.ts';
import { type Keeping, openKeeping } from '../../keeping/open-keeping.ts';
import { type Knowledge, readKnowledge } from '../cache/knowledge.ts';
import type { JudgingReply, JudgingRequest, JudgingStart, WantedJudgement } from './judging-messages.ts';

/** Given by the thread that started this one, which is the same program. */
const { places, pipelineId }: JudgingStart = workerData;
const memory = createPaperMemory();
let opening: Promise<Keeping> | undefined;
let known: { readonly version: string; readonly knowledge: Promise<Knowledge> } | undefined;

/** A database that was away is tried again by the next request. */
function opened(): Promise<Keeping> {
  opening ??= openKeeping(places).catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

function knowledgeOf(version: string): Promise<Knowledge> {
  if (known?.version !== version) known = { version, knowledge: readKnowledge(pipelineId) };
  const one = known;
  one.knowledge.catch(() => {
    if (known === one) known = undefined;
  });
  return one.knowledge;
}

async function judge({ kept, asOf, knowledge }: WantedJudgement): ReturnType<typeof judgeBy> {
  const [keeping, rules] = await Promise.all([opened(), knowledgeOf(knowledge)]);
  return judgeBy(keeping, kept, { knowledge: rules, asOf, memory });
}

parentPort?.on('message', async (request: JudgingRequest) => {
  if (request === 'stop') {
    await (await opening)?.close();
    parentPort?.close();
    return;
  }
  const { id, wanted } = request;
  const reply = await judge(wanted).then(
    ({ judgement }): JudgingReply => ({ id, judgement }),
    (error: unknown): JudgingReply => ({ id, code: asFailure(error).code }),
  );
  parentPort?.postMessage(reply);
});
parentPort?.postMessage('ready');
