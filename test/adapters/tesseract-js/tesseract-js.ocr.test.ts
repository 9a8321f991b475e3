import { describe, expect, it } from 'vitest';
import { createTesseractJsRecognizer } from '#adapters/tesseract-js/create-tesseract-js-recognizer.ts';
import { textRecognizerContract } from '../../contracts/text-recognizer.contract.ts';

textRecognizerContract('tesseract.js', async () =>
  createTesseractJsRecognizer({ workers: 2, pageTimeoutMs: 60_000, pagesPerWorker: 3 }),
);

describe('a page that takes too long', () => {
  it('fails with page-timeout after its second try, and the next page is read', async () => {
    const recognizer = createTesseractJsRecognizer({ workers: 1, pageTimeoutMs: 1, pagesPerWorker: 10 });
    const image = {
      width: 800,
      height: 800,
      channels: 1,
      pixels: new Uint8Array(640_000).map((_, index) => (index * 7919) % 251),
    } as const;
    const signal = new AbortController().signal;
    await expect(recognizer.recognize(image, { models: ['fra'], layout: 'page', signal })).rejects.toThrow(
      'page-timeout',
    );
    await recognizer.close();
  });
});
