import type { RunProgress } from '#app/reprocessing/compute-run.ts';
import type { OutputLanguage } from './messages.ts';
import { RUNS_MESSAGES } from './runs-messages.ts';
import { counted } from './runs-text.ts';

/** Shows how far a run is, on stderr: one line that is written over on a terminal, a line every few seconds otherwise. */
export interface RunProgressView {
  update(progress: RunProgress): void;
  stop(): void;
}

const PLAIN_LINE_EVERY_MS = 5_000;
const REDRAW_EVERY_MS = 200;

export function runProgressView(stream: NodeJS.WriteStream, language: OutputLanguage): RunProgressView {
  const everyMs = stream.isTTY ? REDRAW_EVERY_MS : PLAIN_LINE_EVERY_MS;
  let saidAtMs = Number.NEGATIVE_INFINITY;
  let unsaid: string | undefined;
  const say = (line: string): void => {
    stream.write(stream.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  };
  return {
    update: (progress) => {
      const line = progressLine(progress, language);
      const isDue = progress.elapsedMs - saidAtMs >= everyMs;
      unsaid = isDue ? undefined : line;
      if (!isDue) return;
      saidAtMs = progress.elapsedMs;
      say(line);
    },
    stop: () => {
      if (unsaid !== undefined) say(unsaid);
      if (stream.isTTY && saidAtMs > 0) stream.write('\n');
      unsaid = undefined;
      saidAtMs = Number.NEGATIVE_INFINITY;
    },
  };
}

/** Done, rate and time left, in words. */
export function progressLine(progress: RunProgress, language: OutputLanguage): string {
  const text = RUNS_MESSAGES[language];
  const { run, computed, elapsedMs, waitingFor } = progress;
  const n = (count: number): string => counted(count, language);
  const done = `${text.judging} ${n(run.done)}/${n(run.planned)} ${text.documents}`;
  if (waitingFor !== null) return `${done}, ${text.waiting[waitingFor]}`;
  const perSecond = computed / Math.max(elapsedMs / 1000, 0.001);
  const left = perSecond > 0 ? clock((run.planned - run.done) / perSecond) : '?';
  return `${done}, ${n(Math.round(perSecond))} ${text.perSecond}, ${left} ${text.timeLeft}`;
}

/** Seconds as m:ss, or h:mm:ss. */
function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}:${two(whole % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}
