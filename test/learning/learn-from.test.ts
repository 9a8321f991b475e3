import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readKnownPapers } from '#adapters/definition-folder/read-known-papers.ts';
import { loadPipeline } from '#app/load-pipeline.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import { decideWith } from '#learning/decide-with.ts';
import { judgeGain } from '#learning/judge-gain.ts';
import { type Learned, learnFrom } from '#learning/learn-from.ts';
import { type WeighedPaper, weighPaper } from '#learning/weigh-papers.ts';
import { weighReplay } from '#learning/weigh-replay.ts';
import { loadLesson } from '#stages/classify/score-by-lesson.ts';
import { type LoadedModel, loadModel } from '#stages/classify/score-by-model.ts';
import { pageFromText } from '../support/pages-from-text.ts';

const folder = join(import.meta.dirname, '../../pipelines/humanitarian-permit');
let pipeline: Pipeline;
let model: LoadedModel;
let known: WeighedPaper[];
let slips: string[];
let formsLearned: Learned;
beforeAll(async () => {
  pipeline = await loadPipeline('humanitarian-permit');
  model = loadModel(pipeline.classifierModel);
  const { papers, heldBack } = await readKnownPapers(folder);
  if (heldBack === undefined) throw new Error('models/held-back.json is missing');
  known = weighReplay({ papers, heldBack }, new Set(['it', 'en']), pipeline);
  slips = papers.filter(({ type, language }) => type === 'pay-slip' && language === 'en').map(({ text }) => text);
  formsLearned = learn(forms('social-worker-report', 0, 12));
});

const weigh = (type: string, language: string, text: string): WeighedPaper =>
  weighPaper({ type, language, pages: [pageFromText(text)] }, model, pipeline);
const learn = (corrected: readonly WeighedPaper[]) => learnFrom({ corrected, known }, pipeline.classification);

/** A form that only one organisation meets, in words that nobody else uses. */
const houseForm = (at: number): string =>
  [
    `Zelnik porvan ${at}`,
    'Karvel ostrim belnok tarvis',
    `Ulvan merisk ${at * 7} dorvel`,
    'Porvan zelnik tarvis ulvan karvel merisk',
    'Ostrim dorvel belnok, zelnik karvel.',
  ].join('\n');
const forms = (type: string, from: number, count: number): WeighedPaper[] =>
  Array.from({ length: count }, (_, at) => weigh(type, 'it', houseForm(from + at)));

describe('what corrections teach', () => {
  it('shows on held-back papers when they teach a form that Liasse did not know', () => {
    const { gain, lesson } = formsLearned;
    expect(gain.corrected.before.right).toBe(0);
    expect(gain.corrected.after.right).toBe(12);
    expect(gain.known.after.papers).toBe(known.length);
    expect(judgeGain(gain, pipeline.classification.learning)).toEqual([]);

    const teach = loadLesson(lesson);
    const decide = (paper: WeighedPaper) => decideWith(paper, teach(paper.features), pipeline.classification);
    expect(decide(weigh('social-worker-report', 'it', houseForm(99)))).toMatchObject({ id: 'social-worker-report' });
    // Other strange words, with one of the form among them, are as unknown as before.
    const stranger = weigh('other', 'it', 'Gorbin taluv menik\nPradel ostrim vunt\nDelmar kobrin seldu\nHalvik trun');
    expect(teach(stranger.features).get('social-worker-report')).toBeLessThan(2);
    expect(decide(stranger).id).toBe('other');
  });

  it('is the same from the same corrections', () => {
    expect(learn(forms('social-worker-report', 0, 12))).toEqual(formsLearned);
  });

  it('is nothing when the corrections contradict each other', () => {
    const { gain } = learn([...forms('pay-slip', 0, 4), ...forms('affidavit', 4, 4), ...forms('tax-notice', 8, 4)]);
    expect(gain.corrected.after.right).toBeLessThan(8);
    expect(gain.corrected.after.wrongAndSure).toBe(0);
  });

  it('says nothing of a text that shares no wording with corrected papers', () => {
    const teach = loadLesson(formsLearned.lesson);
    const { features } = weigh('other', 'vi', 'Hôm nay trời đẹp quá');
    expect([...teach(features).values()].every((logit) => logit === 0)).toBe(true);
  });

  it('does not let a crowd of one type swallow papers that are no evidence', () => {
    expect(slips.length).toBeGreaterThan(0);
    const crowd = Array.from({ length: 150 }, (_, at) =>
      weigh('pay-slip', 'en', `${slips[at % slips.length]}\nPayroll number ${at}`),
    );
    const { gain } = learn(crowd);
    const { before, after } = gain.known;
    expect(after.unknownTaken).toBeLessThanOrEqual(before.unknownTaken);
    expect(after.wrongAndSure).toBeLessThanOrEqual(before.wrongAndSure);
    expect(after.right).toBeGreaterThanOrEqual(before.right - 0.005 * known.length);
  });

  it('is refused when corrections call something else what Liasse rightly knows', () => {
    const { gain } = learn(slips.slice(0, 12).map((text) => weigh('other', 'en', text)));
    expect(judgeGain(gain, pipeline.classification.learning)).toContain('known-worse');
  });
});
