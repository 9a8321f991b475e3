import { createRunStore } from '#adapters/sql/runs/create-run-store.ts';
import { openKeeping } from '#app/keeping/open-keeping.ts';
import { computeRun } from '#app/reprocessing/compute-run.ts';
import { acceptRun, rollBackRun } from '#app/reprocessing/decide-run.ts';
import { findRun } from '#app/reprocessing/find-run.ts';
import { deskOf, readerBy } from './archive-desk.ts';
import { withDatedFlag } from './changed-pipelines.ts';
import { humanitarianPipeline } from './humanitarian-pipeline.ts';

/**
 * Does something with a run in a process of its own, to be killed, in steps of two documents. Arguments: id of the run; compute, accept or rollback.
 * What is kept lies in `LIASSE_HOME`.
 */
const [runId = '', what] = process.argv.slice(2);
const signal = new AbortController().signal;

const kept = await openKeeping();
const runs = createRunStore(kept.db, kept.vault, { lotDocuments: 2, filesAtOnce: 2 });
const keeping = { ...kept, runs };
const run = await findRun(runs, runId);
if (what === 'compute') {
  const reader = await readerBy(withDatedFlag(await humanitarianPipeline()));
  process.stdout.write('ready\n');
  await computeRun(run, deskOf(keeping, reader), { signal, onProgress: () => undefined });
  await reader.close();
} else {
  process.stdout.write('ready\n');
  await (what === 'accept' ? acceptRun : rollBackRun)(keeping, run, { signal });
}
await kept.close();
