import type { DossierPart } from '#adapters/dossier-pdf/create-dossier-part.ts';
import type { PageMaterial } from '#adapters/dossier-pdf/page-material.ts';
import type { Annex, PartFront } from '#domain/dossier.ts';
import type { AnnexPage } from './open-annexes.ts';

/** A part that is being filled, and the annex of each of its pages. */
export interface OpenPart {
  readonly part: DossierPart;
  readonly pages: Annex[];
}

/** How large a part may be; null for any size. */
export interface PartLimits {
  readonly maxBytes: number | null;
  readonly maxPages: number | null;
  /** Pages that take more bytes are stored anew if that makes them smaller; null for never. */
  readonly heavyBytes: number | null;
}

/** What filling needs. */
export interface FillingTools {
  readonly limits: PartLimits;
  begin(index: number): Promise<DossierPart>;
  /** Cover and list as they would be if nothing came after these parts. */
  frontOf(parts: readonly OpenPart[]): PartFront;
}

/** Fills parts with annexes. */
export interface PartFiller {
  readonly parts: readonly OpenPart[];
  /** Numbers of parts, from 1, that are larger than allowed, because one page alone is. */
  readonly tooLarge: ReadonlySet<number>;
  /** Adds an annex and its translations, in one part where that is possible. */
  add(pages: readonly AnnexPage[]): Promise<void>;
}

/** Bytes of a part beside its annexes: fonts, bookmarks and what says what it is. */
const FRAME_BYTES = 90_000;
/** Of each page of cover or list, and of the stamps and places in tables of each page of an annex. */
const FRONT_PAGE_BYTES = 6_000;
const PAGE_BYTES = 1_200;

/** A filler that begins a new part where the next annex does not fit any more, and cuts an annex only where it fits into no part. */
export function createPartFiller({ limits, begin, frontOf }: FillingTools): PartFiller {
  const parts: OpenPart[] = [];
  /** Of each part: pages of its cover and list for so many annexes. */
  const fronts = new Map<string, number>();
  const tooLarge = new Set<number>();

  async function current(): Promise<OpenPart> {
    return parts.at(-1) ?? next();
  }

  async function next(): Promise<OpenPart> {
    const open = { part: await begin(parts.length), pages: [] };
    parts.push(open);
    return open;
  }

  /** Laid out anew only when the list grows; the first part lists all annexes from the beginning. */
  function frontPages({ part, pages }: OpenPart): number {
    const listed = parts.length === 1 ? 'all' : new Set(pages).size;
    const key = `${parts.length} ${listed}`;
    const known = fronts.get(key) ?? part.frontPages(frontOf(parts));
    fronts.set(key, known);
    return known;
  }

  function fits({ part, pages }: OpenPart): boolean {
    if (limits.maxBytes === null && limits.maxPages === null) return true;
    const front = frontPages({ part, pages });
    const bytes = part.sizeBytes() + FRAME_BYTES + front * FRONT_PAGE_BYTES + pages.length * PAGE_BYTES;
    return part.pages() + front <= (limits.maxPages ?? Infinity) && bytes <= (limits.maxBytes ?? Infinity);
  }

  /** All of the pages or none. */
  async function addAll(open: OpenPart, pages: readonly AnnexPage[]): Promise<boolean> {
    const mark = open.part.mark();
    const before = open.pages.length;
    for (const page of pages) {
      await addPage(open, page, limits.heavyBytes);
      if (!fits(open)) {
        open.part.takeBack(mark);
        open.pages.length = before;
        return false;
      }
    }
    await open.part.settle();
    return true;
  }

  async function addAlone(page: AnnexPage): Promise<void> {
    const open = await current();
    if (await addAll(open, [page])) return;
    const fresh = open.pages.length === 0 ? open : await next();
    if (fresh !== open && (await addAll(fresh, [page]))) return;
    await addPage(fresh, page, 0);
    if (!fits(fresh)) tooLarge.add(parts.length);
    await fresh.part.settle();
  }

  return {
    parts,
    tooLarge,
    add: async (pages) => {
      const open = await current();
      if (await addAll(open, pages)) return;
      const fresh = open.pages.length === 0 ? open : await next();
      if (fresh !== open && (await addAll(fresh, pages))) return;
      for (const page of pages) await addAlone(page);
    },
  };
}

/** Adds a page; one that takes more bytes than `heavy` is stored anew, if that makes it smaller. */
async function addPage({ part, pages }: OpenPart, page: AnnexPage, heavy: number | null): Promise<void> {
  const mark = part.mark();
  const before = part.sizeBytes();
  await addOr(part, page.material, page.smaller);
  pages.push(page.annex);
  const bytes = part.sizeBytes() - before;
  if (heavy === null || bytes <= heavy) return;
  const smaller = await page.smaller();
  part.takeBack(mark);
  await part.add(smaller);
  if (part.sizeBytes() - before < bytes) return;
  part.takeBack(mark);
  await part.add(page.material);
}

/** What can't be taken over as it is is drawn. */
async function addOr(part: DossierPart, material: PageMaterial, drawn: () => Promise<PageMaterial>): Promise<void> {
  const mark = part.mark();
  try {
    await part.add(material);
  } catch (error) {
    if (material.look.kind !== 'source') throw error;
    part.takeBack(mark);
    await part.add(await drawn());
  }
}
