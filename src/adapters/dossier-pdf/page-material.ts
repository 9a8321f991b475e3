import type { DocumentPage } from '#domain/page-reading.ts';
import type { Picture } from './encode-picture.ts';
import type { SourcePage } from './source-pdf.ts';

/** A page of an original, ready to be put into the dossier. */
export interface PageMaterial {
  readonly look:
    | { readonly kind: 'source'; readonly page: SourcePage }
    | { readonly kind: 'picture'; readonly picture: Picture }
    /** A text without a layout: its words are printed. */
    | { readonly kind: 'text'; readonly page: DocumentPage };
  /** Clockwise degrees by which what it shows has to be turned to stand upright. */
  readonly turned: 0 | 90 | 180 | 270;
  /** What was read on it, to be laid over it invisibly; null when its own letters can be searched, or nothing was read. */
  readonly reading: DocumentPage | null;
}
