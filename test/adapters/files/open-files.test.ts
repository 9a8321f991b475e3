import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { degrees, PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { BlobWriter, TextReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createFileAccess, type FileAccess } from '#adapters/files/create-file-opener.ts';
import { createFileSource } from '#adapters/files/create-file-source.ts';
import { sniffMediaType } from '#adapters/files/sniff-media-type.ts';
import { walkPaths } from '#adapters/files/walk-paths.ts';
import { LiasseFailure } from '#domain/failure.ts';
import { DEFAULT_LIMITS, type Limits } from '#domain/limits.ts';
import type { FilePart, OpenedFile, RefusedPart } from '#ports/file-opener.ts';
import { lineText } from '#text/line-text.ts';
import { hugePng } from '../../support/huge-png.ts';

const never = new AbortController().signal;
let root: string;
let access: FileAccess;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'liasse-files-'));
  access = createFileAccess({ limits: DEFAULT_LIMITS, passwords: ['secret'] });
});
afterAll(async () => {
  await access.stop();
  await rm(root, { recursive: true, force: true });
});

async function written(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(root, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, bytes);
  return path;
}

async function zipOf(files: Readonly<Record<string, Uint8Array | string>>, password?: string): Promise<Uint8Array> {
  const writer = new ZipWriter(new BlobWriter());
  for (const [name, content] of Object.entries(files)) {
    const reader = typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content);
    await writer.add(name, reader, password === undefined ? {} : { password });
  }
  return new Uint8Array(await (await writer.close()).arrayBuffer());
}

async function partsOf(path: string, limits: Limits = DEFAULT_LIMITS): Promise<(FilePart | RefusedPart)[]> {
  return Array.fromAsync(createFileSource(limits, access).parts([path], never));
}
const outcome = (part: FilePart | RefusedPart): string => {
  if ('failure' in part) return `${part.name}: ${part.failure}`;
  return `${part.name}: ${part.isContainer ? 'opened' : part.mediaType}`;
};

async function pdfOf(draw: (document: PDFDocument) => Promise<void> | void): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  await draw(document);
  return document.save();
}

const opened: OpenedFile[] = [];
afterEach(() => Promise.all(opened.splice(0).map((file) => file.close())));
let lastSha = 0;
async function open(bytes: Uint8Array, mediaType: string, from = access): Promise<OpenedFile> {
  lastSha += 1;
  const part = {
    name: 'x',
    sha256: `sha-${lastSha}`,
    mediaType,
    sizeBytes: bytes.length,
    bytes: () => Promise.resolve(bytes),
  };
  const file = await from.open(part, never);
  opened.push(file);
  return file;
}
const failure = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no failure',
    (error) => (error instanceof LiasseFailure ? error.code : String(error)),
  );

describe('walking paths', () => {
  it('gives files in the order of their names, hidden ones skipped, and says what it could not enter', async () => {
    const folder = join(root, 'walk');
    await written('walk/b/2.txt', 'x');
    await written('walk/a.txt', 'x');
    await written('walk/.hidden', 'x');
    await symlink('nowhere', join(folder, 'c'));
    await symlink('e', join(folder, 'd'));
    await symlink('d', join(folder, 'e'));
    await symlink('.', join(folder, 'f'));
    const entries = await Array.fromAsync(walkPaths([folder, join(root, 'absent')]));
    expect(entries.map((entry) => `${entry.name} ${entry.kind === 'failure' ? entry.failure : 'file'}`)).toEqual([
      'a.txt file',
      'b/2.txt file',
      'c no-such-file',
      'd link-loop',
      'e link-loop',
      'f link-loop',
      'absent no-such-file',
    ]);
  });

  it('goes on after a folder without permission', async () => {
    const denied = Object.assign(new Error('denied'), { code: 'EACCES' });
    const entry = (isFolder: boolean) => ({ isDirectory: () => isFolder, isFile: () => !isFolder, size: 1 });
    const fileSystem = {
      readdir: (path: string) =>
        path.endsWith('locked') ? Promise.reject(denied) : Promise.resolve(['locked', 'open.txt']),
      stat: (path: string) => Promise.resolve(entry(!path.endsWith('.txt'))),
      realpath: (path: string) => Promise.resolve(path),
    };
    const entries = await Array.fromAsync(walkPaths(['top'], fileSystem));
    expect(entries.map((one) => (one.kind === 'failure' ? one.failure : one.name))).toEqual([
      'no-permission',
      'open.txt',
    ]);
  });
});

describe('sniffing', () => {
  it.each([
    ['From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\n\r\nhello', 'message/rfc822'],
    ['<!doctype html><html></html>', 'text/html'],
    ['Un texte en français, été compris.', 'text/plain'],
    ['junk before\n%PDF-1.7\n', 'application/pdf'],
    ['   \n ', undefined],
  ])('%j is %s', async (text, expected) => {
    expect(await sniffMediaType(new TextEncoder().encode(text))).toBe(expected);
  });
  it('knows French text of old encodings, and takes noise for nothing', async () => {
    expect(await sniffMediaType(Buffer.from('Fait à Évry, le 3 août', 'latin1'))).toBe('text/plain');
    expect(await sniffMediaType(Uint8Array.from({ length: 500 }, (_, index) => (index * 7919) % 256))).toBeUndefined();
  });
});

