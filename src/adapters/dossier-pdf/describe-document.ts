import type * as pdf from '@cantoo/pdf-lib';
import { pdfLib } from '../pdf/pdf-lib.ts';
import { pdfName } from './pdf-names.ts';

const { PDFString } = pdfLib;

/** What a document says of itself: title and language, the day it is made for, and how its pages are counted. The clock is not asked. */
export function describeDocument(
  document: pdf.PDFDocument,
  told: {
    readonly title: string;
    readonly language: string;
    readonly asOf: string;
    /** Number of its first page. */
    readonly firstPage: number;
  },
): void {
  const day = new Date(`${told.asOf}T00:00:00Z`);
  document.setTitle(told.title, { showInWindowTitleBar: true });
  document.setCreator('Liasse');
  document.setProducer('Liasse');
  document.setCreationDate(day);
  document.setModificationDate(day);
  document.catalog.set(pdfName('Lang'), PDFString.of(told.language));
  const { context } = document;
  const labels = context.obj({ Nums: [0, context.obj({ S: 'D', St: told.firstPage })] });
  document.catalog.set(pdfName('PageLabels'), labels);
}
