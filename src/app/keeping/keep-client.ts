import { clientNames } from '#casework/relations/people/client-names.ts';
import type { PeopleRules } from '#definitions/casework/people.schema.ts';
import type { CaseFacts } from '#domain/case-paper.ts';
import { paperKey } from '#domain/paper-key.ts';
import type { KeptDocument } from '#ports/kept-results.ts';
import { loadCasework } from '../casework/load-casework.ts';
import type { Keeping } from './open-keeping.ts';

type Kept = Pick<Keeping, 'cases' | 'results'>;

/** Keeps what the organisation knows of a client, and whom the case is about from now on, by the pipeline's rules of names. Throws `DefinitionFailure`. */
export async function keepFacts(
  keeping: Kept,
  caseId: string,
  { facts, pipelineId }: { readonly facts: CaseFacts; readonly pipelineId: string },
): Promise<void> {
  await keeping.cases.setFacts(caseId, facts);
  await keepClientBy(await peopleRules(pipelineId), keeping, {
    caseId,
    documents: await keeping.results.ofCase(caseId),
  });
}

/** Keeps whom a case is about, as its facts and documents say, so that a paper of this client is noticed in another case. */
export async function keepClient(keeping: Kept, of: Documents): Promise<void> {
  const pipelineId = of.documents[0]?.judgement.record.pipeline.id;
  // A case without documents is about whom it was about.
  if (pipelineId !== undefined) await keepClientBy(await peopleRules(pipelineId), keeping, of);
}

interface Documents {
  readonly caseId: string;
  readonly documents: readonly Pick<KeptDocument, 'fileId' | 'pageFrom' | 'judgement'>[];
}

async function keepClientBy(
  rules: PeopleRules | undefined,
  { cases }: Kept,
  { caseId, documents }: Documents,
): Promise<void> {
  if (rules === undefined) return;
  const papers = documents.map(({ fileId, pageFrom, judgement: { record } }, at) => ({
    ...{ key: paperKey(fileId, pageFrom), record, text: '', copyOf: null, position: at + 1 },
  }));
  await cases.setClient(caseId, clientNames({ papers, facts: await cases.facts(caseId) }, rules));
}

/** Asked for after every case: read once a process. */
const kept = new Map<string, PeopleRules | undefined>();

async function peopleRules(pipelineId: string): Promise<PeopleRules | undefined> {
  if (!kept.has(pipelineId)) kept.set(pipelineId, (await loadCasework(pipelineId)).people);
  return kept.get(pipelineId);
}
