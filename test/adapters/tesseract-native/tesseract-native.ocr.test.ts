import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createTesseractNativeRecognizer } from '#adapters/tesseract-native/create-tesseract-native-recognizer.ts';
import { findTesseract } from '#adapters/tesseract-native/find-tesseract.ts';
import { searchPath } from '#app/config.ts';
import type { TextRecognizer } from '#ports/text-recognizer.ts';
import { textRecognizerContract } from '../../contracts/text-recognizer.contract.ts';

const libraries = findTesseract(searchPath());
const cacheFolder = mkdtempSync(join(tmpdir(), 'liasse-native-test-'));
afterAll(() => rmSync(cacheFolder, { recursive: true, force: true }));

const noise = new Uint8Array(640_000).map((_, index) => (index * 7919) % 251);
const image = { width: 800, height: 800, channels: 1, pixels: noise } as const;
const request = { models: ['fra'], layout: 'page', signal: new AbortController().signal } as const;

async function create(options: { workers?: number; pageTimeoutMs?: number } = {}): Promise<TextRecognizer> {
  const recognizer = await createTesseractNativeRecognizer({
    libraries,
    workers: 2,
    pageTimeoutMs: 60_000,
    pagesPerWorker: 3,
    modelPlaces: { added: '/nonexistent', system: [] },
    cacheFolder,
    ...options,
  });
  if (recognizer === undefined) throw new Error('the library of tesseract does not work');
  return recognizer;
}

/** The processes of native engines that this test runs. */
function engines(): number[] {
  const table = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' });
  return table
    .split('\n')
    .filter((row) => row.includes('engine.process'))
    .map((row) => Number.parseInt(row, 10));
}

describe('without a library', () => {
  it('there is no native engine', async () => {
    expect(findTesseract('/nonexistent:')).toEqual([]);
    const options = { workers: 1, pageTimeoutMs: 1_000, pagesPerWorker: 1, cacheFolder };
    const modelPlaces = { added: '/nonexistent', system: [] };
    const of = (library: string) => createTesseractNativeRecognizer({ ...options, modelPlaces, libraries: [library] });
    expect(await of('/nonexistent/libtesseract.so.5')).toBeUndefined();
    // A library of another kind loads and is still not the one.
    expect(await of('libm.so.6')).toBeUndefined();
  });
});

if (libraries.length === 0) {
  it.skip('no tesseract 5 on the PATH: install tesseract-ocr to run the contract of the native engine', () =>
    undefined);
} else {
  textRecognizerContract('native tesseract', create);

  describe('a page that takes too long for the native engine', () => {
    it('fails with page-timeout; after closing every page is refused', async () => {
      const recognizer = await create({ workers: 1, pageTimeoutMs: 1 });
      await expect(recognizer.recognize(image, request)).rejects.toThrow('page-timeout');
      await recognizer.close();
      await expect(recognizer.recognize(image, request)).rejects.toThrow('cancelled');
    });
  });

  describe('an engine that is killed', () => {
    it('is replaced and its page read all the same; no process is left at the end', async () => {
      const recognizer = await create({ workers: 1 });
      const undisturbed = await recognizer.recognize(image, request);
      const reading = recognizer.recognize(image, request);
      await new Promise((resolve) => setTimeout(resolve, 5));
      for (const pid of engines()) process.kill(pid, 'SIGKILL');
      expect(await reading).toEqual(undisturbed);
      await recognizer.close();
      expect(engines()).toEqual([]);
    });
  });
}
