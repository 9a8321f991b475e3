import { readFile } from 'node:fs/promises';
import { BlobWriter, TextReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { createFileAccess } from '#adapters/files/create-file-opener.ts';
import { createFileSource } from '#adapters/files/create-file-source.ts';
import { sniffMediaType } from '#adapters/files/sniff-media-type.ts';
import { LiasseFailure } from '#domain/failure.ts';
import { limitsSchema } from '#domain/limits.ts';
import type { FilePart } from '#ports/file-opener.ts';
import { bmpOf } from '../support/bmp.ts';
import { FUZZ_TIMEOUT_MS, fuzz, IS_LONG } from '../support/hostile/fuzz.ts';
import { mutated } from '../support/hostile/mutated.ts';
import { mailOf } from '../support/mail.ts';

/** Small, so that what passes them is found soon. */
const LIMITS = limitsSchema.parse({
  pages: 50,
  imagePixels: 4_000_000,
  archiveBytes: 32 * 1024 * 1024,
  archiveEntries: 50,
  decodeTimeoutMs: 8_000,
});
const MOST_PIXELS = 300_000;
const access = createFileAccess({ limits: LIMITS, passwords: [] });
const source = createFileSource(LIMITS, access);
const never = new AbortController().signal;
afterAll(() => access.stop());

/** What comes of a page or file: it is there, or there is a code that an adviser is told; anything else is a fault of ours. */
async function told(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof LiasseFailure) || error.code === 'internal-error') throw error;
  }
}

/** All that intake does with a file before it is read; how many files in it could be opened. */
async function takeIn(name: string, bytes: Uint8Array): Promise<number> {
  let opened = 0;
  for await (const part of source.partsOf({ name, bytes })) {
    if ('failure' in part) expect(part.failure).not.toBe('internal-error');
    else if (part.isContainer !== true)
      await told(
        openAndDraw(part).then(() => {
          opened += 1;
        }),
      );
  }
  return opened;
}

async function openAndDraw(part: FilePart): Promise<void> {
  const file = await access.open(part, never);
  try {
    for (let number = 1; number <= Math.min(2, file.pageCount); number += 1) {
      const page = file.page(number);
      await told(page.textLayer());
      await told(page.raster({ maxPixels: MOST_PIXELS, signal: never }));
    }
  } finally {
    await file.close();
  }
}

async function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const writer = new ZipWriter(new BlobWriter());
  for (const [name, content] of Object.entries(files))
    await writer.add(name, typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content));
  return new Uint8Array(await (await writer.close()).arrayBuffer());
}

const picture = sharp({ create: { width: 90, height: 60, channels: 3, background: '#dddddd' } });
const WORD =
  '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Bonjour</w:t></w:r></w:p></w:body></w:document>';
const CONTENT_TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const HEIC = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x08meta', 'latin1');
const CFB = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(16),
  Buffer.from('3e000300feff0900060000000000000000000000', 'hex'),
  Buffer.alloc(2_048, 1),
]);

/** Formats that nothing here can write: no more than their head is right. */
const HEADS_ONLY: ReadonlySet<string> = new Set(['phone.heic', 'message.msg', 'locked.pdf']);
/** A good file of each format; slow ones get fewer tries in the fast suite. */
const FORMATS: readonly (readonly [name: string, runs: number, file: () => Promise<Uint8Array>])[] = [
  ['scan.pdf', 15, () => readFile('fixtures/documents/001-police-report-fr-clean-pdf/input.pdf')],
  ['locked.pdf', 15, () => readFile('fixtures/bad-input/encrypted.pdf')],
  ['photo.jpg', 40, () => picture.clone().jpeg().toBuffer()],
  ['scan.png', 40, () => picture.clone().png().toBuffer()],
  ['fax.tiff', 40, () => picture.clone().tiff({ compression: 'lzw' }).toBuffer()],
  ['phone.webp', 40, () => picture.clone().webp().toBuffer()],
  ['old.gif', 40, () => picture.clone().gif().toBuffer()],
  ['new.avif', 15, () => picture.clone().avif({ effort: 0 }).toBuffer()],
  ['scan.bmp', 20, () => Promise.resolve(bmpOf(60, 90, { bits: 24, isTopDown: false }))],
  ['phone.heic', 20, () => Promise.resolve(HEIC)],
  ['papers.zip', 40, () => zipOf({ 'a.txt': 'Attestation', 'b/c.txt': 'Bonjour '.repeat(50) })],
  ['paper.docx', 20, () => zipOf({ '[Content_Types].xml': CONTENT_TYPES, 'word/document.xml': WORD })],
  ['message.eml', 40, () => Promise.resolve(Buffer.from(mailOf({ attachments: { 'a.txt': 'Bonjour' } })))],
  ['message.msg', 40, () => Promise.resolve(CFB)],
  ['note.txt', 40, () => Promise.resolve(Buffer.from('Attestation du 3 mars 2026\r\n'.repeat(20)))],
];

describe('a file that is wrong somewhere gives pages or a code, never anything else', () => {
  it.each(FORMATS)(
    '%s',
    async (name, runs, file) => {
      const whole = await file();
      if (!HEADS_ONLY.has(name)) expect(await takeIn(name, whole)).toBeGreaterThan(0);
      await fuzz(mutated(whole), (bytes) => takeIn(name, bytes), runs);
    },
    FUZZ_TIMEOUT_MS,
  );

  it(
    'bytes that are nothing at all, under any name',
    async () => {
      const names = fc.constantFrom('a.pdf', 'a.jpg', 'a.msg', 'a.eml', 'a.zip', 'a');
      await fuzz(fc.tuple(names, fc.uint8Array({ maxLength: 600 })), ([name, bytes]) => takeIn(name, bytes), 60);
    },
    FUZZ_TIMEOUT_MS,
  );
});

it(
  'what a file is can be asked of any bytes',
  async () => {
    await fuzz(fc.uint8Array({ maxLength: 2_000 }), (bytes) => sniffMediaType(bytes), 200);
  },
  FUZZ_TIMEOUT_MS,
);

it.runIf(IS_LONG)('no memory stays behind', () => {
  global.gc?.();
  expect(process.memoryUsage.rss()).toBeLessThan(2 * 1024 ** 3);
});
