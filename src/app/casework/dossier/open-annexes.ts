import { type OpenedOriginal, openOriginal } from '#adapters/dossier-pdf/open-original.ts';
import type { PageMaterial } from '#adapters/dossier-pdf/page-material.ts';
import { createFileAccess } from '#adapters/files/create-file-opener.ts';
import type { DossierPages } from '#definitions/casework/dossier.schema.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import type { Annex } from '#domain/dossier.ts';
import { asFailure, LiasseFailure } from '#domain/failure.ts';
import { DEFAULT_LIMITS } from '#domain/limits.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import type { Keeping } from '../../keeping/open-keeping.ts';
import { pagesOfPaper } from '../pages-of-paper.ts';

/** A page of an annex. */
export interface AnnexPage {
  readonly annex: Annex;
  readonly material: PageMaterial;
  /** The same with no more dots than it takes to read it. */
  smaller(): Promise<PageMaterial>;
}

/** Opens the originals of annexes, which lie sealed, and closes them again. */
export interface AnnexPages {
  /** All pages of an annex. Throws the failure that says why they can't be had. */
  of(annex: Annex): Promise<AnnexPage[]>;
  /** The pages that were given out are not needed any more. */
  release(): Promise<void>;
  close(): Promise<void>;
}

/** Several papers often come in one scan: so many bytes of originals stay open for the next annex. */
const KEPT_BYTES = 100_000_000;

/** Access to the pages of a case's papers. Originals are only read. */
export function openAnnexes(
  keeping: Pick<Keeping, 'originals' | 'pages' | 'results'>,
  papers: ReadonlyMap<string, CasePaper>,
  options: { readonly passwords: readonly string[]; readonly pages: DossierPages; readonly signal: AbortSignal },
): AnnexPages {
  const access = createFileAccess({ limits: DEFAULT_LIMITS, passwords: options.passwords });
  const tools = { ...options, opener: access };
  const open = new Map<string, OpenedOriginal>();

  async function original({ record }: CasePaper): Promise<OpenedOriginal> {
    const { sha256, mediaType, file: name } = record;
    if (sha256 === null || mediaType === null) throw new LiasseFailure('unsupported-format');
    const known = open.get(sha256);
    if (known !== undefined) return known;
    const bytes = () => keeping.originals.read(sha256);
    const opened = await openOriginal({ name, sha256, mediaType, sizeBytes: 0, bytes }, tools);
    open.set(sha256, opened);
    return opened;
  }

  async function closeOldest(): Promise<void> {
    let kept = [...open.values()].reduce((sum, one) => sum + one.sizeBytes, 0);
    for (const [sha256, one] of open) {
      if (kept <= KEPT_BYTES) return;
      open.delete(sha256);
      kept -= one.sizeBytes;
      await one.close();
    }
  }

  return {
    of: async (annex) => {
      const paper = papers.get(annex.paper);
      if (paper === undefined || annex.pages === null) throw new LiasseFailure('unsupported-format');
      const readings = await readingsOf(keeping, paper);
      const from = await original(paper);
      const pages: AnnexPage[] = [];
      for (let number = annex.pages.from; number <= annex.pages.to; number += 1) {
        options.signal.throwIfAborted();
        const reading = readings.find(({ page }) => page === number) ?? null;
        const material = await from.page(number, reading);
        pages.push({ annex, material, smaller: () => from.smallerPage(number, reading) });
      }
      return pages;
    },
    release: closeOldest,
    close: async () => {
      for (const one of open.values()) await one.close();
      await access.stop();
    },
  };
}

/** What was read on the pages of a paper; nothing where that is missing: the paper can still be shown. */
async function readingsOf(
  keeping: Pick<Keeping, 'results' | 'pages'>,
  paper: CasePaper,
): Promise<readonly DocumentPage[]> {
  try {
    return await pagesOfPaper(keeping, paper);
  } catch (error) {
    if (asFailure(error).code === 'reading-missing') return [];
    throw error;
  }
}
