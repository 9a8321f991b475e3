import type * as pdf from '@cantoo/pdf-lib';
import type { DossierPages } from '#definitions/casework/dossier.schema.ts';
import { pdfLib } from '../pdf/pdf-lib.ts';
import type { DossierFonts } from './embed-fonts.ts';
import type { Picture } from './encode-picture.ts';
import { fitPage } from './fit-page.ts';
import type { InvisibleFont } from './invisible-font.ts';
import { invisibleText } from './invisible-text.ts';
import { chain, type Matrix, turnUnit, written } from './matrix.ts';
import { calledNames } from './page-content.ts';
import type { PageMaterial } from './page-material.ts';
import { pdfName } from './pdf-names.ts';
import { printedText, TEXT_PAGE } from './printed-text.ts';
import type { SourceCopier } from './source-copier.ts';
import type { SourcePage } from './source-pdf.ts';

const { PDFDict } = pdfLib;

/** What pages are drawn with. */
export interface PageCanvas {
  readonly document: pdf.PDFDocument;
  readonly copier: SourceCopier;
  readonly fonts: DossierFonts;
  readonly invisible: InvisibleFont;
  readonly pages: DossierPages;
}

/** Names in the resources of a page: no original's are there. */
const FONTS = { invisible: 'LsI', regular: 'LsR' };

interface Shown {
  readonly width: number;
  readonly height: number;
  /** How much it may be enlarged. */
  readonly most: number;
}

/** Adds an A4 page that shows a page of an original, upright, and can be searched. */
export function drawPage({ look, turned, reading }: PageMaterial, canvas: PageCanvas): void {
  const { document, pages } = canvas;
  const shown = shownSize(look, pages);
  const isAcross = turned === 90 || turned === 270;
  const upright = isAcross ? { width: shown.height, height: shown.width } : shown;
  const fitted = fitPage(upright, shown.most, pages.margins);
  const page = document.addPage([fitted.width, fitted.height]);
  const place = chain(turnUnit(turned), fitted.place);
  const content = [drawLook(look, place, { page, canvas })];
  if (reading !== null) {
    const font = { font: canvas.invisible, name: FONTS.invisible };
    const text = invisibleText(reading, { ...shown, place }, font);
    if (text !== '') page.node.setFontDictionary(pdfName(FONTS.invisible), canvas.invisible.ref);
    content.push(text);
  }
  page.node.addContentStream(document.context.register(document.context.flateStream(content.join(''))));
}

function shownSize(look: PageMaterial['look'], { mostEnlarged, leastDpi }: DossierPages): Shown {
  if (look.kind === 'text') return { ...TEXT_PAGE, most: 1 };
  const [{ width, height }, turn, most] =
    look.kind === 'source'
      ? ([look.page.box, look.page.turn, mostEnlarged] as const)
      : ([look.picture, look.picture.turn, 72 / leastDpi] as const);
  return turn === 90 || turn === 270 ? { width: height, height: width, most } : { width, height, most };
}

interface Onto {
  readonly page: pdf.PDFPage;
  readonly canvas: PageCanvas;
}

function drawLook(look: PageMaterial['look'], place: Matrix, onto: Onto): string {
  if (look.kind === 'picture') return drawPicture(look.picture, place, onto);
  if (look.kind === 'source') return drawSource(look.page, place, onto);
  onto.page.node.setFontDictionary(pdfName(FONTS.regular), onto.canvas.fonts.regular.ref);
  return printedText(look.page, place, { font: onto.canvas.fonts.regular, name: FONTS.regular });
}

const COLOURS = { 'jpeg-grey': 'DeviceGray', 'jpeg-colour': 'DeviceRGB', bits: 'DeviceGray' } as const;

function drawPicture({ width, height, bytes, kind, turn }: Picture, place: Matrix, { page, canvas }: Onto): string {
  const { context } = canvas.document;
  const image = context.stream(bytes, {
    ...{ Type: 'XObject', Subtype: 'Image', Width: width, Height: height, ColorSpace: COLOURS[kind] },
    BitsPerComponent: kind === 'bits' ? 1 : 8,
    Filter: kind === 'bits' ? 'FlateDecode' : 'DCTDecode',
    Interpolate: true,
  });
  page.node.setXObject(pdfName('Im'), context.register(image));
  return `q ${written(chain(turnUnit(turn), place))} cm /Im Do Q\n`;
}

/** The page as a form: what it draws stays as it is, cut at its edges, and can't disturb what is drawn behind it. */
function drawSource(source: SourcePage, place: Matrix, { page, canvas }: Onto): string {
  const { x, y, width, height } = source.box;
  const toUnit: Matrix = [1 / width, 0, 0, 1 / height, -x / width, -y / height];
  const matrix = chain(chain(toUnit, turnUnit(source.turn)), place);
  page.node.setXObject(pdfName('Fm'), registerForm(source, canvas));
  const looks = source.looks.map(({ form, place: own }, index) => {
    const name = `An${index}`;
    page.node.setXObject(pdfName(name), canvas.copier.copy(form, source.document.context));
    return `q ${written(own)} cm /${name} Do Q\n`;
  });
  return `q ${written(matrix)} cm /Fm Do\n${looks.join('')}Q\n`;
}

function registerForm(
  { document: { context: from }, node, content, box }: SourcePage,
  { document: { context }, copier }: PageCanvas,
): pdf.PDFRef {
  const form =
    content.kind === 'joined' ? context.flateStream(content.bytes) : copier.copy(content.stream, from).clone(context);
  // What a page's content may carry beside its packing says nothing about a form.
  for (const key of form.dict.keys()) if (!PACKING.includes(key.toString())) form.dict.delete(key);
  const resources = usedResources(node.Resources(), content);
  const group = node.get(pdfName('Group'));
  const entries = {
    ...{ Type: 'XObject', Subtype: 'Form', FormType: 1 },
    BBox: [box.x, box.y, box.x + box.width, box.y + box.height],
    ...(resources === undefined ? {} : { Resources: copier.copy(resources, from) }),
    ...(group === undefined ? {} : { Group: copier.copy(group, from) }),
  };
  for (const [key, value] of context.obj(entries).entries()) form.dict.set(key, value);
  return context.register(form);
}

/** Pictures and forms of a page; more are shared by many pages, most of which are not wanted. */
const FEW = 4;

/** The resources of a page without the pictures of other pages, which some programs hand to every page. */
function usedResources(resources: pdf.PDFDict | undefined, content: SourcePage['content']): pdf.PDFDict | undefined {
  const objects = resources?.lookup(pdfName('XObject'));
  if (!(objects instanceof PDFDict) || objects.keys().length <= FEW) return resources;
  const called = calledNames(content);
  if (called === undefined) return resources;
  const used = objects.clone();
  for (const key of objects.keys()) if (!called.has(key.toString())) used.delete(key);
  const own = resources?.clone();
  own?.set(pdfName('XObject'), used);
  return own;
}

const PACKING = ['/Filter', '/DecodeParms'];
