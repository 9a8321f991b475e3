import type * as pdf from '@cantoo/pdf-lib';
import { pdfLib } from '../pdf/pdf-lib.ts';

const { PDFObjectCopier } = pdfLib;

/** Copies objects of other documents into one; what several pages share is copied once. */
export interface SourceCopier {
  copy<Object extends pdf.PDFObject>(object: Object, from: pdf.PDFContext): Object;
}

/** A copier into a document. It remembers where copies are, not what they are. */
export function createSourceCopier(into: pdf.PDFContext): SourceCopier {
  const copiers = new WeakMap<pdf.PDFContext, pdf.PDFObjectCopier>();
  return {
    copy: (object, from) => {
      const copier = copiers.get(from) ?? PDFObjectCopier.for(from, into);
      copiers.set(from, copier);
      return copier.copy(object);
    },
  };
}
