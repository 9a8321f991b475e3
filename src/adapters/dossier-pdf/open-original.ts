import type { DossierPages } from '#definitions/casework/dossier.schema.ts';
import { asFailure, LiasseFailure } from '#domain/failure.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import type { FileOpener, FilePart, OpenedFile } from '#ports/file-opener.ts';
import { encodePicture, type Picture, pixelsOfA4, storedJpeg } from './encode-picture.ts';
import type { PageMaterial } from './page-material.ts';
import { canPrint } from './printed-text.ts';
import { loadSource, sourcePage } from './source-pdf.ts';

/** An original of which pages go into the dossier. */
export interface OpenedOriginal {
  readonly sizeBytes: number;
  /** A page (from 1) as it came, with what was read on it. Throws what opening it throws; `text-not-printable`. */
  page(number: number, reading: DocumentPage | null): Promise<PageMaterial>;
  /** The same, stored anew with no more dots than it takes to read it. */
  smallerPage(number: number, reading: DocumentPage | null): Promise<PageMaterial>;
  close(): Promise<void>;
}

/** What originals are opened with. */
export interface OriginalTools {
  readonly opener: FileOpener;
  readonly passwords: readonly string[];
  readonly pages: Pick<DossierPages, 'readable'>;
  readonly signal: AbortSignal;
}

/** Dots an inch up to which a page in black and white is kept. */
const FINE_DPI = 300;

/** Opens an original of any format. Throws `encrypted-pdf`, `damaged-pdf`, … as opening it for reading does. */
export async function openOriginal(part: FilePart, tools: OriginalTools): Promise<OpenedOriginal> {
  const bytes = await part.bytes();
  let opened: Promise<OpenedFile> | undefined;
  /** Decoders are started by the first page that needs one. */
  const decoded = (): Promise<OpenedFile> => {
    opened ??= tools.opener.open({ ...part, bytes: () => Promise.resolve(bytes) }, tools.signal);
    return opened;
  };
  const isPdf = part.mediaType === 'application/pdf';
  const source = isPdf ? await loadSource(bytes, tools.passwords) : undefined;
  const jpeg = part.mediaType === 'image/jpeg' ? await storedJpeg(bytes) : undefined;
  if (source === undefined && jpeg === undefined) await decoded();

  async function drawn(number: number, reading: DocumentPage | null): Promise<PageMaterial> {
    const page = (await decoded()).page(number);
    const raster = await page.raster({ maxPixels: pixelsOfA4(FINE_DPI), signal: tools.signal });
    if (raster === null) return printed(reading);
    return pictured(await encodePicture(raster, tools.pages.readable), reading);
  }

  /** Whether the page's own letters can be searched. */
  async function hasOwnText(number: number, reading: DocumentPage | null): Promise<boolean> {
    if (reading === null || reading.source === 'text-layer') return true;
    const layer = await (await decoded()).page(number).textLayer();
    return (layer?.lines.length ?? 0) * 2 >= reading.lines.length;
  }

  async function asStored(number: number, reading: DocumentPage | null): Promise<PageMaterial> {
    if (jpeg !== undefined) return pictured(jpeg, reading);
    if (source === undefined) return drawn(number, reading);
    const page = takenOver(() => sourcePage(source, number));
    if (page === undefined) return drawn(number, reading);
    const isSearchable = page.hasFonts && (await hasOwnText(number, reading));
    return { look: { kind: 'source', page }, turned: turnOf(reading), reading: isSearchable ? null : reading };
  }

  return {
    sizeBytes: bytes.length,
    page: asStored,
    smallerPage: drawn,
    close: async () => {
      if (opened !== undefined) await (await opened).close();
    },
  };
}

/** Undefined for a page that only a renderer can make out. */
function takenOver<Page>(take: () => Page): Page | undefined {
  try {
    return take();
  } catch (error) {
    if (asFailure(error).code === 'damaged-pdf') return undefined;
    throw error;
  }
}

function turnOf(reading: DocumentPage | null): PageMaterial['turned'] {
  return reading?.geometry.turned ?? 0;
}

function pictured(picture: Picture, reading: DocumentPage | null): PageMaterial {
  return { look: { kind: 'picture', picture }, turned: turnOf(reading), reading };
}

function printed(reading: DocumentPage | null): PageMaterial {
  if (reading === null || !canPrint(reading.lines)) throw new LiasseFailure('text-not-printable');
  return { look: { kind: 'text', page: reading }, turned: 0, reading: null };
}
