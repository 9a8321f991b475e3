import type * as pdf from '@cantoo/pdf-lib';
import type { InnerFile } from '../decoding/decoding-messages.ts';
import { pdfLib } from './pdf-lib.ts';

const { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } = pdfLib;

/** A tree of names deeper than this goes round in a circle. */
const DEEPEST = 30;

/**
 * The files that a PDF holds: those of a portfolio and those attached to its pages, in the order of the file (ISO 32000-1, 7.11.4). None for
 * a file whose structure can't be read or that is locked: its own pages say what is wrong with it.
 */
export async function readAttachments(bytes: Uint8Array): Promise<InnerFile[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false }).catch(() => undefined);
  if (document === undefined) return [];
  const found = new Map<pdf.PDFRawStream, InnerFile>();
  for (const specification of [...namedFiles(document), ...pageFiles(document)]) {
    const stream = embeddedStream(specification);
    if (stream === undefined || found.has(stream)) continue;
    found.set(stream, {
      name: fileName(specification) ?? `${found.size + 1}`,
      bytes: Uint8Array.from(decodePDFRawStream(stream).decode()),
    });
  }
  return [...found.values()];
}

function namedFiles({ catalog }: pdf.PDFDocument): pdf.PDFDict[] {
  const tree = catalog.lookupMaybe(PDFName.of('Names'), PDFDict)?.lookupMaybe(PDFName.of('EmbeddedFiles'), PDFDict);
  return tree === undefined ? [] : leavesOf(tree, 0);
}

/** The values of a name tree: pairs of name and value at its leaves. */
function leavesOf(node: pdf.PDFDict, depth: number): pdf.PDFDict[] {
  if (depth > DEEPEST) return [];
  const pairs = node.lookupMaybe(PDFName.of('Names'), PDFArray);
  const kids = node.lookupMaybe(PDFName.of('Kids'), PDFArray);
  return [...dictionariesOf(pairs), ...dictionariesOf(kids).flatMap((kid) => leavesOf(kid, depth + 1))];
}

function dictionariesOf(array: pdf.PDFArray | undefined): pdf.PDFDict[] {
  if (array === undefined) return [];
  return Array.from({ length: array.size() }, (_, index) => array.lookup(index)).filter(
    (one) => one instanceof PDFDict,
  );
}

function pageFiles(document: pdf.PDFDocument): pdf.PDFDict[] {
  return document
    .getPages()
    .flatMap((page) => dictionariesOf(page.node.Annots()))
    .flatMap((annotation) => annotation.lookup(PDFName.of('FS')) ?? [])
    .filter((one) => one instanceof PDFDict);
}

function embeddedStream(specification: pdf.PDFDict): pdf.PDFRawStream | undefined {
  const files = specification.lookup(PDFName.of('EF'));
  if (!(files instanceof PDFDict)) return undefined;
  const stream: pdf.PDFObject | undefined = files.lookup(PDFName.of('UF')) ?? files.lookup(PDFName.of('F'));
  return stream instanceof PDFRawStream ? stream : undefined;
}

function fileName(specification: pdf.PDFDict): string | undefined {
  const name = specification.lookup(PDFName.of('UF')) ?? specification.lookup(PDFName.of('F'));
  return name instanceof PDFString || name instanceof PDFHexString ? name.decodeText() : undefined;
}
