import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

/** A page with these lines as its text. */
export async function textPdf(text: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([595, 842]);
  text.split('\n').forEach((line, index) => {
    page.drawText(line, { x: 60, y: 760 - index * 16, size: 11, font });
  });
  return document.save();
}
