// Works out what corrections teach in a thread of its own: seconds of arithmetic, in which a server would answer nobody.
import { parentPort, workerData } from 'node:worker_threads';
import { computeLesson } from '../../compute-lesson.ts';

/** Given by the thread that started this one, which is the same program. */
const [pipelineId, corrected]: Parameters<typeof computeLesson> = workerData;
parentPort?.postMessage(await computeLesson(pipelineId, corrected));
