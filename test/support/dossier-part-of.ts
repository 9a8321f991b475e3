import { createHash, randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDossierPart, type DossierPart, type PartEnd } from '#adapters/dossier-pdf/create-dossier-part.ts';
import { openOriginal } from '#adapters/dossier-pdf/open-original.ts';
import type { PageMaterial } from '#adapters/dossier-pdf/page-material.ts';
import { createFileAccess, type FileAccess } from '#adapters/files/create-file-opener.ts';
import type { DossierPages } from '#definitions/casework/dossier.schema.ts';
import { DEFAULT_LIMITS } from '#domain/limits.ts';
import type { DocumentPage } from '#domain/page-reading.ts';

export const PAGES: DossierPages = {
  margins: { side: 6, top: 10, bottom: 10 },
  mostEnlarged: 1.5,
  leastDpi: 100,
  readable: { dpi: 200, quality: 75, heavyKb: 600 },
};

export const END: PartEnd = {
  front: {
    cover: { heading: 'Pièces', facts: [], holdsHeading: 'Contient', holds: [], part: '' },
    list: {
      heading: 'Liste',
      columns: { number: 'N°', title: 'Pièce', date: 'Date', pages: 'Pages', at: 'Page' },
      groups: [],
    },
    bookmarks: [],
  },
  stamps: [],
  papers: [],
  firstPage: 1,
  title: 'Pièces',
  language: 'fr',
  asOf: '2026-11-23',
};

const PASSWORDS = ['wrong', 'secret'];
let access: FileAccess | undefined;

/** Ends what opens originals, once all tests are done. */
export async function stopOpening(): Promise<void> {
  await access?.stop();
}

/** The pages of an original, ready for a dossier; a reading for each. */
export async function materialsOf(
  bytes: Uint8Array,
  mediaType: string,
  readings: readonly (DocumentPage | null)[],
): Promise<PageMaterial[]> {
  access ??= createFileAccess({ limits: DEFAULT_LIMITS, passwords: PASSWORDS });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const part = { name: 'a file', sha256, mediaType, sizeBytes: bytes.length, bytes: () => Promise.resolve(bytes) };
  const tools = { opener: access, passwords: PASSWORDS, pages: PAGES, signal: new AbortController().signal };
  const original = await openOriginal(part, tools);
  const pages: PageMaterial[] = [];
  try {
    for (const [index, reading] of readings.entries()) pages.push(await original.page(index + 1, reading));
  } finally {
    await original.close();
  }
  return pages;
}

/** The bytes of a part that was filled in some way; two pages of cover and list come first. */
export async function partOf(
  fill: (part: DossierPart) => Promise<void>,
  end: Partial<PartEnd> = {},
): Promise<Uint8Array> {
  const path = join(tmpdir(), `liasse-part-${randomUUID()}.pdf`);
  try {
    const part = await createDossierPart(path, PAGES);
    await fill(part);
    await part.finish({ ...END, ...end });
    return new Uint8Array(await readFile(path));
  } finally {
    await rm(path, { force: true });
  }
}

/** A part that holds these pages. */
export function partWith(pages: readonly PageMaterial[], end: Partial<PartEnd> = {}): Promise<Uint8Array> {
  return partOf(async (part) => {
    for (const page of pages) await part.add(page);
    await part.settle();
  }, end);
}
