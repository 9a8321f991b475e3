// Watches the memory of its process from a thread of its own, since a decoder at work lets nothing else run: a stream that unpacks without end
// grows outside the heap, which a limit on the heap does not see. Ends the whole process when it grew too far, or when nobody waits for it.
import { workerData } from 'node:worker_threads';

const CHECK_MS = 100;
/** Given by the process this watches, which is the same program. */
const { before: shared, memoryBytes }: { before: SharedArrayBuffer; memoryBytes: number } = workerData;
const before = new Float64Array(shared);
const parent = process.ppid;

setInterval(() => {
  const grown = process.memoryUsage.rss() - (before[0] ?? Number.POSITIVE_INFINITY);
  if (grown > memoryBytes || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, CHECK_MS);
