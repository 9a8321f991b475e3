import type * as pdf from '@cantoo/pdf-lib';
import { pdfLib } from '../pdf/pdf-lib.ts';

const { PDFName } = pdfLib;

/** A name as PDF has it. */
export const pdfName = (name: string): pdf.PDFName => PDFName.of(name);
