import type { DossierPages } from '#definitions/casework/dossier.schema.ts';
import type { PageStamp, PartFront } from '#domain/dossier.ts';
import { addBookmarks } from './add-bookmarks.ts';
import { createPdfDraft, type DraftMark } from './create-pdf-draft.ts';
import { describeDocument } from './describe-document.ts';
import { drawFront } from './draw-front.ts';
import { drawPage } from './draw-page.ts';
import { stampPages } from './draw-stamps.ts';
import { embedFonts } from './embed-fonts.ts';
import { createInvisibleFont } from './invisible-font.ts';
import { layOutList } from './lay-out-list.ts';
import type { PageMaterial } from './page-material.ts';
import { createSourceCopier } from './source-copier.ts';

/** What a part is finished with. */
export interface PartEnd {
  readonly front: PartFront;
  /** One a page, those of the cover and the list first. */
  readonly stamps: readonly PageStamp[];
  /** Papers in the order of their pages, one a page. */
  readonly papers: readonly string[];
  /** Number of the part's first page, over all parts. */
  readonly firstPage: number;
  readonly title: string;
  readonly language: 'fr' | 'en';
  /** ISO 8601. */
  readonly asOf: string;
}

/** A PDF of the dossier that is being filled. */
export interface DossierPart {
  readonly pages: () => number;
  readonly sizeBytes: () => number;
  /** Throws `damaged-pdf` for a page that can't be taken over. */
  add(page: PageMaterial): Promise<void>;
  mark(): DraftMark;
  takeBack(mark: DraftMark): void;
  settle(): Promise<void>;
  /** Pages that a cover and a list take. */
  frontPages(front: PartFront): number;
  /** The size of the file. */
  finish(end: PartEnd): Promise<number>;
  abandon(): Promise<void>;
}

/** Begins a part of the dossier in a new file at a path. */
export async function createDossierPart(path: string, pages: DossierPages): Promise<DossierPart> {
  const draft = await createPdfDraft(path);
  const { document } = draft;
  const fonts = await embedFonts(document);
  const invisible = createInvisibleFont(document.context);
  let copier = createSourceCopier(document.context);
  return {
    pages: () => document.getPageCount(),
    sizeBytes: () => draft.sizeBytes(),
    add: (material) => {
      drawPage(material, { document, copier, fonts, invisible, pages });
      return Promise.resolve();
    },
    mark: () => draft.mark(),
    takeBack: (mark) => {
      draft.takeBack(mark);
      // What it has copied may be gone.
      copier = createSourceCopier(document.context);
    },
    settle: () => draft.settle(),
    frontPages: (front) => 1 + layOutList(front.list, fonts).length,
    finish: async (end) => {
      const annexPages = document.getPages();
      const front = drawFront(document, end.front, fonts);
      stampPages([...front.pages, ...annexPages], end.stamps, { fonts, pages });
      const first = new Map<string, (typeof annexPages)[number]>();
      for (const [index, paper] of end.papers.entries()) {
        const page = annexPages[index];
        if (page !== undefined && !first.has(paper)) first.set(paper, page);
      }
      front.link(first);
      addBookmarks(document, end.front.bookmarks, { cover: front.pages[0], list: front.pages[1], papers: first });
      describeDocument(document, end);
      invisible.finish();
      return draft.finish();
    },
    abandon: () => draft.abandon(),
  };
}
