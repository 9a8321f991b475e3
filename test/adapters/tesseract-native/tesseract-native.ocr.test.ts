import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createTesseractNativeRecognizer } from '#adapters/tesseract-native/create-tesseract-native-recognizer.ts';
import { findTesseract } from '#adapters/tesseract-native/find-tesseract.ts';
import { searchPath } from '#app/config.ts';
import { textRecognizerContract } from '../../contracts/text-recognizer.contract.ts';

const modelPlaces = { added: '/nonexistent', system: [] };
const tesseract = await findTesseract(searchPath());
const cacheFolder = mkdtempSync(join(tmpdir(), 'liasse-native-test-'));
afterAll(() => rmSync(cacheFolder, { recursive: true, force: true }));

if (tesseract === undefined) {
  it.skip('no tesseract 5 on the PATH: install tesseract-ocr to run the contract of the native engine', () =>
    undefined);
} else {
  textRecognizerContract('native tesseract', () =>
    createTesseractNativeRecognizer({ tesseract, workers: 2, pageTimeoutMs: 60_000, modelPlaces, cacheFolder }),
  );

  describe('a page that takes too long for the native engine', () => {
    it('fails with page-timeout after its second try', async () => {
      const recognizer = createTesseractNativeRecognizer({
        tesseract,
        workers: 1,
        pageTimeoutMs: 1,
        modelPlaces,
        cacheFolder,
      });
      const noise = new Uint8Array(640_000).map((_, index) => (index * 7919) % 251);
      const image = { width: 800, height: 800, channels: 1, pixels: noise } as const;
      const options = { models: ['fra'], layout: 'page', signal: new AbortController().signal } as const;
      await expect(recognizer.recognize(image, options)).rejects.toThrow('page-timeout');
      await recognizer.close();
      await expect(recognizer.recognize(image, options)).rejects.toThrow('cancelled');
    });
  });
}
