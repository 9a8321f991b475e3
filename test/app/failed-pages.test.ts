import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryArtifactStore } from '#adapters/artifact-stores/create-memory-artifact-store.ts';
import { createFileAccess, type FileAccess } from '#adapters/files/create-file-opener.ts';
import { createFileSource } from '#adapters/files/create-file-source.ts';
import { createUprightPages } from '#adapters/upright-pages/create-upright-pages.ts';
import { loadPipeline } from '#app/load-pipeline.ts';
import { createModelAdvice } from '#app/model-advice.ts';
import type { ProcessedDocument } from '#app/process-file.ts';
import { runIntake } from '#app/run-intake.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import { decisionsInForce } from '#domain/decisions-in-force.ts';
import { DEFAULT_LIMITS } from '#domain/limits.ts';
import type { TextRecognizer } from '#ports/text-recognizer.ts';
import { rawPdf, rawStream } from '../support/raw-pdf.ts';
import { tiffOf } from '../support/tiff.ts';

/** Reads every image as the same line: what matters here is which pages get that far. */
const recognizer: TextRecognizer = {
  engine: 'test',
  fingerprint: 'test',
  models: ['fra'],
  recognize: () =>
    Promise.resolve({
      confidence: 0.95,
      lines: [
        {
          block: 0,
          box: [0.1, 0.1, 0.8, 0.05],
          words: 'Attestation de suivi du patient'
            .split(' ')
            .map((text, index) => ({ text, confidence: 0.95, box: [0.1 + index * 0.1, 0.1, 0.09, 0.05] as const })),
        },
      ],
    }),
  orientation: () => Promise.resolve(null),
  close: () => Promise.resolve(),
};

let root: string;
let access: FileAccess;
let pipeline: Pipeline;
/** Long enough for the libraries to load on a busy machine; the hostile pages would take hours. */
const limits = { ...DEFAULT_LIMITS, decodeTimeoutMs: 5_000 };
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'liasse-pages-'));
  access = createFileAccess({ limits, passwords: [] });
  pipeline = await loadPipeline('humanitarian-permit');
});
afterAll(async () => {
  await access.stop();
  await rm(root, { recursive: true, force: true });
});

/** What an intake of one file gives; `files` opens it and gives its pages. */
async function intake(name: string, bytes: Uint8Array, files: FileAccess): Promise<ProcessedDocument[]> {
  const path = join(root, name);
  await writeFile(path, bytes);
  const options = { asOf: '2026-11-24', language: 'en', onProgress: () => undefined } as const;
  return Array.fromAsync(
    runIntake(
      [path],
      { ...options, signal: new AbortController().signal },
      {
        reader: {
          source: createFileSource(limits, files),
          opener: files,
          workers: 2,
          advice: createModelAdvice(pipeline.reading, recognizer.models),
        },
        decisions: decisionsInForce([]),
        environment: {
          tools: { pages: files, recognizer, uprightPages: createUprightPages(files), codeReader: files.codes },
          pipeline,
          store: createMemoryArtifactStore(),
          observer: { onStage: () => undefined },
          inFlight: new Map(),
        },
      },
    ),
  );
}

/** `page: state` of every page of every record, and the codes of records that have one. */
async function pagesOf(name: string, bytes: Uint8Array, files = access): Promise<{ pages: string[]; codes: string[] }> {
  const results = await intake(name, bytes, files);
  return {
    pages: results.flatMap(({ record }) => (record.ocr?.pages ?? []).map(({ page, state }) => `${page}: ${state}`)),
    codes: results.flatMap(({ record }) => (record.error === null ? [] : [record.error.code])),
  };
}

const BOX = '/MediaBox [0 0 300 400]';
/** A page of ten thousand million squares, drawn by forms that draw each other; objects from `first` on. */
function endlessForms(first: number): Buffer[] {
  return Array.from({ length: 10 }, (_, level) =>
    rawStream(
      level === 9 ? '0 0 300 400 re f' : '/X Do '.repeat(10),
      `/Type /XObject /Subtype /Form /BBox [0 0 300 400] /Resources << /XObject << /X ${first + level + 1} 0 R >> >>`,
    ),
  );
}

