import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { createDecodingProcess, type DecodingProcess } from '#adapters/decoding/create-decoding-process.ts';
import { createImageDecoder } from '#adapters/decoding/create-image-decoder.ts';
import { createRareDecoder, type RareDecoder } from '#adapters/decoding/create-rare-decoder.ts';
import { LiasseFailure } from '#domain/failure.ts';
import { DEFAULT_LIMITS } from '#domain/limits.ts';
import { bmpOf } from '../../support/bmp.ts';

const EML = 'message/rfc822';
const ODT = 'application/vnd.oasis.opendocument.text';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Enough for an honest file on a busy machine; the hostile ones would take hours. */
const IMPATIENT_MS = 3_000;

const processes: DecodingProcess[] = [];
afterAll(() => Promise.all(processes.map((one) => one.stop())));
function decodingWith(timeoutMs: number, memoryBytes = DEFAULT_LIMITS.decodeBytes): DecodingProcess {
  const decoding = createDecodingProcess({ timeoutMs, memoryBytes });
  processes.push(decoding);
  return decoding;
}
const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'read',
    (error) => (error instanceof LiasseFailure ? error.code : String(error)),
  );
async function zipOf(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const writer = new ZipWriter(new BlobWriter());
  for (const [name, content] of Object.entries(files)) await writer.add(name, new TextReader(content));
  return new Uint8Array(await (await writer.close()).arrayBuffer());
}
function mailOf(html: string): Uint8Array {
  const head = ['From: a@b.example', 'To: c@d.example', 'Subject: x', 'Content-Type: text/html', '', ''];
  return new TextEncoder().encode(head.join('\r\n') + html);
}
/** Letters that do not pack well, each with a tag that is opened and never closed. */
function openTags(count: number): string {
  let seed = 1;
  return Array.from({ length: count }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return `<${seed.toString(36)}`;
  }).join('');
}
const honestMail = mailOf('<p>Bonjour</p>');
const patient = createRareDecoder(decodingWith(DEFAULT_LIMITS.decodeTimeoutMs));

describe('a broken file', () => {
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x08meta', 'latin1');
  const files: [string, (decoder: RareDecoder) => Promise<unknown>, string][] = [
    ['a HEIC of a header only', (decoder) => decoder.picture(heic, 'image/heic', 1e6), 'damaged-image'],
    [
      'a bitmap that is cut off',
      (decoder) => decoder.picture(bmpOf(60, 90, { bits: 24, isTopDown: false }).subarray(0, 500), 'image/bmp', 1e6),
      'damaged-image',
    ],
    [
      'a bitmap of too many pixels',
      (decoder) =>
        decoder.picture(bmpOf(60, 90, { bits: 24, isTopDown: false, claims: 60_000 }), 'image/bmp', 150_000_000),
      'image-too-large',
    ],
    [
      'an Outlook mail of nothing',
      (decoder) => decoder.mail(Buffer.alloc(2_000, 7), 'application/vnd.ms-outlook'),
      'damaged-archive',
    ],
    [
      'a paper that is no archive',
      (decoder) => decoder.officeText(Buffer.from('PK\x03\x04 no'), DOCX, DEFAULT_LIMITS),
      'damaged-document',
    ],
    [
      'a paper without its text',
      async (decoder) => decoder.officeText(await zipOf({ 'x.xml': '<x/>' }), ODT, DEFAULT_LIMITS),
      'damaged-document',
    ],
  ];
  it.each(files)('%s fails with its code, and the next file is read', async (_, read, code) => {
    expect(await outcome(read(patient))).toBe(code);
    expect(await outcome(patient.mail(honestMail, EML))).toBe('read');
  });
});

describe('a file whose reader works without end', () => {
  it.each([
    ['an e-mail', async (decoder: RareDecoder) => decoder.mail(mailOf('<style '.repeat(400_000)), EML)],
    [
      'a paper',
      async (decoder: RareDecoder) =>
        decoder.officeText(await zipOf({ 'content.xml': openTags(400_000) }), ODT, DEFAULT_LIMITS),
    ],
  ])('%s is given up in time; those that wait behind it are read', async (_, read) => {
    const decoder = createRareDecoder(decodingWith(IMPATIENT_MS));
    const outcomes = await Promise.all([outcome(read(decoder)), outcome(decoder.mail(honestMail, EML))]);
    expect(outcomes).toEqual(['page-timeout', 'read']);
  });
});

describe('the memory of the decoding process', () => {
  it('ends the question that takes too much of it, not the process that asks', async () => {
    const decoder = createRareDecoder(decodingWith(DEFAULT_LIMITS.decodeTimeoutMs, 40 * 1024 * 1024));
    const [width, height] = [3_500, 3_500];
    const large = bmpOf(width, height, { bits: 24, isTopDown: false });
    expect(await outcome(decoder.picture(large, 'image/bmp', width * height))).toBe('damaged-image');
    expect(await outcome(decoder.mail(honestMail, EML))).toBe('read');
  });

  it('that this process takes for other work is not counted to a file', async () => {
    const decoder = createRareDecoder(decodingWith(DEFAULT_LIMITS.decodeTimeoutMs, 350 * 1024 * 1024));
    expect(await outcome(decoder.mail(honestMail, EML))).toBe('read');
    const reading = outcome(decoder.picture(bmpOf(2_000, 2_000, { bits: 24, isTopDown: false }), 'image/bmp', 4e6));
    const other = Array.from({ length: 8 }, () => Buffer.alloc(50 * 1024 * 1024, 1));
    expect(await reading).toBe('read');
    expect(other.length).toBe(8);
  });
});

describe('a picture that libvips reads', () => {
  it('is decoded in the decoding process: one that takes too much of its memory fails alone', async () => {
    const decoding = decodingWith(DEFAULT_LIMITS.decodeTimeoutMs, 30 * 1024 * 1024);
    const images = createImageDecoder(decoding);
    const [width, height] = [7_000, 7_000];
    const coloured = sharp({ create: { width, height, channels: 3, background: '#f00' } });
    const large = await coloured.png({ compressionLevel: 1 }).toBuffer();
    const options = { maxPixels: width * height, pixelLimit: width * height, timeoutMs: 15_000 };
    expect(await images.header(large)).toMatchObject({ width, height });
    expect(await outcome(images.decode(large, options))).toBe('damaged-image');
    expect(await outcome(createRareDecoder(decoding).mail(honestMail, EML))).toBe('read');
  });
});
