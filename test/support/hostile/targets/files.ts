import { notEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { createFileAccess } from '#adapters/files/create-file-opener.ts';
import { createFileSource } from '#adapters/files/create-file-source.ts';
import { sniffMediaType } from '#adapters/files/sniff-media-type.ts';
import { limitsSchema } from '#domain/limits.ts';
import type { FilePart } from '#ports/file-opener.ts';
import { type FuzzTarget, fuzzTarget } from '../fuzz-target.ts';
import { mutated, mutatedText } from '../mutated.ts';
import { onlyFailures } from '../only-failures.ts';
import { MAILS, outlookMessage } from '../seeds/messages.ts';
import { PACKED_PARTS, pdfOfParts, smallPdfs } from '../seeds/pdfs.ts';
import { PICTURES, resealedPng } from '../seeds/pictures.ts';
import { CONTENT_TYPES, ODT_CONTENT, WORD_DOCUMENT } from '../seeds/texts.ts';
import { zipOf } from '../seeds/zip.ts';

/** Small, so that what passes them is found soon. */
const LIMITS = limitsSchema.parse({
  pages: 50,
  imagePixels: 4_000_000,
  archiveBytes: 32 * 1024 * 1024,
  archiveEntries: 50,
  decodeTimeoutMs: 8_000,
});
const MOST_PIXELS = 300_000;
/** All that is asked of one file; each question has its own limit. */
const HANG_MS = 60_000;

type Files = readonly [Uint8Array, ...Uint8Array[]];
interface Format {
  readonly name: string;
  readonly runs: number;
  readonly files: () => Promise<Files>;
  /** Inputs beside these files with something wrong in them: what is wrong lies where their packing would hide it. */
  readonly packed?: (files: Files) => fc.Arbitrary<Uint8Array>;
}

const pictures = (kind: keyof typeof PICTURES) => async (): Promise<Files> => {
  const [first, ...more] = await Promise.all(PICTURES[kind]());
  if (first === undefined) throw new Error(kind);
  return [first, ...more];
};
const only = (file: Uint8Array) => (): Promise<Files> => Promise.resolve([file]);
const partsOfPdf = fc.record(
  {
    content: mutatedText(PACKED_PARTS.content),
    image: mutatedText(PACKED_PARTS.image),
    font: mutatedText(PACKED_PARTS.font),
    toUnicode: mutatedText(PACKED_PARTS.toUnicode),
  },
  { requiredKeys: [] },
);
const word = (document: string | Uint8Array): Buffer =>
  zipOf({ '[Content_Types].xml': CONTENT_TYPES, 'word/document.xml': document });
const open = (content: string | Uint8Array): Buffer =>
  zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': content });
const note = Buffer.from('Attestation du 3 mars 2026\r\n'.repeat(20));

/** Slow ones get fewer tries in the fast suite. */
const FORMATS: readonly Format[] = [
  { name: 'scan.pdf', runs: 40, files: smallPdfs, packed: () => partsOfPdf.map(pdfOfParts) },
  { name: 'photo.jpg', runs: 40, files: pictures('jpeg') },
  { name: 'scan.png', runs: 40, files: pictures('png'), packed: (files) => mutated(...files).map(resealedPng) },
  { name: 'fax.tiff', runs: 40, files: pictures('tiff') },
  { name: 'phone.webp', runs: 40, files: pictures('webp') },
  { name: 'old.gif', runs: 40, files: pictures('gif') },
  { name: 'new.avif', runs: 15, files: pictures('avif') },
  { name: 'phone.heic', runs: 20, files: pictures('heic') },
  { name: 'scan.bmp', runs: 20, files: pictures('bmp') },
  {
    name: 'papers.zip',
    runs: 40,
    files: only(zipOf({ 'a.txt': 'Attestation', 'b/c.txt': 'Bonjour '.repeat(50) })),
    packed: () =>
      fc
        .tuple(mutatedText('b/../c.txt', 'C:\\x.pdf'), mutated(zipOf({ 'd.txt': 'inside' })))
        .map(([name, inner]) => zipOf({ [name]: 'Attestation', 'inner.zip': inner })),
  },
  {
    name: 'paper.docx',
    runs: 20,
    files: only(word(WORD_DOCUMENT)),
    packed: () => mutated(Buffer.from(WORD_DOCUMENT)).map(word),
  },
  {
    name: 'paper.odt',
    runs: 20,
    files: only(open(ODT_CONTENT)),
    packed: () => mutated(Buffer.from(ODT_CONTENT)).map(open),
  },
  { name: 'message.eml', runs: 40, files: () => Promise.resolve([Buffer.from(MAILS[0]), Buffer.from(MAILS[1] ?? '')]) },
  { name: 'message.msg', runs: 40, files: only(outlookMessage()) },
  {
    name: 'note.txt',
    runs: 40,
    files: () => Promise.resolve([note, Buffer.from(`\ufeff${note}`, 'utf16le'), Buffer.from([...note, 0xe9])]),
  },
];

/** One target a format: all that intake does with a file before it is read. */
export const fileTargets: readonly FuzzTarget[] = [
  ...FORMATS.map(({ name, runs, files, packed }) =>
    fuzzTarget(
      name,
      async () => {
        const whole = await files();
        const taking = startTaking();
        for (const file of whole) ok((await taking.takeIn(name, file)) > 0 || isLocked(file), `a good ${name} is read`);
        const inputs = mutated(...whole);
        return {
          input: packed === undefined ? inputs : fc.oneof(inputs, packed(whole)),
          take: (bytes) => taking.takeIn(name, bytes),
          close: taking.stop,
        };
      },
      { runs, hangMs: HANG_MS },
    ),
  ),
  fuzzTarget('bytes of no format', () => {
    const taking = startTaking();
    const names = fc.constantFrom('a.pdf', 'a.jpg', 'a.msg', 'a.eml', 'a.zip', 'a');
    return {
      input: fc.tuple(names, fc.uint8Array({ maxLength: 600 })),
      take: ([name, bytes]) => taking.takeIn(name, bytes),
      close: taking.stop,
    };
  }),
  fuzzTarget(
    'what a file is',
    async () => {
      const files = await Promise.all([
        ...PICTURES.jpeg(),
        ...PICTURES.tiff(),
        ...PICTURES.webp(),
        outlookMessage(),
        word(WORD_DOCUMENT),
      ]);
      return {
        input: fc.oneof(mutated(files[0] ?? note, ...files), fc.uint8Array({ maxLength: 2_000 })),
        take: (bytes) => sniffMediaType(bytes),
      };
    },
    { runs: 200 },
  ),
];

/** Its password is nobody's to know. */
function isLocked(file: Uint8Array): boolean {
  return Buffer.from(file).includes('/Encrypt');
}

/** Takes files in as intake does; `takeIn` tells how many files in them could be opened. */
function startTaking() {
  const access = createFileAccess({ limits: LIMITS, passwords: [] });
  const source = createFileSource(LIMITS, access);
  const never = new AbortController().signal;

  async function openAndDraw(part: FilePart): Promise<void> {
    const file = await access.open(part, never);
    try {
      for (let number = 1; number <= Math.min(2, file.pageCount); number += 1) {
        const page = file.page(number);
        await onlyFailures(() => page.textLayer());
        await onlyFailures(() => page.raster({ maxPixels: MOST_PIXELS, signal: never }));
      }
    } finally {
      await file.close();
    }
  }

  async function takeIn(name: string, bytes: Uint8Array): Promise<number> {
    let opened = 0;
    for await (const part of source.partsOf({ name, bytes })) {
      notEqual('failure' in part && part.failure, 'internal-error');
      if ('failure' in part || part.isContainer === true) continue;
      const isOpen = await onlyFailures(() => openAndDraw(part).then(() => true));
      if (isOpen === true) opened += 1;
    }
    return opened;
  }
  return { takeIn, stop: () => access.stop() };
}
