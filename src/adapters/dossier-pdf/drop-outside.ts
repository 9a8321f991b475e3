import type * as pdf from '@cantoo/pdf-lib';
import { pdfLib } from '../pdf/pdf-lib.ts';
import { pdfName } from './pdf-names.ts';

const { PDFStream } = pdfLib;

/**
 * Where a stream says that its content is elsewhere (a file, an address), that another document or a printer's copy stands for it, or that files belong to
 * it. Nothing of this shows, and a reader that followed it would tell somebody that the dossier was opened.
 */
const OUTSIDE = ['F', 'FFilter', 'FDecodeParms', 'Ref', 'OPI', 'AF'].map(pdfName);

/** Takes what leads out of a document from all its streams, so that what is taken over from it leads nowhere. */
export function dropOutside({ context }: pdf.PDFDocument): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFStream)) continue;
    for (const name of OUTSIDE) object.dict.delete(name);
  }
}