describe('archives and e-mails', () => {
  it('are opened into one another, in the order of names, without the litter of systems', async () => {
    const inner = await zipOf({ 'scan.txt': 'deep' });
    const zip = await zipOf({ 'b.txt': 'text', 'a.zip': inner, '__MACOSX/b.txt': 'x', '.DS_Store': 'x' });
    const eml = [
      'From: a@b.example',
      'To: c@d.example',
      'Subject: papiers',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'Content-Type: text/plain',
      '',
      'Bonjour',
      '--x',
      'Content-Type: application/zip; name=annex.zip',
      'Content-Disposition: attachment; filename=annex.zip',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(zip).toString('base64'),
      '--x--',
      '',
    ].join('\r\n');
    const parts = await partsOf(await written('mail.eml', eml));
    expect(parts.map(outcome)).toEqual([
      'mail.eml!/message.txt: text/plain',
      'mail.eml!/annex.zip!/a.zip!/scan.txt: text/plain',
      'mail.eml!/annex.zip!/a.zip: opened',
      'mail.eml!/annex.zip!/b.txt: text/plain',
      'mail.eml!/annex.zip: opened',
      'mail.eml: opened',
    ]);
  });

  it('that are bombs, locked, broken or too deep are refused with their code; what came out before stays', async () => {
    const bomb = await zipOf({ 'a.txt': 'fine', 'z.txt': new Uint8Array(30_000_000) });
    expect((await partsOf(await written('bomb.zip', bomb))).map(outcome)).toEqual([
      'bomb.zip!/a.txt: text/plain',
      'bomb.zip: archive-too-large',
    ]);
    expect((await partsOf(await written('locked.zip', await zipOf({ 'a.txt': 'x' }, 'pw')))).map(outcome)).toEqual([
      'locked.zip: encrypted-archive',
    ]);
    const whole = await zipOf({ 'a.txt': 'x'.repeat(5_000) });
    expect((await partsOf(await written('cut.zip', whole.subarray(0, whole.length - 30)))).map(outcome)).toEqual([
      'cut.zip: damaged-archive',
    ]);
    let nested = await zipOf({ 'a.txt': 'x' });
    for (let depth = 0; depth < 6; depth += 1) nested = await zipOf({ 'n.zip': nested });
    expect((await partsOf(await written('deep.zip', nested))).map(outcome).join()).toContain('archive-too-deep');
    const many = await zipOf(Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`${index}.txt`, 'x'])));
    expect(
      (await partsOf(await written('many.zip', many), { ...DEFAULT_LIMITS, archiveEntries: 3 })).map(outcome).at(-1),
    ).toBe('many.zip: archive-too-large');
  });

  it('keep no way out in the names of their files', async () => {
    const parts = await partsOf(await written('path.zip', await zipOf({ '../../etc/passwd.txt': 'x' }))).catch(
      () => [],
    );
    for (const { name } of parts) expect(name).not.toContain('..');
    expect(parts.length).toBeGreaterThan(0);
  });
});

describe('bad files', () => {
  it.each([
    ['empty.pdf', '', 'empty-file'],
    ['notes.pdf', 'only text', 'wrong-extension'],
    ['noise.bin', String.fromCharCode(0, 1, 2, 3, 250, 0, 9).repeat(40), 'unsupported-format'],
  ])('%s is refused as %s', async (name, content, code) => {
    expect((await partsOf(await written(name, content))).map(outcome)).toEqual([`${name}: ${code}`]);
  });
  it('of too many bytes are refused before they are read', async () => {
    expect(
      (await partsOf(await written('large.txt', 'x'.repeat(100)), { ...DEFAULT_LIMITS, fileBytes: 10 })).map(outcome),
    ).toEqual(['large.txt: file-too-large']);
  });
});

