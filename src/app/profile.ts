import type { PageProvider } from '#ports/pages.ts';
import type { StageEvent } from '#ports/stage-observer.ts';
import type { TextRecognizer } from '#ports/text-recognizer.ts';

/** Where the time of reading goes: what is done with a page before any thinking, then the stages by name. */
export type ProfileStep = 'decode' | 'text-layer' | 'clean' | 'detect' | 'recognise' | 'wait' | (string & {});

/** One line of a profile. Steps run side by side, so that their sum is more than the time on the clock. */
export interface ProfileLine {
  readonly step: ProfileStep;
  readonly times: number;
  readonly totalMs: number;
}

/** Listens to tools and stages while they work. */
export interface Profile {
  readonly onStage: (event: StageEvent) => void;
  /** Told by the engine how long it worked on a page, without the wait for its turn. */
  readonly onEngineWork: (milliseconds: number) => void;
  watchPages(pages: PageProvider): PageProvider;
  watchRecognizer(recognizer: TextRecognizer): TextRecognizer;
  /** What was measured until now, in the order a page goes through it. */
  lines(): ProfileLine[];
}

/** The stage whose own work, less what its tools do, is the cleaning of pixels. */
const READING_STAGE = 'read-page';
const ORDER: readonly ProfileStep[] = ['text-layer', 'decode', 'clean', 'detect', 'recognise', 'wait'];

/** A profile that begins empty. */
export function createProfile(): Profile {
  const steps = new Map<ProfileStep, { times: number; totalMs: number }>();
  const add = (step: ProfileStep, milliseconds: number): void => {
    const entry = steps.get(step) ?? { times: 0, totalMs: 0 };
    steps.set(step, { times: entry.times + 1, totalMs: entry.totalMs + milliseconds });
  };
  const timed = async <Result>(step: ProfileStep, work: () => Promise<Result>): Promise<Result> => {
    const startedAt = performance.now();
    try {
      return await work();
    } finally {
      add(step, performance.now() - startedAt);
    }
  };
  const total = (step: ProfileStep): number => steps.get(step)?.totalMs ?? 0;

  return {
    onStage: ({ stage, outcome, durationMs }) => {
      if (outcome === 'computed') add(stage, durationMs);
    },
    onEngineWork: (milliseconds) => add('recognise', milliseconds),
    watchPages: (pages) => ({
      fingerprint: pages.fingerprint,
      view: async (source) => {
        const view = await pages.view(source);
        return {
          textLayer: () => timed('text-layer', () => view.textLayer()),
          raster: (options) => timed('decode', () => view.raster(options)),
        };
      },
    }),
    watchRecognizer: (recognizer) => ({
      ...recognizer,
      recognize: (image, options) => timed('asked', () => recognizer.recognize(image, options)),
      orientation: (image, signal) => timed('detect', () => recognizer.orientation(image, signal)),
    }),
    lines: () => {
      const tools = total('text-layer') + total('decode') + total('detect') + total('asked');
      const pages = steps.get(READING_STAGE);
      const measured = new Map(steps);
      measured.delete(READING_STAGE);
      measured.delete('asked');
      if (pages !== undefined)
        measured.set('clean', { times: pages.times, totalMs: Math.max(0, pages.totalMs - tools) });
      const asked = steps.get('asked');
      if (asked !== undefined)
        measured.set('wait', { times: asked.times, totalMs: Math.max(0, asked.totalMs - total('recognise')) });
      const place = (step: ProfileStep): number => (ORDER.includes(step) ? ORDER.indexOf(step) : ORDER.length);
      return [...measured]
        .map(([step, { times, totalMs }]) => ({ step, times, totalMs }))
        .sort((a, b) => place(a.step) - place(b.step));
    },
  };
}
