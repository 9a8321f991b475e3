import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { degrees, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import type { PageMaterial } from '#adapters/dossier-pdf/page-material.ts';
import { LiasseFailure } from '#domain/failure.ts';
import { printedPdf, readingOf, scannedPage, scannedPdf } from '../../support/dossier-originals.ts';
import { END, materialsOf, partOf, partWith, stopOpening } from '../../support/dossier-part-of.ts';
import { onePage, rawStream } from '../../support/raw-pdf.ts';
import { isInstalled, openInPdfJs, textOfPage } from '../../support/read-pdf.ts';

afterAll(stopOpening);

const looks = (pages: readonly PageMaterial[]) => pages.map(({ look }) => look.kind);

describe('pages of originals', () => {
  it('are taken over as they are from a PDF: nothing is drawn or compressed again', async () => {
    const scan = await scannedPage();
    const pages = await materialsOf(await scannedPdf([scan]), 'application/pdf', [readingOf('Bonjour')]);
    expect(looks(pages)).toEqual(['source']);
    const part = await PDFDocument.load(await partWith(pages));
    const pictures = part.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFRawStream && object.dict.get(PDFName.of('Filter')) === PDFName.of('DCTDecode')
          ? [object.getContents()]
          : [],
      );
    const start = Buffer.from([0xff, 0xda]);
    const shown = (jpeg: Uint8Array) => Buffer.from(jpeg).subarray(Buffer.from(jpeg).lastIndexOf(start));
    expect(pictures).toHaveLength(1);
    expect(shown(pictures[0] ?? new Uint8Array()).equals(shown(scan))).toBe(true);
    // Not even inside a PDF does a photo say with what it was taken.
    expect(Buffer.from(pictures[0] ?? []).includes('Phone of Amina')).toBe(false);
  });

  it('keep the letters of a printed PDF, which need no second text', async () => {
    const reading = readingOf('Attestation de domicile', 1, { source: 'text-layer' });
    const bytes = await partWith(
      await materialsOf(await printedPdf(['Attestation de domicile']), 'application/pdf', [reading]),
    );
    expect(await textOfPage(await openInPdfJs(bytes), 3)).toBe('Attestation de domicile');
  });

  it('have no second text where a scan brought its own', async () => {
    const pages = await materialsOf(await printedPdf(['Attestation de domicile']), 'application/pdf', [
      readingOf('Attestation de d0micile'),
    ]);
    expect(pages[0]?.reading).toBeNull();
  });

  it('can be searched in any script, letters of Arabic in their order and figures in theirs', async () => {
    const texts = [
      'الجمهورية الجزائرية\nفي 11/03/2025',
      'Справка о рождении',
      'Πιστοποιητικό γέννησης',
      'ምስክር ወረቐት ልደት',
      '出生证明 𠮷野',
    ];
    const scan = await scannedPage();
    const pdf = await scannedPdf(texts.map(() => scan));
    const pages = await materialsOf(
      pdf,
      'application/pdf',
      texts.map((text, index) => readingOf(text, index + 1)),
    );
    const document = await openInPdfJs(await partWith(pages));
    for (const [index, text] of texts.entries()) {
      const found = await textOfPage(document, index + 3);
      for (const word of text.split(/\s/)) expect(found).toContain(word);
    }
  });

  it.skipIf(!isInstalled('pdftotext'))('are found by pdftotext too (skipped without poppler-utils)', async () => {
    const pages = await materialsOf(await scannedPage(), 'image/jpeg', [
      readingOf('شهادة الميلاد\nСвидетельство о рождении'),
    ]);
    const bytes = await partWith(pages);
    const text = execFileSync('pdftotext', ['-f', '3', '-', '-'], { input: bytes }).toString();
    expect(text).toContain('شهادة الميلاد');
    expect(text).toContain('Свидетельство о рождении');
  });

  it('stand upright, and their words where they are printed', async () => {
    // The page lies on its left side: its top is at the right of the picture.
    const lying = readingOf('Mot', 1, { geometry: { turned: 270, skewDegrees: 0, quad: null } });
    const [word] = lying.lines[0]?.words ?? [];
    if (word === undefined) throw new Error('no word');
    const box: [number, number, number, number] = [0.25, 0.1, 0.5, 0.02];
    const reading = { ...lying, lines: [{ block: 0, box, words: [{ ...word, box }] }] };
    const pages = await materialsOf(await scannedPage({ width: 1169, height: 827 }), 'image/jpeg', [reading]);
    const page = await (await openInPdfJs(await partWith(pages))).getPage(3);
    expect(page.view.map(Math.round)).toEqual([0, 0, 595, 842]);
    const [item] = (await page.getTextContent()).items.filter((one) => 'str' in one && one.str === 'Mot');
    if (item === undefined || !('str' in item)) throw new Error('no text');
    const [a, b, , , x, y] = item.transform.map(Number);
    expect(b).toBeCloseTo(0, 3);
    expect(a).toBeGreaterThan(0);
    expect(x).toBeGreaterThan(150);
    expect(x).toBeLessThan(170);
    expect(y).toBeGreaterThan(690);
    expect(y).toBeLessThan(720);
    expect(item.width).toBeCloseTo(280, -1);
  });

  it('are turned as their file says, picture or PDF', async () => {
    const [photo] = await materialsOf(await scannedPage({ width: 1169, height: 827, orientation: 6 }), 'image/jpeg', [
      readingOf('a'),
    ]);
    expect(photo?.look).toMatchObject({ kind: 'picture', picture: { turn: 90, width: 1169, height: 827 } });
    const document = await PDFDocument.load(await printedPdf(['a'], [842, 595]));
    document.getPage(0).setRotation(degrees(-90));
    const turned = await partWith(await materialsOf(await document.save(), 'application/pdf', [null]));
    expect((await (await openInPdfJs(turned)).getPage(3)).view.map(Math.round)).toEqual([0, 0, 595, 842]);
  });

  it('show what was typed over them, as its look says', async () => {
    const document = await PDFDocument.load(await printedPdf(['Formulaire']));
    const field = document.getForm().createTextField('nom');
    field.setText('Amina Diallo');
    field.addToPage(document.getPage(0), { x: 60, y: 500, width: 200, height: 24 });
    const pages = await materialsOf(await document.save(), 'application/pdf', [null]);
    expect(looks(pages)).toEqual(['source']);
    expect(await textOfPage(await openInPdfJs(await partWith(pages)), 3)).toContain('Amina Diallo');
  });

  it('are drawn where they can not be taken over: fields without a look, layers that are off, content without end', async () => {
    const filled = await PDFDocument.load(await printedPdf(['Formulaire']));
    const field = filled.getForm().createTextField('nom');
    field.setText('Amina');
    field.addToPage(filled.getPage(0), { x: 60, y: 500, width: 200, height: 24 });
    for (const widget of field.acroField.getWidgets()) widget.dict.delete(PDFName.of('AP'));
    const layered = await PDFDocument.load(await printedPdf(['Calque']));
    const layer = layered.context.register(layered.context.obj({ Type: 'OCG' }));
    layered.catalog.set(PDFName.of('OCProperties'), layered.context.obj({ OCGs: [layer], D: { OFF: [layer] } }));
    for (const document of [filled, layered]) {
      const bytes = await document.save({ updateFieldAppearances: false });
      expect(looks(await materialsOf(bytes, 'application/pdf', [readingOf('x')]))).toEqual(['picture']);
    }
  });

  it('of a page that unpacks without end cost no memory', async () => {
    const bomb = onePage('0 0 595 842', rawStream(Buffer.alloc(4_000_000, 'q Q '), '', 2));
    expect(looks(await materialsOf(bomb, 'application/pdf', [null]))).toEqual(['source']);
    const joined = Buffer.from(
      Buffer.from(bomb).toString('latin1').replace('/Contents 4 0 R', '/Contents [4 0 R 4 0 R]'),
      'latin1',
    );
    const pages = await materialsOf(joined, 'application/pdf', [null]).catch((error: unknown) => error);
    expect(pages instanceof LiasseFailure || Array.isArray(pages)).toBe(true);
  });

  it('open with the password that fits', async () => {
    const locked = new Uint8Array(await readFile('fixtures/bad-input/encrypted.pdf'));
    const bytes = await partWith(await materialsOf(locked, 'application/pdf', [null]));
    const document = await openInPdfJs(bytes);
    expect(document.numPages).toBe(3);
    expect(await textOfPage(document, 3)).toMatch(/\p{L}{4}/u);
  });

  it('do not bring the pictures of other pages with them, which some programs hand to every page', async () => {
    const document = await PDFDocument.create();
    const [first, ...others] = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(async (seed) => document.embedJpg(await scannedPage({ noise: seed }))),
    );
    if (first === undefined) throw new Error('no picture');
    const page = document.addPage([595, 842]);
    page.drawImage(first, { x: 0, y: 0, width: 595, height: 842 });
    for (const [index, picture] of others.entries()) page.node.setXObject(PDFName.of(`Other${index}`), picture.ref);
    const bytes = await document.save();
    expect((await partWith(await materialsOf(bytes, 'application/pdf', [null]))).length).toBeLessThan(bytes.length / 3);
  });

  it('of other pictures are stored so that they can be read: bits for black and white, JPEG for all else', async () => {
    const fax = await sharp(await scannedPage({ width: 1700, height: 2200 }))
      .greyscale()
      .threshold(128)
      .png()
      .toBuffer();
    const [bits] = await materialsOf(fax, 'image/png', [null]);
    expect(bits?.look).toMatchObject({ picture: { kind: 'bits', width: 1700, height: 2200 } });
    const [large] = await materialsOf(
      await sharp(await scannedPage({ width: 2480, height: 3508 }))
        .png()
        .toBuffer(),
      'image/png',
      [null],
    );
    if (large?.look.kind !== 'picture') throw new Error('no picture');
    expect(large.look.picture).toMatchObject({ kind: 'jpeg-colour', turn: 0 });
    // 200 dots an inch on A4.
    expect(large.look.picture.width).toBeGreaterThan(1600);
    expect(large.look.picture.width).toBeLessThan(1700);
  });

  it('of a text are printed, if Liasse can print its script', async () => {
    const letter = 'Je soussignée, Мария, Ελένη, atteste…';
    const bytes = await partWith(await materialsOf(Buffer.from(letter), 'text/plain', [readingOf(letter)]));
    expect(await textOfPage(await openInPdfJs(bytes), 3)).toBe(letter);
    await expect(materialsOf(Buffer.from('سلام عليكم'), 'text/plain', [readingOf('سلام عليكم')])).rejects.toMatchObject(
      {
        code: 'text-not-printable',
      },
    );
  });
});

