import type { JudgedVersion } from '#ports/judged-versions.ts';
import type { Seat } from '../seat.ts';
import { type ShownDecision, shownDecisions } from './decided-by.ts';
import { documentInScope, keyOfDocument } from './document-in-scope.ts';

/** What changed about a paper, between one judging and the next. */
export interface HistoryChange {
  readonly what: 'type' | 'language' | 'issueDate' | 'score' | 'status' | 'flags';
  readonly from: string | null;
  readonly to: string | null;
}

/** Something that happened to a paper: it came in, a person decided, Liasse judged it. */
export type HistoryEntry =
  | { readonly kind: 'received'; readonly at: string; readonly via: string }
  | { readonly kind: 'decided'; readonly at: string; readonly decision: ShownDecision }
  | {
      readonly kind: 'judged';
      readonly at: string;
      readonly pipeline: { readonly id: string; readonly version: string };
      /** Of an operator's run. */
      readonly runId: string | null;
      readonly changes: readonly HistoryChange[];
    };

const COMPARED = ['type', 'language', 'issueDate', 'score', 'status', 'flags'] as const;

/** The history of a paper, the newest first. Throws `not-found`. */
export async function readHistory(seat: Seat, key: string): Promise<HistoryEntry[]> {
  const { document, file, sha256 } = await documentInScope(seat, key);
  const { keeping } = seat;
  const [decisions, versions] = await Promise.all([
    keeping.decisions.about({ documents: [document.id], sha256 }),
    keeping.judgedVersions.of(file.id, document.id),
  ]);
  await seat.noteView('document-viewed', keyOfDocument(document));
  const entries: HistoryEntry[] = [
    { kind: 'received', at: file.receivedAt.toISOString(), via: file.via },
    ...(await shownDecisions(seat, decisions)).map(
      (decision): HistoryEntry => ({ kind: 'decided', at: new Date(decision.at).toISOString(), decision }),
    ),
    ...versions.flatMap((version, index) => judgedEntry(version, versions[index - 1])),
  ];
  return entries.sort((one, other) => (one.at < other.at ? 1 : -1));
}

/** A judging that said the same by the same knowledge is no news. */
function judgedEntry(version: JudgedVersion, before: JudgedVersion | undefined): HistoryEntry[] {
  const changes = COMPARED.flatMap((what): HistoryChange[] => {
    const [from, to] = [before === undefined ? null : shown(before[what]), shown(version[what])];
    return from === to ? [] : [{ what, from, to }];
  });
  if (before !== undefined && changes.length === 0 && before.pipelineVersion === version.pipelineVersion) return [];
  const pipeline = { id: version.pipeline, version: version.pipelineVersion };
  return [{ kind: 'judged', at: version.at.toISOString(), pipeline, runId: version.runId, changes }];
}

function shown(value: JudgedVersion[(typeof COMPARED)[number]]): string | null {
  if (value === null) return null;
  if (typeof value === 'object') return value.length === 0 ? null : [...value].sort().join(' ');
  return String(value);
}
