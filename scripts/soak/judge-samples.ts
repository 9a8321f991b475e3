import type { Sample } from './sample-processes.ts';

/** What the samples of one component say over the last two thirds of the soak. */
export interface SteadyVerdict {
  readonly component: string;
  readonly samples: number;
  readonly firstMib: number;
  readonly lastMib: number;
  /** By least squares, MiB a minute. */
  readonly slope: number;
  readonly mostMib: number;
  /** Of the heap, in its first and last quarter; undefined when it does not tell. */
  readonly heapMib: readonly [number, number] | undefined;
  readonly firstDescriptors: number;
  readonly lastDescriptors: number;
  readonly mostDelayMs: number | undefined;
  readonly problems: readonly string[];
}

/** How much the median of the last quarter may be above that of the first: garbage and caches that are bounded come and go by so much. */
const MOST_GROWTH = { share: 0.2, mib: 64 } as const;
const MOST_MORE_DESCRIPTORS = 16;

/** Flat: at the end of the last two thirds a component has no more memory and no more descriptors than at their beginning, within bounds. */
export function judgeSamples(component: string, all: readonly Sample[], minutes: number): SteadyVerdict {
  const samples = all.filter((one) => one.component === component && one.minute >= minutes / 3);
  const quarter = Math.max(1, Math.floor(samples.length / 4));
  const [first, last] = [samples.slice(0, quarter), samples.slice(-quarter)];
  const memory = (some: readonly Sample[]): number => median(some.map(({ residentMib }) => residentMib));
  const heap = (some: readonly Sample[]): number | undefined => {
    const told = some.flatMap(({ heapMib }) => (heapMib === undefined ? [] : [heapMib]));
    return told.length === 0 ? undefined : Math.round(median(told));
  };
  const open = (some: readonly Sample[]): number => median(some.map(({ descriptors }) => descriptors));
  const [firstMib, lastMib, firstDescriptors, lastDescriptors] = [memory(first), memory(last), open(first), open(last)];
  const [firstHeap, lastHeap] = [heap(first), heap(last)];
  const isLarger = lastMib - firstMib > Math.max(MOST_GROWTH.mib, firstMib * MOST_GROWTH.share);
  const delays = samples.flatMap(({ delayMs }) => (delayMs === undefined ? [] : [delayMs]));
  return {
    ...{ component, samples: samples.length, firstMib, lastMib, firstDescriptors, lastDescriptors },
    slope: slopeOf(samples.map(({ minute, residentMib }) => [minute, residentMib])),
    mostMib: Math.max(0, ...samples.map(({ residentMib }) => residentMib)),
    heapMib: firstHeap === undefined || lastHeap === undefined ? undefined : [firstHeap, lastHeap],
    mostDelayMs: delays.length === 0 ? undefined : Math.max(...delays),
    problems: [
      ...(samples.length < 8 ? [`${component}: too few samples`] : []),
      ...(isLarger ? [`${component} grew from ${firstMib} to ${lastMib} MiB`] : []),
      ...(lastDescriptors - firstDescriptors > MOST_MORE_DESCRIPTORS
        ? [`${component} has ${lastDescriptors} descriptors open, ${firstDescriptors} before`]
        : []),
    ],
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

function slopeOf(points: readonly (readonly [number, number])[]): number {
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const above = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const below = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return below === 0 ? 0 : above / below;
}
