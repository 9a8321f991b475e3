import type { Bilingual } from '#domain/findings.ts';
import type { DocumentRow, FileRow } from '#http/contract/cases.ts';
import type { UploadItem } from './upload-item.ts';

/** What is said of a dropped file: how far it is, then what it is, or why it is not taken and what to do. */
export type UploadState =
  | { readonly kind: 'queued' | 'paused' | 'waiting' }
  | { readonly kind: 'sending'; readonly percent: number }
  /** Also while others of the same archive are still read. */
  | { readonly kind: 'read'; readonly types: readonly (Bilingual | null)[]; readonly parts: number }
  | { readonly kind: 'duplicate'; readonly of: string }
  | { readonly kind: 'rejected'; readonly message: Bilingual; readonly next: Bilingual | null };

/** What became of the files of a case by now. */
export interface KnownOfCase {
  readonly files: ReadonlyMap<string, FileRow>;
  readonly documents: ReadonlyMap<string, readonly DocumentRow[]>;
}

/** The state of one file. */
export function uploadState(item: UploadItem, known: KnownOfCase): UploadState {
  const { phase, failure, sentBytes, file } = item;
  if (phase === 'failed')
    return failure === null ? { kind: 'paused' } : { kind: 'rejected', message: failure.message, next: failure.next };
  if (phase === 'sending')
    return { kind: 'sending', percent: file.size === 0 ? 0 : Math.floor((100 * sentBytes) / file.size) };
  if (phase === 'received')
    return stateOfReceipt(
      item.receipt.map((row) => known.files.get(row.id) ?? row),
      known,
    );
  return { kind: phase };
}

function stateOfReceipt(rows: readonly FileRow[], { documents }: KnownOfCase): UploadState {
  const papers = rows.filter(({ isContainer }) => !isContainer);
  const failed = rows.find(({ failure }) => failure !== null);
  const taken = papers.filter(({ state, failure }) => state !== 'rejected' && failure === null);
  if (taken.length === 0 && failed?.failure) return { kind: 'rejected', message: failed.failure.message, next: null };
  const [only] = papers;
  if (papers.length === 1 && only !== undefined && isCopy(only))
    return { kind: 'duplicate', of: only.copyOf ?? only.name };
  if (taken.some(({ state }) => state === 'waiting')) return { kind: 'waiting' };
  const types = taken.flatMap(({ id }) => (documents.get(id) ?? []).map(({ type }) => type?.label ?? null));
  return { kind: 'read', types, parts: papers.length };
}

function isCopy({ state, copyOf }: FileRow): boolean {
  return state === 'duplicate' || copyOf !== null;
}

/** How many of the files are how far. */
export interface UploadTotals {
  readonly all: number;
  readonly received: number;
  readonly read: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly isOver: boolean;
  /** 0 to 100, by bytes. */
  readonly percent: number;
}

export function uploadTotals(items: readonly UploadItem[], states: readonly UploadState[]): UploadTotals {
  const count = (...kinds: readonly UploadState['kind'][]): number =>
    states.filter(({ kind }) => kinds.includes(kind)).length;
  const bytes = items.reduce((sum, { file }) => sum + file.size, 0);
  const sent = items.reduce(
    (sum, { phase, sentBytes, file }) => sum + (phase === 'received' || phase === 'failed' ? file.size : sentBytes),
    0,
  );
  return {
    all: items.length,
    received: count('waiting', 'read', 'duplicate'),
    read: count('read'),
    duplicates: count('duplicate'),
    rejected: count('rejected'),
    isOver: count('queued', 'paused', 'sending', 'waiting') === 0,
    percent: bytes === 0 ? 100 : Math.floor((100 * sent) / bytes),
  };
}
