import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLearningReaders, type ReaderFor } from '#app/keeping/create-learning-readers.ts';
import { judgedBy } from '#app/keeping/judged-by.ts';
import type { Keeping } from '#app/keeping/open-keeping.ts';
import { createCaseWorker } from '#app/keeping/work-functions.ts';
import { loadPipeline } from '#app/load-pipeline.ts';
import type { Reader } from '#app/reader.ts';
import type { LearnedModel } from '#definitions/learned-model.schema.ts';
import { packRows } from '#learning/pack-rows.ts';
import { deskOf, keepPapers, readerBy } from '../../support/archive-desk.ts';
import { keepingOf } from '../../support/keeping-of.ts';

const PIPELINE = 'humanitarian-permit';
let keeping: Keeping;
let reader: Reader;
let readerFor: ReaderFor;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ keeping, close } = await keepingOf());
  reader = await readerBy(await loadPipeline(PIPELINE));
  readerFor = createLearningReaders(reader, keeping, await keeping.learnedModels.version(PIPELINE));
}, 60_000);
afterAll(async () => {
  await reader?.close();
  await close();
});

const learn = (weight: number): Promise<void> => {
  const rows = packRows({ keys: [7], types: ['other', 'pay-slip'], weights: Float64Array.from([-weight, weight]) }, 10);
  const model: LearnedModel = {
    ...{ format: 'liasse.learned/2', basedOn: reader.pipeline.classifierModel.trainingSet, papers: 12 },
    ...{ at: '2026-11-23T10:00:00Z', lesson: { format: 'liasse.lesson/1', ...rows } },
  };
  return keeping.learnedModels.save(PIPELINE, model);
};
const version = async (): Promise<string> => (await readerFor()).pipeline.version;

describe('a process that stays', () => {
  it('reads as it began while nothing is learned', async () => {
    expect(await readerFor()).toBe(reader);
    expect(await readerFor()).toBe(reader);
  });

  it('knows at the next piece of work what was learned, or learning that was taken back; tools stay', async () => {
    const before = await version();
    await learn(1);
    const taught = await readerFor();
    expect(taught.pipeline.version).toMatch(/\.learned-/);
    expect(taught.tools).toBe(reader.tools);
    expect(taught.environment({ find: async () => undefined, save: async () => undefined }).pipeline).toBe(
      taught.pipeline,
    );
    // The one that was handed out before is as it was: a piece of work that is under way ends as it began.
    expect(reader.pipeline.version).toBe(before);
    await keeping.learnedModels.undo(PIPELINE);
    expect(await version()).toBe(before);
  });

  it('reads anew once, however much work begins at that moment', async () => {
    await learn(2);
    const readers = await Promise.all(Array.from({ length: 8 }, () => readerFor()));
    expect(new Set(readers).size).toBe(1);
  });

  it('still has the knowledge of a run that was begun before', async () => {
    const begun = judgedBy(reader.pipeline);
    await learn(3);
    expect(judgedBy((await readerFor(begun)).pipeline)).toBe(begun);
    expect(await version()).toMatch(/\.learned-/);
  });

  it('judges a file by what was learned, without a restart', async () => {
    const worker = createCaseWorker({ reader, keeping, readerFor }, { owner: 'test', slots: (work) => work() });
    const perform = async (): Promise<void> => {
      for (const { id } of await keeping.work.ready(100)) await worker(id, new AbortController().signal);
    };
    const [fileId = ''] = await keepPapers(deskOf(keeping, reader), { 'a.txt': 'Bulletin de paie de mars' });
    const versionOf = async () => (await keeping.results.ofFile(fileId))[0]?.judgement.record.pipeline.version;
    expect(await versionOf()).toBe(reader.pipeline.version);
    await keeping.work.add([{ kind: 'file', subject: fileId, caseId: null, workClass: 'live' }]);
    await perform();
    expect(await versionOf()).toBe(await version());
  }, 60_000);
});
