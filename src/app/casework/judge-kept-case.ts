import { judgeCase } from '#casework/judge-case.ts';
import type { CaseJudgement } from '#domain/case-judgement.ts';
import type { CaseInput } from '#domain/case-paper.ts';
import { caseOf } from '../keeping/case-of.ts';
import type { Keeping } from '../keeping/open-keeping.ts';
import { loadPipeline } from '../load-pipeline.ts';
import { caseInput } from './case-input.ts';
import { findOtherClients } from './find-other-clients.ts';
import { loadCasework } from './load-casework.ts';

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
  const own = await caseInput(keeping, kept, asOf);
  const about = { caseId: kept.id, papers: own.papers };
  const input =
    casework.people === undefined
      ? own
      : { ...own, otherClients: await findOtherClients(keeping, about, casework.people) };
  return { input, judgement: judgeCase(kept.name, input, { pipeline, casework }) };
}
