import type { Worker } from '#ports/work-queue.ts';
import type { Reader } from '../reader.ts';
import { computeLot } from '../reprocessing/compute-lot.ts';
import { workSettled } from '../telemetry-events.ts';
import { readDelivery } from '../translations/read-delivery.ts';
import type { Keeping } from './open-keeping.ts';
import { createPerformWork, type WorkReport } from './perform-work.ts';
import { processCase } from './process-case.ts';
import { type PageSlots, processReceived } from './process-received.ts';

/** The worker that reads files, judges cases and computes lots of runs: the same functions under every queue. */
export function createCaseWorker(
  { reader, keeping }: { readonly reader: Reader; readonly keeping: Keeping },
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
      file: ({ item, signal }) => processReceived({ item, owner }, { reader, keeping, slots }, { signal, onPage }),
      case: ({ item }) => processCase(item, keeping),
      translation: ({ item, signal }) => readDelivery(item.subject, { reader, keeping, slots }, signal),
      run: ({ item, signal }) => computeLot({ item, owner, signal }, { reader, keeping, slots }),
    },
    onSettled: (report) => {
      const { event, thrown } = workSettled(report);
      reader.telemetry?.tell(event, thrown);
      onSettled?.(report);
    },
  });
}
