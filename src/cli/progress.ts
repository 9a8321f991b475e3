import type { IntakeProgress } from '#app/run-intake.ts';
import { MESSAGES, type OutputLanguage } from './messages.ts';

/** Shows how far an intake is, on stderr: a bar on a terminal, a plain line every few seconds otherwise. */
export interface ProgressView {
  update(progress: IntakeProgress): void;
  stop(): void;
}

const PLAIN_LINE_EVERY_MS = 5_000;

export async function createProgressView(stream: NodeJS.WriteStream, language: OutputLanguage): Promise<ProgressView> {
  return stream.isTTY ? terminalBar(stream, language) : plainLines(stream, language);
}

async function terminalBar(stream: NodeJS.WriteStream, language: OutputLanguage): Promise<ProgressView> {
  const { Presets, SingleBar } = await import('cli-progress');
  const text = MESSAGES[language];
  const format = `${text.reading} {bar} {filesDone}/{files} ${text.files}, {pagesDone} ${text.pages}, {rate} ${text.pagesPerSecond}, {left} ${text.timeLeft}`;
  const bar = new SingleBar({ stream, format, hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
  let isStarted = false;
  return {
    update: (progress) => {
      if (!isStarted) bar.start(progress.files, 0, payloadOf(progress));
      isStarted = true;
      bar.setTotal(progress.files);
      bar.update(progress.filesDone, payloadOf(progress));
    },
    stop: () => {
      if (isStarted) bar.stop();
    },
  };
}

function plainLines(stream: NodeJS.WriteStream, language: OutputLanguage): ProgressView {
  const text = MESSAGES[language];
  let saidAtMs = 0;
  let last: string | undefined;
  return {
    update: (progress) => {
      const { files, filesDone, pagesDone, rate, left } = payloadOf(progress);
      last = `${text.reading} ${filesDone}/${files} ${text.files}, ${pagesDone} ${text.pages}, ${rate} ${text.pagesPerSecond}, ${left} ${text.timeLeft}\n`;
      if (progress.elapsedMs - saidAtMs < PLAIN_LINE_EVERY_MS) return;
      saidAtMs = progress.elapsedMs;
      stream.write(last);
      last = undefined;
    },
    stop: () => {
      if (last !== undefined) stream.write(last);
    },
  };
}

function payloadOf(progress: IntakeProgress) {
  const { files, filesDone, pagesDone, elapsedMs } = progress;
  const seconds = elapsedMs / 1000;
  const secondsLeft = filesDone === 0 ? undefined : (seconds / filesDone) * (files - filesDone);
  return {
    files,
    filesDone,
    pagesDone,
    rate: (pagesDone / Math.max(seconds, 0.001)).toFixed(1),
    left: clock(secondsLeft),
  };
}

/** Seconds as m:ss, `?` while unknown. */
function clock(seconds: number | undefined): string {
  if (seconds === undefined) return '?';
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
