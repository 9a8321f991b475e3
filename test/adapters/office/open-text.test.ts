import { expect, it } from 'vitest';
import { openText } from '#adapters/office/open-text.ts';
import { lineText } from '#text/line-text.ts';

it('a word that no line holds is broken where the line ends, so that no stage meets a line without end', async () => {
  const file = openText(`le ${'1'.repeat(1_000)}`, 'text/plain', 10);
  const layer = await file.page(1).textLayer();
  const texts = layer?.lines.map(lineText) ?? [];
  expect(texts.join('').replace(/\D/g, '')).toHaveLength(1_000);
  expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(100);
});
