import type * as pdf from '@cantoo/pdf-lib';
import { LiasseFailure } from '#domain/failure.ts';
import { pdfLib } from '../pdf/pdf-lib.ts';
import { type AnnotationLook, annotationLooks } from './annotation-looks.ts';
import { dropOutside } from './drop-outside.ts';
import { addTurns, type Turn } from './matrix.ts';
import { type PageContent, pageContent } from './page-content.ts';
import { pdfName } from './pdf-names.ts';

const { PDFArray, PDFDict, PDFDocument } = pdfLib;

/** A page of an original PDF that can be taken over as it is. */
export interface SourcePage {
  readonly document: pdf.PDFDocument;
  readonly node: pdf.PDFPage['node'];
  readonly content: PageContent;
  /** What shows of it, in its own space. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Clockwise, as it says itself. */
  readonly turn: Turn;
  readonly looks: readonly AnnotationLook[];
  /** Whether letters may stand on it that can be searched: it names a font. */
  readonly hasFonts: boolean;
}

/** Opens a PDF with the first password that fits; undefined when pdf-lib can't read it. */
export async function loadSource(
  bytes: Uint8Array,
  passwords: readonly string[],
): Promise<pdf.PDFDocument | undefined> {
  for (const password of [undefined, '', ...passwords]) {
    try {
      const document = await PDFDocument.load(bytes, {
        updateMetadata: false,
        ...(password === undefined ? {} : { password }),
      });
      dropOutside(document);
      return hasHiddenLayers(document) ? undefined : document;
    } catch {
      // The next password may fit.
    }
  }
  return undefined;
}

/** A page, from 1. Throws `damaged-pdf` for one that can't be taken over as it is. */
export function sourcePage(document: pdf.PDFDocument, number: number): SourcePage {
  try {
    const page = document.getPages()[number - 1];
    if (page === undefined) throw new LiasseFailure('damaged-pdf', 'no such page');
    const box = page.getCropBox();
    if (!(box.width >= 1 && box.height >= 1)) throw new LiasseFailure('damaged-pdf', 'a page without area');
    return {
      document,
      node: page.node,
      content: pageContent(page),
      box,
      turn: addTurns(page.getRotation().angle, 0),
      looks: annotationLooks(page),
      hasFonts: namesFont(page.node.Resources(), LAYERS),
    };
  } catch (error) {
    if (error instanceof LiasseFailure) throw error;
    throw new LiasseFailure('damaged-pdf', 'page', { cause: error });
  }
}

/** Forms inside forms that are looked into for fonts; deeper ones are taken to have some. */
const LAYERS = 4;

function namesFont(resources: pdf.PDFDict | undefined, layers: number): boolean {
  if (resources === undefined) return false;
  if (layers === 0) return true;
  const fonts = resources.lookup(pdfName('Font'));
  if (fonts instanceof PDFDict && fonts.keys().length > 0) return true;
  const objects = resources.lookup(pdfName('XObject'));
  if (!(objects instanceof PDFDict)) return false;
  return objects.keys().some((key) => {
    const object = objects.lookup(key);
    const inside = object !== undefined && 'dict' in object ? object.dict : undefined;
    const own = inside instanceof PDFDict ? inside.lookup(pdfName('Resources')) : undefined;
    return own instanceof PDFDict && namesFont(own, layers - 1);
  });
}

/** Layers that are switched off would show once the page is taken out of its document. */
function hasHiddenLayers({ catalog }: pdf.PDFDocument): boolean {
  const properties = catalog.lookup(pdfName('OCProperties'));
  const settings = properties instanceof PDFDict ? properties.lookup(pdfName('D')) : undefined;
  if (!(settings instanceof PDFDict)) return false;
  const off = settings.lookup(pdfName('OFF'));
  return settings.lookup(pdfName('BaseState')) === pdfName('OFF') || (off instanceof PDFArray && off.size() > 0);
}
