import { createDossierPart } from '#adapters/dossier-pdf/create-dossier-part.ts';
import { annexCsv } from '#adapters/lists/annex-csv.ts';
import { annexSheet } from '#adapters/lists/annex-sheet.ts';
import { describeRows } from '#casework/dossier/describe-rows.ts';
import type { OrderProblem } from '#casework/dossier/paper-order.ts';
import { type ReferredAnnex, referredAnnexes } from '#casework/dossier/referred-annexes.ts';
import type { DossierRules } from '#definitions/casework/dossier.schema.ts';
import type { Annex, DossierPlan, LeftOutPaper, PlacedAnnex } from '#domain/dossier.ts';
import type { Keeping } from '../../keeping/open-keeping.ts';
import { writeOutput } from '../../write-output.ts';
import type { PaperOfOtherCase } from '../other-cases.ts';
import { dossierFiles } from './dossier-files.ts';
import type { PartLimits } from './fill-parts.ts';
import { makeParts } from './make-parts.ts';
import { openAnnexes } from './open-annexes.ts';
import { orNotWritable } from './or-not-writable.ts';
import { type DossierRequest, planKeptDossier } from './plan-kept-dossier.ts';

/** How a dossier is to be written. */
export interface ExportRequest extends DossierRequest {
  /** A folder, or the path of the PDF. */
  readonly out: string;
  readonly passwords: readonly string[];
  /** Most of one file, in millions of bytes and in pages; undefined: as the pipeline says. */
  readonly maxMb?: number | undefined;
  readonly maxPages?: number | undefined;
  /** Stores large photos and scans anew, no finer than it takes to read them. */
  readonly isLight: boolean;
  readonly signal: AbortSignal;
  onPages(done: number, of: number): void;
}

/** What came of it. */
export interface ExportedDossier {
  readonly files: readonly { readonly path: string; readonly pages: number; readonly sizeBytes: number }[];
  readonly lists: readonly string[];
  readonly annexes: readonly PlacedAnnex[];
  readonly apart: readonly Annex[];
  readonly leftOut: readonly LeftOutPaper[];
  readonly problems: readonly OrderProblem[];
  /** What the statement refers to, for a person to compare. */
  readonly references: readonly ReferredAnnex[];
  /** Files of the case that nobody has read yet. */
  readonly waiting: number;
  /** Papers that name clients of other cases. */
  readonly otherCases: readonly PaperOfOtherCase[];
  /** Numbers of files that are larger than allowed, since one page alone is. */
  readonly tooLarge: readonly number[];
  /** Files of an earlier dossier that these do not replace. */
  readonly leftOver: readonly string[];
}

/**
 * Writes the annexed dossier of a kept case, and its list as XLSX and CSV beside it. The same case, day and options give the same PDF, byte for byte; what is half
 * done has no name. Throws what planning throws, `output-not-writable`, `cancelled`.
 */
export async function exportDossier(keeping: Keeping, request: ExportRequest): Promise<ExportedDossier> {
  const { plan, rules, papers, problems, waiting, otherCases } = await planKeptDossier(keeping, request);
  const files = await dossierFiles(request.out, plan.case, request.language);
  const annexes = openAnnexes(keeping, papers, { ...request, pages: rules.pages });
  try {
    const of = pagesIn(plan);
    const made = await makeParts(plan, {
      annexes,
      limits: limitsOf(request, rules),
      begin: (part) => orNotWritable(() => createDossierPart(files.draft(part), rules.pages)),
      onPages: (done) => request.onPages(done, of),
    });
    const paths = await files.publish(made.sizes.length);
    const { placed, plan: done } = made.place;
    return {
      files: made.sizes.map((size, part) => ({ path: paths[part] ?? '', ...size })),
      lists: [await writeList(files.list('xlsx'), done, placed), await writeList(files.list('csv'), done, placed)],
      annexes: placed,
      apart: done.annexes.filter(({ apart }) => apart !== null),
      leftOut: plan.leftOut,
      references: referredAnnexes(plan, papers, rules.references),
      ...{ problems, waiting, otherCases, tooLarge: made.tooLarge, leftOver: await files.leftOver(paths) },
    };
  } finally {
    await annexes.close();
    await files.clear();
  }
}

/** Writes the present order of a dossier to edit, as XLSX or CSV by the path's ending, and nothing else. */
export async function exportList(
  keeping: Keeping,
  request: DossierRequest,
  path: string,
): Promise<Pick<ExportedDossier, 'annexes' | 'leftOut' | 'problems' | 'references' | 'waiting' | 'otherCases'>> {
  const { plan, papers, rules, problems, waiting, otherCases } = await planKeptDossier(keeping, request);
  const annexes = plan.annexes.map((annex): PlacedAnnex => ({ annex, spans: [] }));
  await writeList(path, plan, annexes);
  const references = referredAnnexes(plan, papers, rules.references);
  return { annexes, leftOut: plan.leftOut, problems, references, waiting, otherCases };
}

async function writeList(path: string, plan: DossierPlan, placed: readonly PlacedAnnex[]): Promise<string> {
  const { sheet, head, rows } = describeRows(plan, placed);
  const isSheet = path.toLowerCase().endsWith('.xlsx');
  const content = isSheet ? await annexSheet(sheet, head, rows) : annexCsv(head, rows);
  await orNotWritable(() => writeOutput(path, content));
  return path;
}

function pagesIn({ annexes }: DossierPlan): number {
  return annexes.reduce((sum, { pages }) => sum + (pages === null ? 0 : pages.to - pages.from + 1), 0);
}

const MEGABYTE = 1_000_000;

function limitsOf({ maxMb, maxPages, isLight }: ExportRequest, { portal, pages }: DossierRules): PartLimits {
  const megabytes = maxMb ?? portal.maxMb;
  return {
    maxBytes: megabytes === undefined ? null : megabytes * MEGABYTE,
    maxPages: maxPages ?? portal.maxPages ?? null,
    heavyBytes: isLight ? pages.readable.heavyKb * 1_000 : null,
  };
}
