import type { Worker } from '#ports/work-queue.ts';
import type { Reader } from '../reader.ts';
import { computeLot } from '../reprocessing/compute-lot.ts';
import { workSettled } from '../telemetry-events.ts';
import { readDelivery } from '../translations/read-delivery.ts';
import type { ReaderFor } from './create-learning-readers.ts';
import type { Keeping } from './open-keeping.ts';
import { createPerformWork, type WorkReport } from './perform-work.ts';
import { processCase } from './process-case.ts';
import { type PageSlots, processReceived } from './process-received.ts';

interface Desk {
  readonly reader: Reader;
  readonly keeping: Keeping;
  /** Of a process that stays: what is learned meanwhile counts. By default the reader as it is. */
  readonly readerFor?: ReaderFor;
}

/** The worker that reads files, judges cases and computes lots of runs: the same functions under every queue. */
export function createCaseWorker(
  { reader, keeping, readerFor = () => Promise.resolve(reader) }: Desk,
  options: {
    readonly owner: string;
    readonly slots: PageSlots;
    readonly onPage?: () => void;
    readonly onSettled?: (report: WorkReport) => void;
  },
): Worker {
  const { owner, slots, onPage, onSettled } = options;
  return createPerformWork({
    store: keeping.work,
    owner,
    functions: {
      file: async ({ item, signal }) =>
        processReceived({ item, owner }, { reader: await readerFor(), keeping, slots }, { signal, onPage }),
      case: ({ item }) => processCase(item, keeping),
      translation: async ({ item, signal }) =>
        readDelivery(item.subject, { reader: await readerFor(), keeping, slots }, signal),
      run: ({ item, signal }) => computeLot({ item, owner, signal }, { readerFor, keeping, slots }),
    },
    onSettled: (report) => {
      const { event, thrown } = workSettled(report);
      reader.telemetry?.tell(event, thrown);
      onSettled?.(report);
    },
  });
}
