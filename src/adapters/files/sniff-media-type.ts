import { rankLanguages } from '#text/rank-languages.ts';

/** Bytes that are enough to tell what a file is. */
const HEAD_BYTES = 4_100;

/**
 * What the bytes are, whatever the file is called: a media type, or undefined when they are nothing that is known.
 * E-mails and plain text have no signature and are told by their shape.
 */
export async function sniffMediaType(bytes: Uint8Array): Promise<string | undefined> {
  const head = bytes.subarray(0, HEAD_BYTES);
  // PDF readers accept junk before the header; so do we, within the first kilobyte.
  if (Buffer.from(head.subarray(0, 1_024)).includes('%PDF-')) return 'application/pdf';
  // Loaded by the first file that is no PDF.
  const { fileTypeFromBuffer } = await import('file-type');
  const known = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (known !== undefined && known.mime !== 'application/xml') return known.mime;
  const text = decodeText(head, head.length < bytes.length);
  if (text === undefined) return undefined;
  if (/^\s*<(\?xml|!doctype html|html|svg)/i.test(text)) return 'text/html';
  if (isMail(text)) return 'message/rfc822';
  return text.trim() === '' ? undefined : 'text/plain';
}

/** Header lines of RFC 822, two known ones at least before the first empty line. */
function isMail(text: string): boolean {
  const header = text.split(/\r?\n\r?\n/, 1)[0] ?? '';
  const known =
    header.match(
      /^(from|to|subject|date|mime-version|received|message-id|return-path|content-type|delivered-to):/gim,
    ) ?? [];
  return new Set(known.map((name) => name.toLowerCase())).size >= 3;
}

/**
 * Text of unknown encoding: UTF-8 and UTF-16 by their form, else the Windows encoding whose text looks most like a language. Undefined when
 * the bytes are not text. `isCut` allows for a character cut in two at the end.
 */
export function decodeText(bytes: Uint8Array, isCut = false): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut });
    return isText(text) ? text : undefined;
  } catch {
    const text = new TextDecoder(oldEncoding(bytes)).decode(bytes);
    return isText(text) ? text : undefined;
  }
}

/** Encodings of old files by alphabet; the first one is that of old French files. */
const OLD_ENCODINGS = ['windows-1252', 'windows-1251', 'windows-1256', 'windows-1253'] as const;
/** Above this share of its letters outside ASCII, a text is in another alphabet than the Latin one. */
const FOREIGN_SHARE = 0.4;
/** Bytes that tell the language. */
const OLD_SAMPLE = 4_000;

function oldEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, OLD_SAMPLE);
  const foreign = sample.reduce((count, byte) => count + (byte >= 0xc0 ? 1 : 0), 0);
  const plain = sample.reduce((count, byte) => count + ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a ? 1 : 0), 0);
  const [latin, ...others] = OLD_ENCODINGS;
  if (foreign < (foreign + plain) * FOREIGN_SHARE) return latin;
  const sureness = (encoding: string): number =>
    rankLanguages(new TextDecoder(encoding).decode(sample))[0]?.confidence ?? 0;
  return others.reduce<string>((best, one) => (sureness(one) > sureness(best) ? one : best), latin);
}

/** Control characters other than white space do not stand in text; one in a thousand is forgiven. */
function isText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const controls = text.match(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g)?.length ?? 0;
  return controls * 1_000 <= text.length;
}
