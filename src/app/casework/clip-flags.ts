import { createFileAccess } from '#adapters/files/create-file-opener.ts';
import { cutPicture } from '#adapters/pictures/cut-picture.ts';
import { createUprightPages } from '#adapters/upright-pages/create-upright-pages.ts';
import type { Clipping } from '#casework/report/report-context.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { asFailure } from '#domain/failure.ts';
import type { Flag } from '#domain/findings.ts';
import { DEFAULT_LIMITS } from '#domain/limits.ts';
import type { Keeping } from '../keeping/open-keeping.ts';
import { pagesOfPaper } from './pages-of-paper.ts';

/** The longer side of a page, in pixels: what is printed small is still read. */
const SIDE = 1_600;
/** A report with more pictures than this is slow to open. */
const MOST = 40;

/** A flag with its place on a page. */
interface Place {
  readonly paper: CasePaper;
  readonly flag: Flag & { readonly page: number; readonly box: NonNullable<Flag['box']> };
}

/** Pictures of the places that flags are about, as the paper shows them. A page that gives no picture is passed over: the flag's words remain. */
export async function clipFlags(
  keeping: Keeping,
  papers: readonly CasePaper[],
  passwords: readonly string[],
): Promise<Clipping[]> {
  const places = papers.flatMap((paper) =>
    paper.record.flags.flatMap((flag): Place[] =>
      flag.page === null || flag.box === null ? [] : [{ paper, flag: { ...flag, page: flag.page, box: flag.box } }],
    ),
  );
  const access = createFileAccess({ limits: DEFAULT_LIMITS, passwords });
  try {
    const clippings: Clipping[] = [];
    for (const place of places.slice(0, MOST)) clippings.push(...(await clip(keeping, access, place)));
    return clippings;
  } finally {
    await access.stop();
  }
}

async function clip(
  keeping: Keeping,
  access: ReturnType<typeof createFileAccess>,
  { paper, flag: { page, box, code } }: Place,
): Promise<Clipping[]> {
  const { sha256, mediaType, file: name } = paper.record;
  if (sha256 === null || mediaType === null) return [];
  try {
    const pages = await pagesOfPaper(keeping, paper);
    const geometry = pages.find((one) => one.page === page)?.geometry;
    if (geometry === undefined) return [];
    const part = { name, sha256, mediaType, sizeBytes: 0, bytes: () => keeping.originals.read(sha256) };
    const file = await access.open(part, new AbortController().signal);
    try {
      const image = await createUprightPages(access).image({ sha256, mediaType, page }, geometry, SIDE);
      return image === null ? [] : [{ paper: paper.key, page, flag: code, ...(await cutPicture(image, box)) }];
    } finally {
      await file.close();
    }
  } catch (error) {
    if (asFailure(error).category === 'transient') throw error;
    return [];
  }
}
