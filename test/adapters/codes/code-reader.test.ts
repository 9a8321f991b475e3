import { afterAll, describe, expect, it } from 'vitest';
import { createFileAccess } from '#adapters/files/create-file-opener.ts';
import { DEFAULT_LIMITS } from '#domain/limits.ts';
import { pageWithCode } from '../../support/code-pages.ts';

const access = createFileAccess({ limits: DEFAULT_LIMITS, passwords: [] });
afterAll(() => access.stop());

describe('the code reader', () => {
  it('reads in the decoding process, byte by byte', async () => {
    const text = 'DC04FR0000011985FFFF0401FR452025\x1d46DIALLO\x1fABC';
    const [code] = await access.codes.readCodes(await pageWithCode(text, { dpi: 150 }));
    expect(code).toMatchObject({ symbology: 'data-matrix', bytes: text });
    expect(code?.corners).toHaveLength(4);
  });

  it('has nothing to say of an empty picture, and says so', async () => {
    const image = { width: 200, height: 200, channels: 1, pixels: new Uint8Array(40_000).fill(255) } as const;
    expect(await access.codes.readCodes(image)).toEqual([]);
  });

  it('tells its version, so that another library reads again', () => {
    expect(access.codes.fingerprint).toMatch(/^zxing-wasm@\d/);
  });
});
