import { describe, expect, it } from 'vitest';
import { createProfile } from '#app/profile.ts';
import type { TextRecognizer } from '#ports/text-recognizer.ts';

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const never = new AbortController().signal;

/** A recogniser that keeps each image waiting for its turn, then works on it. */
function slowRecognizer(onWork: (milliseconds: number) => void): TextRecognizer {
  return {
    engine: 'test',
    fingerprint: 'test',
    models: ['fra'],
    recognize: async () => {
      await wait(30);
      onWork(10);
      return { lines: [], confidence: 0 };
    },
    orientation: () => Promise.resolve(null),
    close: () => Promise.resolve(),
  };
}

describe('a profile', () => {
  it('tells apart what the engine does, the wait for it, and what the reading stage does itself', async () => {
    const profile = createProfile();
    const pages = profile.watchPages({
      fingerprint: 'test',
      view: async () => ({ textLayer: async () => null, raster: () => wait(20).then(() => null) }),
    });
    const recognizer = profile.watchRecognizer(slowRecognizer(profile.onEngineWork));
    const view = await pages.view({ sha256: 'x', mediaType: 'image/png', page: 1 });
    await view.textLayer();
    await view.raster({ maxPixels: 1, signal: never });
    const image = { width: 1, height: 1, channels: 1, pixels: new Uint8Array(1) } as const;
    await recognizer.recognize(image, { models: ['fra'], layout: 'page', signal: never });
    profile.onStage({ stage: 'read-page', outcome: 'computed', durationMs: 1_000 });
    profile.onStage({ stage: 'classify', outcome: 'computed', durationMs: 7 });
    profile.onStage({ stage: 'classify', outcome: 'reused', durationMs: 0 });

    const lines = new Map(profile.lines().map((line) => [line.step, line]));
    expect([...lines.keys()]).toEqual(['text-layer', 'decode', 'clean', 'recognise', 'wait', 'classify']);
    expect(lines.get('recognise')).toMatchObject({ times: 1, totalMs: 10 });
    expect(lines.get('wait')?.totalMs).toBeGreaterThan(10);
    expect(lines.get('clean')?.totalMs).toBeGreaterThan(500);
    expect(lines.get('clean')?.totalMs).toBeLessThan(970);
    expect(lines.get('classify')).toMatchObject({ times: 1, totalMs: 7 });
  });

  it('of nothing is empty', () => {
    expect(createProfile().lines()).toEqual([]);
  });
});
