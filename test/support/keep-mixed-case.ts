import { readFile } from 'node:fs/promises';
import type { Keeping } from '#app/keeping/open-keeping.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { printedPdf, readingOf, scannedPage, scannedPdf } from './dossier-originals.ts';
import { type KeptPaper, keepPapers } from './keep-papers.ts';

const PDF = 'application/pdf';

/** Keeps a case with a bit of everything: scans, photos, prints, a copy, a paper of no kind, a locked file, a text that can't be printed. */
export async function keepMixedCase(keeping: Keeping, caseName: string): Promise<void> {
  const pay = await printedPdf(['Bulletin de paie janvier']);
  const january = {
    ...{ bytes: pay, mediaType: PDF, as: paySlip('2026-01-31') },
    pages: [printed('Bulletin de paie janvier')],
  };
  const papers: KeptPaper[] = [
    {
      ...{ name: 'fevrier.pdf', bytes: await scannedPdf([await scannedPage()]), mediaType: PDF },
      ...{ as: paySlip('2026-02-28'), pages: [readingOf('Bulletin de paie février')] },
    },
    { name: 'paie.pdf', ...january },
    { name: 'copie de paie.pdf', ...january },
    {
      ...{ name: 'récit.pdf', bytes: await printedPdf(['Je suis Amina (Annexe 1 : plainte)']), mediaType: PDF },
      ...{ as: typed('personal-statement'), pages: [printed('Je suis Amina (Annexe 1 : plainte)')] },
    },
    {
      ...{ name: 'naissance.jpg', bytes: await scannedPage({ noise: 5 }), mediaType: 'image/jpeg' },
      ...{ as: { ...typed('birth-certificate'), ...dated('2011-03-14') }, pages: [readingOf('شهادة الميلاد')] },
    },
    {
      ...{ name: 'courses.pdf', bytes: await printedPdf(['Lait, pain']), mediaType: PDF },
      ...{ as: typed('other'), pages: [readingOf('Lait, pain')] },
    },
    {
      ...{ name: 'court.txt', bytes: Buffer.from('سلام'), mediaType: 'text/plain' },
      ...{ as: typed('affidavit'), pages: [printed('سلام')] },
    },
    {
      ...{
        name: 'locked.pdf',
        bytes: new Uint8Array(await readFile('fixtures/bad-input/encrypted.pdf')),
        mediaType: PDF,
      },
      as: { rejected: 'encrypted-pdf' },
    },
  ];
  await keepPapers(keeping, caseName, papers);
}

function printed(text: string): DocumentPage {
  return readingOf(text, 1, { source: 'text-layer' });
}

function typed(id: string): Partial<DocumentRecord> {
  return { type: { id, confidence: 0.98, alternatives: [], because: [] }, criteria: [] };
}

function dated(iso: string): Partial<DocumentRecord> {
  return { issueDate: { iso, confidence: 1, text: iso, page: 1, box: [0, 0, 0, 0] } };
}

function paySlip(iso: string): Partial<DocumentRecord> {
  return { ...typed('pay-slip'), ...dated(iso), criteria: [{ id: 'integration', weight: 0.8 }] };
}
