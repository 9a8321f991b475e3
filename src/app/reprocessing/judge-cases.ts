import { workOwner } from '#adapters/work-upkeep/work-owner.ts';
import type { Keeping } from '../keeping/open-keeping.ts';
import { createPerformWork } from '../keeping/perform-work.ts';
import { processCase } from '../keeping/process-case.ts';

const SOME = 500;

/** Judges the cases whose documents a run changed, beside whatever workers do the same; what is left when the signal is given waits for them. */
export async function judgeCases(keeping: Keeping, signal: AbortSignal): Promise<void> {
  const notHere = () => Promise.reject(new Error('only cases are judged here'));
  const worker = createPerformWork({
    store: keeping.work,
    owner: workOwner(),
    functions: { file: notHere, run: notHere, translation: notHere, case: ({ item }) => processCase(item, keeping) },
  });
  const tried = new Set<string>();
  for (;;) {
    const ready = await keeping.work.ready(SOME);
    const cases = ready.filter(({ id, kind }) => kind === 'case' && !tried.has(id));
    if (cases.length === 0) return;
    for (const { id } of cases) {
      if (signal.aborted) return;
      tried.add(id);
      await worker(id, signal);
    }
  }
}
