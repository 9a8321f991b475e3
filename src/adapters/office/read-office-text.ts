import mammoth from 'mammoth';
import { LiasseFailure } from '#domain/failure.ts';
import type { Limits } from '#domain/limits.ts';
import { createExpansionBudget } from '../archives/expansion-budget.ts';
import { unpackZip } from '../archives/unpack-zip.ts';

const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.text';

/** The text of a DOCX or ODT file. Throws `damaged-document`, `archive-too-large`. */
export function readOfficeText(bytes: Uint8Array, mediaType: string, limits: Limits): Promise<string> {
  return mediaType === OPEN_DOCUMENT ? readOdtText(bytes, limits) : readDocxText(bytes, limits);
}

/** The text of a DOCX. Its ZIP is walked within the limits first, so that a bomb never reaches the reader. Throws `damaged-document`. */
async function readDocxText(bytes: Uint8Array, limits: Limits): Promise<string> {
  return asDocument(async () => {
    for await (const _file of unpackZip(bytes, createExpansionBudget(bytes.length, limits))) {
      // Walking is the check.
    }
    return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
  });
}

/** The text of an OpenDocument file, a line a paragraph or heading. Throws `damaged-document`. */
async function readOdtText(bytes: Uint8Array, limits: Limits): Promise<string> {
  return asDocument(async () => {
    for await (const file of unpackZip(bytes, createExpansionBudget(bytes.length, limits))) {
      if (file.name === 'content.xml') return textOfXml(new TextDecoder().decode(file.bytes));
    }
    throw new LiasseFailure('damaged-document', 'no content.xml');
  });
}

async function asDocument(read: () => Promise<string>): Promise<string> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof LiasseFailure && error.code === 'archive-too-large') throw error;
    throw new LiasseFailure('damaged-document', 'office', { cause: error });
  }
}

function textOfXml(xml: string): string {
  return xml
    .replace(/<text:(?:tab|s)\b[^>]*\/>/g, ' ')
    .replace(/<text:line-break\/>|<\/text:(?:p|h)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}