describe('a page that can’t be decoded', () => {
  it('in a PDF fails alone: those before and after it are read', async () => {
    const lines = rawStream(Array.from({ length: 12 }, (_, row) => `30 ${40 + row * 25} 220 8 re f`).join(' '));
    const page = (contents: number) => `<< /Type /Page /Parent 2 0 R ${BOX} /Contents ${contents} 0 R >>`;
    const endless = `<< /Type /Page /Parent 2 0 R ${BOX} /Contents 7 0 R /Resources << /XObject << /X 8 0 R >> >> >>`;
    const bytes = rawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>',
      page(6),
      endless,
      page(6),
      lines,
      rawStream('/X Do '.repeat(10)),
      ...endlessForms(8),
    ]);
    const { pages, codes } = await pagesOf('three.pdf', bytes);
    expect(pages).toEqual(['1: read', '2: failed', '3: read']);
    expect(codes).toEqual([expect.stringMatching(/^(page-timeout|damaged-pdf)$/)]);
  }, 40_000);

  it('in a TIFF fails alone', async () => {
    const shape = { width: 300, height: 400, shade: 250 };
    const file = tiffOf([shape, shape, shape]);
    // The second page's pixels begin far behind the end of the file.
    const second = 8 + 2 + 12 * 12 + 4 + 16 + 300 * 400;
    file.writeUInt32LE(file.length * 4, second + 2 + 6 * 12 + 8);
    const { pages, codes } = await pagesOf('three.tiff', file);
    expect(pages).toEqual(['1: no-text', '2: failed', '3: no-text']);
    expect(codes).toEqual(['damaged-image']);
  });

  it('of a GIF, which has one, is told with its code; a later frame of an animation is none', async () => {
    const pixels = Buffer.from(Array.from({ length: 400 * 200 * 3 }, (_, index) => (index * 7_919) % 251));
    const raw = { width: 200, height: 400, channels: 3 } as const;
    const still = await sharp(pixels, { raw }).gif().toBuffer();
    expect(await pagesOf('half.gif', still.subarray(0, still.length >> 1))).toEqual({
      pages: [],
      codes: ['damaged-image'],
    });
    const moving = await sharp(pixels, { raw: { ...raw, pageHeight: 200 } })
      .gif({ delay: [100, 100] })
      .toBuffer();
    const cut = await pagesOf('moving.gif', moving.subarray(0, Math.floor(moving.length * 0.8)));
    expect(cut).toEqual({ pages: ['1: read'], codes: [] });
  });

  it('a hundred times in one file does not take a hundred times as long', async () => {
    const count = 100;
    const kids = Array.from({ length: count }, (_, index) => `${index + 14} 0 R`).join(' ');
    const bytes = rawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
      rawStream('/X Do '.repeat(10)),
      ...endlessForms(4),
      ...Array.from(
        { length: count },
        () => `<< /Type /Page /Parent 2 0 R ${BOX} /Contents 3 0 R /Resources << /XObject << /X 4 0 R >> >> >>`,
      ),
    ]);
    const impatient = createFileAccess({ limits: { ...limits, decodeTimeoutMs: 1_500 }, passwords: [] });
    const { pages, codes } = await pagesOf('hundred.pdf', bytes, impatient);
    await impatient.stop();
    expect(pages.length).toBe(count);
    expect(pages.every((page) => page.endsWith('failed'))).toBe(true);
    expect(new Set(codes).size).toBe(1);
  }, 60_000);
});

describe('a page whose text is read but which can’t be drawn', () => {
  it('keeps its text; that no signature was seen on it says nothing', async () => {
    const document = await PDFDocument.create();
    const font = await document.embedFont(StandardFonts.Helvetica);
    const page = document.addPage([300, 400]);
    page.drawText('Je soussigné certifie que le patient est suivi régulièrement', { x: 10, y: 300, size: 9, font });
    const blind: FileAccess = {
      ...access,
      view: async (source) => ({ ...(await access.view(source)), raster: () => Promise.reject(new Error('blind')) }),
    };
    const results = await intake('text.pdf', await document.save(), blind);
    expect(results.map(({ record }) => record.ocr?.pages[0]?.source)).toEqual(['text-layer']);
    expect(results[0]?.text).toContain('certifie');
    expect(results[0]?.record.flags.map(({ code }) => code)).not.toContain('unsigned');
  });
});
