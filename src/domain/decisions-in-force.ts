import type { Decidable, Decision, DocumentDecisions, PageCuts } from './decisions.ts';

/** The decisions in force, looked up by what they are about. */
export interface DecisionsInForce {
  about(document: string): DocumentDecisions;
  cutsOf(sha256: string): PageCuts;
}

/** What holds after all decisions, oldest first: the last one about each thing. */
export function decisionsInForce(decisions: readonly Decision[]): DecisionsInForce {
  const documents = new Map<string, DocumentDecisions>();
  const files = new Map<string, Map<number, boolean>>();
  for (const decision of decisions) {
    if (decision.kind === 'cut' || decision.kind === 'join') {
      const cuts = files.get(decision.sha256) ?? new Map<number, boolean>();
      files.set(decision.sha256, cuts.set(decision.page, decision.kind === 'cut'));
      continue;
    }
    const value = decision.kind === 'correct' ? decision.value : undefined;
    documents.set(decision.document, decided(documents.get(decision.document) ?? {}, decision.field, value));
  }
  return { about: (document) => documents.get(document) ?? {}, cutsOf: (sha256) => files.get(sha256) ?? new Map() };
}

/** The decisions about a document with one more; undefined gives that one back. A document always has a type and a language. */
function decided(before: DocumentDecisions, field: Decidable, value: string | null | undefined): DocumentDecisions {
  if (field === 'issueDate' || field === 'issuer') return { ...before, [field]: value };
  return { ...before, [field]: value ?? undefined };
}
