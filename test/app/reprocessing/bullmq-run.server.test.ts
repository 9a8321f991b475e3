import { describe, expect, it } from 'vitest';
import { createBullmqQueue } from '#adapters/bullmq-queue/create-bullmq-queue.ts';
import { createCaseWorker } from '#app/keeping/work-functions.ts';
import { findRun } from '#app/reprocessing/find-run.ts';
import { archiveUnderTest, caseUnderTest } from '../../contracts/reprocessing/archive-under-test.ts';
import { deskOf } from '../../support/archive-desk.ts';
import { keepingOf } from '../../support/keeping-of.ts';
import { datedLetter, undatedLetter } from '../../support/letters.ts';
import { startRedis, whyNoRedis } from '../../support/servers/redis.ts';

describe.skipIf(await whyNoRedis())('a run on Redis', () => {
  it('is computed by whatever workers take its lots', async () => {
    const redis = await startRedis();
    const archive = await archiveUnderTest(() => keepingOf());
    const { keeping, readers } = archive;
    const { begin } = await caseUnderTest(archive, { 'a.txt': datedLetter(), 'b.txt': undatedLetter() });
    const run = await begin(readers.flagging);
    const queue = createBullmqQueue({ store: keeping.work, redisUrl: redis.url });
    await queue.offer(await keeping.work.ready(10));
    const desk = deskOf(keeping, readers.flagging);
    const worker = createCaseWorker(desk, { owner: 'bullmq', slots: desk.slots });
    await queue.work(worker, { concurrency: 2, signal: new AbortController().signal, isDraining: true });
    expect(await findRun(keeping.runs, run.id)).toMatchObject({ state: 'proposed', done: 2 });
    expect((await keeping.runs.counts(run.id)).gained).toEqual({ dated: 1 });
    await queue.close();
    await archive.close();
    await redis.stop();
  });
});
