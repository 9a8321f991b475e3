import { freeSpace } from '#adapters/machine/free-space.ts';
import { createStoreFigures } from '#adapters/sql/store-figures.ts';
import { FAILURES, failureCodeSchema } from '#domain/failure.ts';
import type { Bilingual } from '#domain/findings.ts';
import type { LedgerCounts } from '#domain/ledger.ts';
import type { LedgerProblem } from '#ports/kept-files.ts';
import { keepingPlaces } from '../../config.ts';
import type { Keeping } from '../../keeping/open-keeping.ts';
import type { Web } from '../open-web.ts';
import type { Seat } from '../seat.ts';

/** What came in and what became of it; `isBalanced`: all of it is where it should be. */
export interface LedgerView {
  readonly counts: LedgerCounts;
  readonly isBalanced: boolean;
  readonly reasons: readonly { readonly code: string; readonly message: Bilingual; readonly files: number }[];
  readonly problems: readonly Pick<LedgerProblem, 'fileId' | 'problem'>[];
}

export async function lookAtLedger({ keeping: { files } }: Seat): Promise<LedgerView> {
  const [counts, rejections, problems] = await Promise.all([files.counts(), files.rejections(), files.unaccounted()]);
  const { received, accepted, duplicate, rejected, waiting } = counts;
  return {
    counts,
    isBalanced: received === accepted + duplicate + rejected + waiting && problems.length === 0,
    reasons: Object.entries(rejections).map(([code, count]) => ({ code, message: sentenceOf(code), files: count })),
    problems: problems.map(({ fileId, problem }) => ({ fileId, problem })),
  };
}

function sentenceOf(code: string): Bilingual {
  return FAILURES[failureCodeSchema.catch('internal-error').parse(code)].message;
}

const BLOB_KINDS = ['originals', 'readings', 'pages', 'rest'] as const;

export interface StorageView {
  /** When it was counted: counting walks through all of it. */
  readonly at: string;
  readonly blobs: readonly {
    readonly kind: (typeof BLOB_KINDS)[number];
    readonly blobs: number;
    readonly bytes: number;
  }[];
  readonly databaseBytes: number;
  /** On the disk of this server's home. */
  readonly freeBytes: number;
}

const COUNTED_EVERY_MS = 10 * 60_000;

/** Counts what lies in the stores; asked again within ten minutes, it says what it counted. */
export function createStorageView(keeping: Pick<Keeping, 'db' | 'blobs'>): () => Promise<StorageView> {
  let latest: { readonly at: number; readonly view: Promise<StorageView> } | undefined;
  return () => {
    if (latest === undefined || performance.now() - latest.at > COUNTED_EVERY_MS) {
      const one = { at: performance.now(), view: countStorage(keeping) };
      latest = one;
      one.view.catch(() => {
        if (latest === one) latest = undefined;
      });
    }
    return latest.view;
  };
}

async function countStorage({ db, blobs }: Pick<Keeping, 'db' | 'blobs'>): Promise<StorageView> {
  const sums = new Map(BLOB_KINDS.map((kind) => [kind, { kind, blobs: 0, bytes: 0 }]));
  for await (const { name, sizeBytes } of blobs.list('')) {
    const sum = sums.get(kindOf(name));
    if (sum === undefined) continue;
    sum.blobs += 1;
    sum.bytes += sizeBytes;
  }
  const [databaseBytes, freeBytes] = await Promise.all([
    createStoreFigures(db).databaseBytes(),
    freeSpace(keepingPlaces().home),
  ]);
  return { at: new Date().toISOString(), blobs: [...sums.values()], databaseBytes, freeBytes };
}

function kindOf(name: string): (typeof BLOB_KINDS)[number] {
  if (name.startsWith('originals/')) return 'originals';
  if (!name.startsWith('pages/')) return 'rest';
  return name.includes('/reading-') ? 'readings' : 'pages';
}

export interface CorrectionRow {
  readonly type: { readonly id: string; readonly label: Bilingual } | null;
  readonly pipelineVersion: string;
  readonly documents: number;
  readonly corrected: number;
}

/** Of how many documents in force a person corrected something, by type and by the version that judged them. */
export async function lookAtCorrections(web: Web, { keeping }: Seat): Promise<CorrectionRow[]> {
  const [rows, { pipeline }] = await Promise.all([createStoreFigures(keeping.db).documents(), web.knowledge()]);
  const groups = Map.groupBy(rows, ({ type, pipelineVersion }) => `${pipelineVersion} ${type ?? ''}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { type, pipelineVersion } = first;
    const sum = (key: 'documents' | 'corrected'): number => group.reduce((total, row) => total + row[key], 0);
    const label = type === null ? undefined : (pipeline.documentTypes[type]?.label ?? { fr: type, en: type });
    return [
      {
        type: type === null || label === undefined ? null : { id: type, label },
        ...{ pipelineVersion, documents: sum('documents'), corrected: sum('corrected') },
      },
    ];
  });
}
