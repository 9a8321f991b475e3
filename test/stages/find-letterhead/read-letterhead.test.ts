import { beforeAll, describe, expect, it } from 'vitest';
import { loadPipeline } from '#app/load-pipeline.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import type { Letterhead } from '#domain/findings.ts';
import { readLetterhead } from '#stages/find-letterhead/read-letterhead.ts';
import { pagesFromText } from '../../support/pages-from-text.ts';

describe('the issuer of a paper', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await loadPipeline('humanitarian-permit');
  });
  const read = (text: string): Letterhead => readLetterhead(pagesFromText(text), pipeline);

  it('is the station below the state and the ministry', () => {
    const found = read(
      "RÉPUBLIQUE FRANÇAISE\nMinistère de l'Intérieur\nCommissariat de police de Valmont\nPROCÈS-VERBAL",
    );
    expect(found).toMatchObject({ present: true, kind: 'police' });
    expect(found.issuer).toContain('Valmont');
  });

  it('is the body below a ministry whose word ends the line', () => {
    expect(read('Maliyyə Nazirliyi\nŞəhər Xəstəxana\nARAYIŞ').issuer).toBe('Şəhər Xəstəxana');
  });

  it('is nobody on a page without words', () => {
    expect(read('')).toMatchObject({ present: false, issuer: null });
  });
});