describe('a part of a dossier', () => {
  const stamps = [
    { annex: '', page: 'p. 1/3' },
    { annex: '', page: 'p. 2/3' },
    { annex: 'Annexe 3 bis – 1/1', page: 'p. 3/3' },
  ];

  it('has stamps in its margins, also over pages with invisible text, whose letters they do not inherit', async () => {
    const pages = await materialsOf(await scannedPage(), 'image/jpeg', [readingOf('Bonjour')]);
    const bytes = await partWith(pages, { stamps });
    const text = await textOfPage(await openInPdfJs(bytes), 3);
    expect(text).toContain('Annexe 3 bis – 1/1');
    expect(text).toContain('p. 3/3');
    const content = await contentOf(bytes, 2);
    // What is invisible ends with its own text.
    expect(content).toMatch(/q BT[^Q]*3 Tr[^Q]*ET Q/);
  });

  it('has bookmarks in any script, and a list whose lines lead to the annexes', async () => {
    const pages = await materialsOf(await scannedPage(), 'image/jpeg', [readingOf('Bonjour')]);
    const row = {
      paper: 'a',
      number: '1',
      title: 'Titre',
      details: ['сайт', 'عربي'],
      date: '',
      pages: '1',
      at: 'p. 3',
    };
    const inside = [{ title: 'Annexe 1 – شهادة', to: { paper: 'a' }, inside: [] }];
    const front = {
      ...END.front,
      list: { ...END.front.list, groups: [{ label: 'Santé', rows: [row] }] },
      bookmarks: [
        { title: 'Couverture', to: 'cover' as const, inside: [] },
        { title: 'Liste des annexes', to: 'list' as const, inside: [] },
        { title: 'Santé', to: { paper: 'a' }, inside },
      ],
    };
    const document = await openInPdfJs(await partWith(pages, { front, papers: ['a'] }));
    const outline = await document.getOutline();
    expect(outline.map(({ title }) => title)).toEqual(['Couverture', 'Liste des annexes', 'Santé']);
    expect(outline[2]?.items.map(({ title }: { title: string }) => title)).toEqual(['Annexe 1 – شهادة']);
    const pageOf = async (dest: unknown) => (Array.isArray(dest) ? 1 + (await document.getPageIndex(dest[0])) : 0);
    expect(await Promise.all(outline.map(({ dest }) => pageOf(dest)))).toEqual([1, 2, 3]);
    const [link] = await (await document.getPage(2)).getAnnotations();
    expect(await pageOf(link?.dest)).toBe(3);
    // What the font has no letters for is left out, and its dot with it.
    expect(await textOfPage(document, 2)).toContain('сайт');
    expect(await textOfPage(document, 2)).not.toContain('·');
  });

  it.skipIf(!isInstalled('qpdf'))(
    'is sound for qpdf, also after pages were taken back (skipped without qpdf)',
    async () => {
      const [photo] = await materialsOf(await scannedPage(), 'image/jpeg', [readingOf('Bonjour')]);
      const [sheet] = await materialsOf(await printedPdf(['Attestation']), 'application/pdf', [null]);
      if (photo === undefined || sheet === undefined) throw new Error('no pages');
      const bytes = await partOf(async (part) => {
        await part.add(photo);
        await part.settle();
        const mark = part.mark();
        await part.add(sheet);
        await part.add(photo);
        part.takeBack(mark);
        await part.add(sheet);
        await part.settle();
        expect(part.pages()).toBe(2);
      });
      const path = await import('node:path').then(({ join }) =>
        join(process.env['TMPDIR'] ?? '/tmp', `liasse-check-${process.pid}.pdf`),
      );
      const { writeFile, rm } = await import('node:fs/promises');
      await writeFile(path, bytes);
      try {
        expect(execFileSync('qpdf', ['--check', path]).toString()).toContain('No syntax or stream encoding errors');
      } finally {
        await rm(path);
      }
      expect((await openInPdfJs(bytes)).numPages).toBe(4);
    },
  );

  it('is the same, byte for byte, when it is made again', async () => {
    const pages = await materialsOf(await scannedPage(), 'image/jpeg', [readingOf('Bonjour')]);
    const [one, two] = [await partWith(pages, { stamps }), await partWith(pages, { stamps })];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
    const { info } = await (await openInPdfJs(one)).getMetadata();
    expect(info).toMatchObject({ CreationDate: 'D:20261123000000Z', Title: 'Pièces' });
  });

  it('holds its own fonts only as far as they are used', async () => {
    const bytes = await partWith(await materialsOf(await printedPdf(['a']), 'application/pdf', [null]), { stamps });
    expect(bytes.length).toBeLessThan(60_000);
  });
});

/** What draws a page (from 0). */
async function contentOf(bytes: Uint8Array, index: number): Promise<string> {
  const document = await PDFDocument.load(bytes);
  const { decodePDFRawStream } = await import('@cantoo/pdf-lib');
  const contents = document.getPage(index).node.normalizedEntries().Contents;
  const streams = contents?.asArray().map((entry) => document.context.lookup(entry)) ?? [];
  return streams
    .map((stream) =>
      stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1') : '',
    )
    .join('\n');
}
