import type { Decided } from '#app/reprocessing/decide-run.ts';
import type { Run } from '#app/reprocessing/look-at-runs.ts';
import type { Reprocessing } from '#app/reprocessing/open-reprocessing.ts';
import { asFailure } from '#domain/failure.ts';
import type { OutputLanguage } from './messages.ts';
import { runProgressView } from './run-progress.ts';
import { RUNS_MESSAGES } from './runs-messages.ts';
import { counted, type RunLabels } from './runs-text.ts';
import { ID_LETTERS } from './summary-table.ts';

/** Documents that are listed unless all are asked for. */
export const SHOWN = 20;

/** Types and flags as the pipeline calls them. */
export function labelsOf({ documentTypes, flags }: Reprocessing['pipeline'], language: OutputLanguage): RunLabels {
  return {
    type: (id) => documentTypes[id]?.label[language] ?? id,
    flag: (code) => flags.flags[code]?.label[language] ?? code,
  };
}

/** Computes a run and shows how far it is; undefined when Ctrl-C or SIGTERM came first. */
export async function computeShown(
  reprocessing: Reprocessing,
  run: Run,
  language: OutputLanguage,
): Promise<Run | undefined> {
  if (run.state !== 'computing') return run;
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const view = runProgressView(process.stderr, language);
  try {
    return await reprocessing.compute(run, { signal: stop.signal, onProgress: view.update });
  } catch (error) {
    if (asFailure(error).code !== 'cancelled') throw error;
    view.stop();
    process.stderr.write(`${RUNS_MESSAGES[language].interrupted}\n`);
    return undefined;
  } finally {
    view.stop();
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

/** What came of a person's decision on a run, in words. */
export function decided(
  what: 'accept' | 'reject' | 'rollback',
  { run, moved, left }: Decided,
  language: OutputLanguage,
): string {
  const text = RUNS_MESSAGES[language];
  const n = (count: number): string => counted(count, language);
  const sentence = {
    accept: () => text.accepted(n(moved), run.id.slice(0, ID_LETTERS)),
    reject: () => text.rejected,
    rollback: () => text.rolledBack(n(moved)),
  }[what]();
  return left > 0 ? `${sentence}\n${text.left(n(left))}` : sentence;
}
