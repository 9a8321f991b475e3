import type { Decision, DocumentDecisions, PageCuts } from './decisions.ts';

/** The decisions in force, looked up by what they are about. */
export interface DecisionsInForce {
  about(document: string): DocumentDecisions;
  cutsOf(sha256: string): PageCuts;
}

type AboutPages = Extract<Decision, { sha256: string }>;
type AboutDocument = Extract<Decision, { document: string }>;

/** What holds after all decisions, oldest first: the last one about each thing. */
export function decisionsInForce(decisions: readonly Decision[]): DecisionsInForce {
  const documents = new Map<string, DocumentDecisions>();
  const files = new Map<string, Map<number, boolean>>();
  for (const decision of decisions) {
    if (isAboutPages(decision)) files.set(decision.sha256, withCut(files.get(decision.sha256) ?? new Map(), decision));
    else documents.set(decision.document, decided(documents.get(decision.document) ?? {}, decision));
  }
  return { about: (document) => documents.get(document) ?? {}, cutsOf: (sha256) => files.get(sha256) ?? new Map() };
}

/** Whether it is about where documents begin in a file, and not about one of them. */
export function isAboutPages(decision: Decision): decision is AboutPages {
  return 'sha256' in decision;
}

function withCut(cuts: Map<number, boolean>, { kind, page }: AboutPages): Map<number, boolean> {
  if (kind === 'release') cuts.delete(page);
  else cuts.set(page, kind === 'cut');
  return cuts;
}

/** The decisions about a document with one more. */
function decided(before: DocumentDecisions, decision: AboutDocument): DocumentDecisions {
  switch (decision.kind) {
    case 'dismiss':
      return { ...before, dismissed: { ...before.dismissed, [decision.flag]: decision.reason } };
    case 'restore':
      return withoutFlag(before, decision.flag);
    case 'withdraw':
      return { ...before, [decision.field]: undefined };
    case 'correct':
      return corrected(before, decision);
  }
}

/** A document always has a type and a language. */
function corrected(
  before: DocumentDecisions,
  { field, value }: Extract<Decision, { kind: 'correct' }>,
): DocumentDecisions {
  if (field === 'issueDate' || field === 'issuer') return { ...before, [field]: value };
  return { ...before, [field]: value ?? undefined };
}

/** With no flag left, nothing is said of flags: the paper is judged exactly as before. */
function withoutFlag({ dismissed = {}, ...before }: DocumentDecisions, flag: string): DocumentDecisions {
  const rest = Object.entries(dismissed).filter(([code]) => code !== flag);
  return rest.length === 0 ? before : { ...before, dismissed: Object.fromEntries(rest) };
}
