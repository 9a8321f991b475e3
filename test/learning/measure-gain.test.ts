import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTrainingPapers } from '#adapters/definition-folder/read-training-papers.ts';
import { loadPipeline } from '#app/load-pipeline.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import type { TrainingPaper } from '#definitions/training-papers.schema.ts';
import { judgeGain } from '#learning/judge-gain.ts';
import { type CorrectedPaper, measureGain } from '#learning/measure-gain.ts';
import { pageFromText } from '../support/pages-from-text.ts';

let pipeline: Pipeline;
let known: TrainingPaper[];
beforeAll(async () => {
  pipeline = await loadPipeline('humanitarian-permit');
  const folder = join(import.meta.dirname, '../../pipelines/humanitarian-permit');
  const { papers } = await readTrainingPapers(folder);
  // A part of the papers, or a test would take as long as learning does.
  known = papers
    .filter(({ language }) => language === 'it' || language === 'pt' || language === 'en')
    .filter((_, at) => at % 3 === 0);
});

const corrected = (type: string, language: string, texts: readonly string[]): CorrectedPaper[] =>
  texts.map((text, at) => ({ id: `${type}-${at}`, type, language, pages: [pageFromText(text)] }));

/** A form that only one organisation meets, in words that nobody else uses. */
const houseForm = (at: number): string =>
  [
    `Zelnik porvan ${at}`,
    'Karvel ostrim belnok tarvis',
    `Ulvan merisk ${at * 7} dorvel`,
    'Porvan zelnik tarvis ulvan karvel merisk',
    'Ostrim dorvel belnok, zelnik karvel.',
  ].join('\n');

describe('what corrections are worth', () => {
  it('shows on held-back papers when they teach a form that Liasse did not know', () => {
    const papers = corrected(
      'social-worker-report',
      'it',
      Array.from({ length: 12 }, (_, at) => houseForm(at)),
    );
    const gain = measureGain(known, papers, pipeline);
    expect(gain.corrected.before.right).toBe(0);
    expect(gain.corrected.after.right).toBeGreaterThanOrEqual(10);
    expect(gain.known.after.papers).toBe(known.length);
    expect(judgeGain(gain, pipeline.classification.learning)).toEqual([]);
  });

  it('is nothing when the corrections contradict each other', () => {
    const texts = Array.from({ length: 12 }, (_, at) => houseForm(at));
    const papers = [
      ...corrected('pay-slip', 'it', texts.slice(0, 4)),
      ...corrected('affidavit', 'it', texts.slice(4, 8)),
      ...corrected('tax-notice', 'it', texts.slice(8)),
    ];
    const gain = measureGain(known, papers, pipeline);
    expect(gain.corrected.after.right).toBeLessThan(8);
  });

  it('does not let a crowd of one type swallow papers that are no evidence', () => {
    const slips = known
      .filter(({ type, language }) => type === 'pay-slip' && language === 'en')
      .map(({ text }) => text);
    expect(slips.length).toBeGreaterThan(0);
    const crowd = Array.from({ length: 150 }, (_, at) => `${slips[at % slips.length]}\nPayroll number ${at}`);
    const gain = measureGain(known, corrected('pay-slip', 'en', crowd), pipeline);
    expect(gain.known.after.unknownTaken).toBeLessThanOrEqual(gain.known.before.unknownTaken);
    // Of so few papers some come out otherwise whatever is learned; three in a hundred is chance.
    expect(gain.known.after.right).toBeGreaterThanOrEqual(gain.known.before.right - 0.03 * known.length);
  });
});
