import { judgeCase } from '#casework/judge-case.ts';
import type { Casework } from '#definitions/casework/casework.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import type { CaseJudgement } from '#domain/case-judgement.ts';
import type { CaseInput } from '#domain/case-paper.ts';
import type { KeptCase } from '#ports/kept-files.ts';
import { caseOf } from '../keeping/case-of.ts';
import type { Keeping } from '../keeping/open-keeping.ts';
import { loadPipeline } from '../load-pipeline.ts';
import { caseInput } from './case-input.ts';
import { findOtherClients } from './find-other-clients.ts';
import { loadCasework } from './load-casework.ts';
import type { PaperMemory } from './paper-memory.ts';

/** A case with what is said of it as a whole. */
export interface JudgedCase {
  readonly input: CaseInput;
  readonly judgement: CaseJudgement;
}

/** Judges a kept case as of a day, by a pipeline's knowledge. Throws `case-unknown`, `DefinitionFailure`. */
export async function judgeKeptCase(
  keeping: Keeping,
  caseName: string,
  { pipelineId, asOf }: { readonly pipelineId: string; readonly asOf: string },
): Promise<JudgedCase> {
  const [kept, pipeline, casework] = await Promise.all([
    caseOf(keeping, caseName),
    loadPipeline(pipelineId),
    loadCasework(pipelineId),
  ]);
  return judgeBy(keeping, kept, { knowledge: { pipeline, casework }, asOf });
}

/** What a kept case is judged by. */
export interface JudgeBy {
  readonly knowledge: { readonly pipeline: Pipeline; readonly casework: Casework };
  readonly asOf: string;
  /** For whoever judges again and again. */
  readonly memory?: PaperMemory;
}

/** The same for a case that was found, by knowledge that was loaded. */
export async function judgeBy(
  keeping: Keeping,
  kept: Pick<KeptCase, 'id' | 'name'>,
  { knowledge, asOf, memory }: JudgeBy,
): Promise<JudgedCase> {
  const { people } = knowledge.casework;
  const own = await caseInput(keeping, kept, { asOf, memory });
  const about = { caseId: kept.id, papers: own.papers };
  const input = people === undefined ? own : { ...own, otherClients: await findOtherClients(keeping, about, people) };
  return { input, judgement: judgeCase(kept.name, input, knowledge) };
}
