import type * as pdf from '@cantoo/pdf-lib';
import type { LabelledLine, ListContent, PartFront } from '#domain/dossier.ts';
import { pdfLib } from '../pdf/pdf-lib.ts';
import { type DossierFonts, printable } from './embed-fonts.ts';
import { A4 } from './fit-page.ts';
import { COLUMNS, FRONT, LIST_PRINT, type ListItem, layOutList } from './lay-out-list.ts';
import { linkTo } from './link-to.ts';
import { wrapText } from './wrap-text.ts';

const { rgb } = pdfLib;

export const INK = { black: rgb(0.1, 0.1, 0.1), grey: rgb(0.36, 0.36, 0.36), line: rgb(0.75, 0.75, 0.75) };

/** The pages before the annexes: the cover, then the list. */
export interface DrawnFront {
  readonly pages: readonly pdf.PDFPage[];
  /** Makes every line of the list lead to the first page of its paper. */
  link(first: ReadonlyMap<string, pdf.PDFPage>): void;
}

/** Draws cover and list before the pages that are there. */
export function drawFront(document: pdf.PDFDocument, { cover, list }: PartFront, fonts: DossierFonts): DrawnFront {
  const size: [number, number] = [A4.width, A4.height];
  const pages = [document.insertPage(0, size)];
  drawCover(pages[0], cover, fonts);
  const links: { readonly page: pdf.PDFPage; readonly item: Extract<ListItem, { kind: 'row' }> }[] = [];
  for (const items of layOutList(list, fonts)) {
    const page = document.insertPage(pages.length, size);
    pages.push(page);
    for (const item of items) {
      drawItem(page, item, list, fonts);
      if (item.kind === 'row') links.push({ page, item });
    }
  }
  return {
    pages,
    link: (first) => {
      for (const { page, item } of links) {
        const target = first.get(item.row.paper);
        const box = [FRONT.left, item.y - item.height + 10, FRONT.right, item.y + 10];
        if (target !== undefined) linkTo(page, box, target);
      }
    },
  };
}

function drawCover(page: pdf.PDFPage | undefined, cover: PartFront['cover'], { regular, bold }: DossierFonts): void {
  if (page === undefined) return;
  const width = FRONT.right - FRONT.left;
  let y = A4.height - 150;
  const write = (text: string, font: pdf.PDFFont, size: number): void => {
    for (const line of wrapText(printable(text), { font, size, width })) {
      page.drawText(line, { x: FRONT.left, y, size, font, color: INK.black });
      y -= size * 1.35;
    }
  };
  write(cover.heading, bold, 26);
  y -= 2;
  if (cover.part !== '') write(cover.part, bold, 14);
  y -= 14;
  rule(page, y);
  y -= 26;
  y = drawLines(page, cover.facts, { y, fonts: { regular, bold } });
  y -= 22;
  page.drawText(printable(cover.holdsHeading), { x: FRONT.left, y, size: 13, font: bold, color: INK.black });
  y -= 10;
  rule(page, y);
  drawLines(page, cover.holds, { y: y - 22, fonts: { regular, bold } });
}

/** Width of what stands before the values of the cover. */
const LABEL_WIDTH = 230;

/** Labels at the left, values beside them; where the next line would stand. */
function drawLines(
  page: pdf.PDFPage,
  lines: readonly LabelledLine[],
  { y: top, fonts: { regular, bold } }: { readonly y: number; readonly fonts: DossierFonts },
): number {
  const size = 11;
  const step = 15;
  let y = top;
  for (const { label, value } of lines) {
    const labels = wrapText(printable(label), { font: regular, size, width: LABEL_WIDTH - 12 });
    const values = wrapText(printable(value), { font: bold, size, width: FRONT.right - FRONT.left - LABEL_WIDTH });
    if (values.length === 0) continue;
    for (const [index, line] of labels.entries())
      page.drawText(line, { x: FRONT.left, y: y - index * step, size, font: regular, color: INK.grey });
    for (const [index, line] of values.entries())
      page.drawText(line, { x: FRONT.left + LABEL_WIDTH, y: y - index * step, size, font: bold, color: INK.black });
    y -= Math.max(labels.length, values.length) * step + 5;
  }
  return y;
}

function rule(page: pdf.PDFPage, y: number): void {
  page.drawLine({ start: { x: FRONT.left, y }, end: { x: FRONT.right, y }, thickness: 0.7, color: INK.line });
}

function drawItem(page: pdf.PDFPage, item: ListItem, { heading, columns }: ListContent, fonts: DossierFonts): void {
  const { regular, bold } = fonts;
  const { y } = item;
  if (item.kind === 'heading') {
    const { size } = LIST_PRINT.heading;
    page.drawText(printable(heading), { x: FRONT.left, y: y - size + 10, size, font: bold, color: INK.black });
  } else if (item.kind === 'columns') {
    const print = { y, size: LIST_PRINT.columns.size, font: regular, color: INK.grey };
    page.drawText(columns.number, { x: COLUMNS.number, ...print });
    page.drawText(columns.title, { x: COLUMNS.title, ...print });
    page.drawText(columns.date, { x: COLUMNS.date, ...print });
    atRight(page, columns.pages, { x: COLUMNS.pages, ...print });
    atRight(page, columns.at, { x: COLUMNS.at, ...print });
    rule(page, y - 5);
  } else if (item.kind === 'group')
    for (const [index, line] of item.lines.entries()) {
      const { size, line: step } = LIST_PRINT.group;
      page.drawText(line, { x: FRONT.left, y: y - index * step - 4, size, font: bold, color: INK.black });
    }
  else drawRow(page, item, fonts);
}

function drawRow(
  page: pdf.PDFPage,
  { y, row, title, detail }: Extract<ListItem, { kind: 'row' }>,
  { regular, bold }: DossierFonts,
): void {
  const print = { y, size: LIST_PRINT.title.size, font: regular, color: INK.black };
  page.drawText(printable(row.number), { x: COLUMNS.number, ...print, font: bold });
  page.drawText(printable(row.date), { x: COLUMNS.date, ...print });
  atRight(page, row.pages, { x: COLUMNS.pages, ...print });
  atRight(page, printable(row.at), { x: COLUMNS.at, ...print });
  for (const [index, line] of title.entries())
    page.drawText(line, { x: COLUMNS.title, ...print, font: bold, y: y - index * LIST_PRINT.title.line });
  const below = y - Math.max(1, title.length) * LIST_PRINT.title.line + 1;
  for (const [index, line] of detail.entries())
    page.drawText(line, {
      x: COLUMNS.title,
      y: below - index * LIST_PRINT.detail.line,
      size: LIST_PRINT.detail.size,
      font: regular,
      color: INK.grey,
    });
}

/** Text that ends at x. */
export function atRight(
  page: pdf.PDFPage,
  text: string,
  print: {
    readonly x: number;
    readonly y: number;
    readonly size: number;
    readonly font: pdf.PDFFont;
    readonly color: pdf.RGB;
  },
): void {
  if (text === '') return;
  page.drawText(text, { ...print, x: print.x - print.font.widthOfTextAtSize(text, print.size) });
}