describe('a PDF', () => {
  it('gives its words with their places, also on a turned page', async () => {
    const bytes = await pdfOf(async (document) => {
      const font = await document.embedFont(StandardFonts.Helvetica);
      for (const turn of [0, 90]) {
        const page = document.addPage([600, 800]);
        page.drawText('Fait à Lyon, le 12 mars 2024', { x: 60, y: 700, size: 12, font });
        page.setRotation(degrees(turn));
      }
    });
    const file = await open(bytes, 'application/pdf');
    expect(file.pageCount).toBe(2);
    const [first, second] = [await file.page(1).textLayer(), await file.page(2).textLayer()];
    expect(first?.lines.map(lineText)).toEqual(['Fait à Lyon, le 12 mars 2024']);
    expect(first?.coveredByImage).toBe(false);
    const [x = 0, y = 0] = first?.lines[0]?.words[0]?.box ?? [];
    expect([x, y]).toEqual([expect.closeTo(0.1, 1), expect.closeTo(0.11, 1)]);
    expect(second).toMatchObject({ width: 800, height: 600 });
    expect(second?.lines.flatMap((line) => line.words.map((word) => word.text)).join(' ')).toContain('Lyon');
  });

  it('without text has no text layer, and pixels within the cap', async () => {
    const jpeg = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#eee' } })
      .jpeg()
      .toBuffer();
    const file = await open(
      await pdfOf(async (document) => {
        const image = await document.embedJpg(jpeg);
        document.addPage([6_000, 8_000]).drawImage(image, { x: 0, y: 0, width: 6_000, height: 8_000 });
      }),
      'application/pdf',
    );
    expect(await file.page(1).textLayer()).toBeNull();
    const raster = await file.page(1).raster({ maxPixels: 1_000_000, signal: never });
    expect((raster?.width ?? 0) * (raster?.height ?? 0)).toBeLessThanOrEqual(1_010_000);
    expect(raster?.channels).toBe(1);
  });

  it('that is locked opens with the right password only', async () => {
    const bytes = await readFile('fixtures/bad-input/encrypted.pdf');
    expect((await open(bytes, 'application/pdf')).pageCount).toBeGreaterThan(0);
    const without = createFileAccess({ limits: DEFAULT_LIMITS, passwords: ['wrong'] });
    expect(await failure(open(bytes, 'application/pdf', without))).toBe('encrypted-pdf');
    await without.stop();
  });

  it('that is broken, or has too many pages, is refused; the next one opens', async () => {
    expect(await failure(open(Buffer.from('%PDF-1.7\nnothing'), 'application/pdf'))).toBe('damaged-pdf');
    const bytes = await pdfOf((document) => {
      document.addPage();
      document.addPage();
    });
    const strict = createFileAccess({ limits: { ...DEFAULT_LIMITS, pages: 1 }, passwords: [] });
    expect(await failure(open(bytes, 'application/pdf', strict))).toBe('too-many-pages');
    await strict.stop();
    expect((await open(bytes, 'application/pdf')).pageCount).toBe(2);
  });
});

describe('an image', () => {
  it.each([1, 3, 6, 8])('with EXIF orientation %i comes out upright', async (orientation) => {
    const upright = await sharp({ create: { width: 60, height: 90, channels: 3, background: '#fff' } })
      .composite([{ input: { create: { width: 20, height: 20, channels: 3, background: '#000' } }, left: 0, top: 0 }])
      .png()
      .toBuffer();
    const back = { 1: 0, 3: 180, 6: 270, 8: 90 }[orientation] ?? 0;
    const stored = await sharp(upright).rotate(back).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
    const raster = await (await open(stored, 'image/jpeg')).page(1).raster({ maxPixels: 1e6, signal: never });
    expect([raster?.width, raster?.height]).toEqual([60, 90]);
    expect(raster?.pixels[(10 * 60 + 10) * (raster?.channels ?? 0)]).toBeLessThan(60);
    expect(raster?.pixels[(80 * 60 + 50) * (raster?.channels ?? 0)]).toBeGreaterThan(200);
  });

  it('of 30 000 × 30 000 is refused by its header, at once', async () => {
    const startedAt = performance.now();
    expect(await failure(open(hugePng(30_000, 30_000), 'image/png'))).toBe('image-too-large');
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  it('that is cut off is damaged, not half a page', async () => {
    const whole = await sharp({ create: { width: 800, height: 800, channels: 3, background: '#abc' } })
      .png()
      .toBuffer();
    const read = async () =>
      (await open(whole.subarray(0, whole.length >> 1), 'image/png')).page(1).raster({ maxPixels: 1e6, signal: never });
    expect(await failure(read())).toBe('damaged-image');
  });

  it('with transparency lies on white', async () => {
    const png = await sharp({
      create: { width: 10, height: 10, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const raster = await (await open(png, 'image/png')).page(1).raster({ maxPixels: 1e6, signal: never });
    expect(raster?.pixels[0]).toBe(255);
  });
});

describe('text without a layout', () => {
  it('is set on pages, every word with a place inside its page', async () => {
    const file = await open(new TextEncoder().encode(`${'mot '.repeat(3_000)}\n\nFait à Lyon`), 'text/plain');
    expect(file.pageCount).toBeGreaterThan(1);
    const layer = await file.page(file.pageCount).textLayer();
    expect(layer?.lines.map(lineText).at(-1)).toBe('Fait à Lyon');
    for (const { box } of layer?.lines.flatMap((line) => line.words) ?? [])
      expect(Math.max(box[0] + box[2], box[1] + box[3])).toBeLessThanOrEqual(1);
    expect(await file.page(1).raster({ maxPixels: 1e6, signal: never })).toBeNull();
  });
});

it('a name on the disk steers nothing and turns nothing', async () => {
  const path = await written('turned/scan\u202efdp.txt\u001b[2J.txt', 'Attestation');
  expect((await partsOf(path)).map(({ name }) => name)).toEqual(['scanfdp.txt[2J.txt']);
});
