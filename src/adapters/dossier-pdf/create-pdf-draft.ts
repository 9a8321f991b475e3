import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type * as pdf from '@cantoo/pdf-lib';
import { pdfLib } from '../pdf/pdf-lib.ts';
import { pdfName } from './pdf-names.ts';
import { stripJpeg } from './strip-jpeg.ts';

const { PDFDocument, PDFHexString, PDFRawStream } = pdfLib;

/** A new PDF that goes to the disk while it grows: the streams of pages (pictures, content, fonts) are not kept in memory once they are settled. */
export interface PdfDraft {
  readonly document: pdf.PDFDocument;
  /** Bytes on the disk and waiting. */
  sizeBytes(): number;
  /** All that is made from now on can be taken back until it is settled. */
  mark(): DraftMark;
  takeBack(mark: DraftMark): void;
  /** Writes the streams that were made; they can't be changed any more. */
  settle(): Promise<void>;
  /** Writes all the rest and waits until it lies on the disk; the size of the file. */
  finish(): Promise<number>;
  /** Closes the unfinished file. */
  abandon(): Promise<void>;
}

export interface DraftMark {
  readonly object: number;
  readonly pages: number;
}

type Indirect = ReturnType<pdf.PDFContext['enumerateIndirectObjects']>[number];

/** Binary marks in the header tell transfer programs that this is no text. */
const HEADER = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1');

/** Begins a PDF at a path, readable by its owner only. Same content, same bytes: nothing depends on the clock or on chance. */
export async function createPdfDraft(path: string): Promise<PdfDraft> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const file = await open(path, 'wx', 0o600);
  const output = createOutput(file);
  const offsets = new Map<number, number>();

  async function write([ref, object]: Indirect): Promise<void> {
    offsets.set(ref.objectNumber, output.sizeBytes());
    await output.write(serialised(ref, object));
  }

  await output.write(HEADER);
  return {
    document,
    sizeBytes: () =>
      context.enumerateIndirectObjects().reduce((sum, [, object]) => sum + object.sizeInBytes() + OBJECT_FRAME, 0) +
      output.sizeBytes(),
    mark: () => ({ object: context.largestObjectNumber, pages: document.getPageCount() }),
    takeBack: ({ object, pages }) => {
      while (document.getPageCount() > pages) document.removePage(document.getPageCount() - 1);
      for (const [ref] of context.enumerateIndirectObjects()) if (ref.objectNumber > object) context.delete(ref);
      context.largestObjectNumber = object;
    },
    settle: async () => {
      for (const entry of context.enumerateIndirectObjects()) {
        if (!(entry[1] instanceof PDFRawStream)) continue;
        await write(entry);
        context.delete(entry[0]);
      }
    },
    finish: async () => {
      await document.flush();
      for (const entry of context.enumerateIndirectObjects()) await write(entry);
      await output.write(tableAndTrailer(context, offsets, output));
      await file.sync();
      await file.close();
      return output.sizeBytes();
    },
    abandon: () => file.close(),
  };
}

/** Bytes around an object and its line in the table. */
const OBJECT_FRAME = 44;

function serialised(ref: pdf.PDFRef, object: pdf.PDFObject): Uint8Array {
  if (object instanceof PDFRawStream && isJpeg(object)) object.updateContents(stripJpeg(object.getContents()));
  const head = Buffer.from(`${ref.objectNumber} ${ref.generationNumber} obj\n`);
  const tail = Buffer.from('\nendobj\n');
  const size = object.sizeInBytes();
  const bytes = new Uint8Array(head.length + size + tail.length);
  bytes.set(head);
  object.copyBytesInto(bytes, head.length);
  bytes.set(tail, head.length + size);
  return bytes;
}

function isJpeg({ dict }: pdf.PDFRawStream): boolean {
  const filter = dict.get(pdfName('Filter'));
  return filter === pdfName('DCTDecode') || filter?.toString() === '[ /DCTDecode ]';
}

interface Output {
  write(bytes: Uint8Array): Promise<void>;
  sizeBytes(): number;
  /** Of all that was written. */
  digest(): string;
}

function createOutput(file: FileHandle): Output {
  const hash = createHash('sha256');
  let size = 0;
  return {
    write: async (bytes) => {
      hash.update(bytes);
      size += bytes.length;
      await file.writeFile(bytes);
    },
    sizeBytes: () => size,
    digest: () => hash.copy().digest('hex'),
  };
}

function tableAndTrailer(context: pdf.PDFContext, offsets: ReadonlyMap<number, number>, output: Output): Buffer {
  const last = context.largestObjectNumber;
  const lines = [`xref\n0 ${last + 1}\n`, '0000000000 65535 f \n'];
  for (let number = 1; number <= last; number += 1) {
    const offset = offsets.get(number);
    // A number that nothing has is free.
    lines.push(offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`);
  }
  const id = PDFHexString.of(output.digest().slice(0, 32));
  const { Root, Info } = context.trailerInfo;
  const trailer = context.obj({ Size: last + 1, Root, Info, ID: [id, id] });
  lines.push(`trailer\n${trailer.toString()}\nstartxref\n${output.sizeBytes()}\n%%EOF\n`);
  return Buffer.from(lines.join(''));
}
