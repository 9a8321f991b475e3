import type * as pdf from '@cantoo/pdf-lib';
import { LiasseFailure } from '#domain/failure.ts';
import { pdfLib } from '../pdf/pdf-lib.ts';
import { type Matrix, throughMatrix } from './matrix.ts';
import { pdfName } from './pdf-names.ts';

const { PDFArray, PDFDict, PDFNumber, PDFRef, PDFRawStream } = pdfLib;

/** What is drawn over a page's content: a filled field, a stamp, a signature, words typed over it. */
export interface AnnotationLook {
  /** The look, in the file it comes from. */
  readonly form: pdf.PDFRef;
  /** From the form's space to that of the page. */
  readonly place: Matrix;
}

/** Annotations that nobody prints. */
const UNPRINTED = ['Popup', 'Link', 'Text', 'FileAttachment', 'Sound', 'Movie', 'Screen'];
const HIDDEN = 2;
const NO_VIEW = 32;

/**
 * The looks of a page's annotations, in the order in which they lie on each other. Throws `damaged-pdf` when a viewer would have to make one up: a renderer
 * does that better.
 */
export function annotationLooks(page: pdf.PDFPage): AnnotationLook[] {
  const annotations = page.node.Annots()?.asArray() ?? [];
  return annotations.flatMap((entry) => {
    const annotation = page.node.context.lookup(entry);
    if (!(annotation instanceof PDFDict) || !isPrinted(annotation)) return [];
    const look = lookOf(annotation);
    if (look !== undefined) return [look];
    if (hasContent(annotation)) throw new LiasseFailure('damaged-pdf', 'annotation without a look');
    return [];
  });
}

function isPrinted(annotation: pdf.PDFDict): boolean {
  const flags = annotation.lookup(pdfName('F'));
  const bits = flags instanceof PDFNumber ? flags.asNumber() : 0;
  const subtype = annotation.lookup(pdfName('Subtype'));
  return (bits & (HIDDEN | NO_VIEW)) === 0 && !UNPRINTED.some((name) => subtype === pdfName(name));
}

/** A field that was filled in, or anything else that shows something by itself. */
function hasContent(annotation: pdf.PDFDict): boolean {
  if (annotation.lookup(pdfName('Subtype')) !== pdfName('Widget')) return true;
  const parent = annotation.lookup(pdfName('Parent'));
  return annotation.has(pdfName('V')) || (parent instanceof PDFDict && parent.has(pdfName('V')));
}

function lookOf(annotation: pdf.PDFDict): AnnotationLook | undefined {
  const appearance = annotation.lookup(pdfName('AP'));
  if (!(appearance instanceof PDFDict)) return undefined;
  const form = formIn(appearance, annotation.lookup(pdfName('AS')));
  const rectangle = numbersOf(annotation.lookup(pdfName('Rect')));
  const look = form === undefined ? undefined : annotation.context.lookup(form);
  if (form === undefined || rectangle.length !== 4 || !(look instanceof PDFRawStream)) return undefined;
  const box = numbersOf(look.dict.lookup(pdfName('BBox')));
  if (box.length !== 4) return undefined;
  return { form, place: placeOf(box, numbersOf(look.dict.lookup(pdfName('Matrix'))), rectangle) };
}

/** The look that is in force: of a box to tick, that of its state. */
function formIn(appearance: pdf.PDFDict, state: pdf.PDFObject | undefined): pdf.PDFRef | undefined {
  const entry = appearance.get(pdfName('N'));
  const normal = appearance.lookup(pdfName('N'));
  if (!(normal instanceof PDFDict)) return entry instanceof PDFRef ? entry : undefined;
  const chosen = normal.get(pdfName(String(state ?? '/Off').slice(1)));
  return chosen instanceof PDFRef ? chosen : undefined;
}

/** The map that lays the form's box, turned by its own matrix, over the rectangle (ISO 32000-1, 12.5.5). */
function placeOf(box: readonly number[], matrix: readonly number[], rectangle: readonly number[]): Matrix {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = box;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
  const corners = [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ].map(([x = 0, y = 0]) => throughMatrix([a, b, c, d, e, f], [x, y]));
  const from = rangeOf(corners.map(([x]) => x));
  const up = rangeOf(corners.map(([, y]) => y));
  const [rx0 = 0, ry0 = 0, rx1 = 0, ry1 = 0] = rectangle;
  const across = rangeOf([rx0, rx1]);
  const high = rangeOf([ry0, ry1]);
  const scaleX = from.size === 0 ? 1 : across.size / from.size;
  const scaleY = up.size === 0 ? 1 : high.size / up.size;
  return [scaleX, 0, 0, scaleY, across.least - from.least * scaleX, high.least - up.least * scaleY];
}

function rangeOf(values: readonly number[]): { readonly least: number; readonly size: number } {
  const least = Math.min(...values);
  return { least, size: Math.max(...values) - least };
}

/** The numbers of an array. */
function numbersOf(object: pdf.PDFObject | undefined): number[] {
  if (!(object instanceof PDFArray)) return [];
  return Array.from({ length: object.size() }, (_, index) => object.lookup(index)).flatMap((value) =>
    value instanceof PDFNumber ? [value.asNumber()] : [],
  );
}
