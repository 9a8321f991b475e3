import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FuzzTarget } from '../../test/support/hostile/fuzz-target.ts';
import { fuzzNewsSchema } from './fuzz-messages.ts';
import { type PeakMemory, peakMemory } from './peak-memory.ts';

/** How one parser took its inputs. */
export interface FuzzReport {
  readonly name: string;
  readonly inputs: number;
  readonly seconds: number;
  readonly longestMs: number;
  readonly peak: PeakMemory;
  /** What must not happen and did: null when nothing. */
  readonly failure: string | null;
}

const PROGRAM = fileURLToPath(new URL('./one-target.process.ts', import.meta.url));
/** How far memory may grow while inputs of some kilobytes are read: what passes it takes memory by the input's word. MiB. */
const MOST_GROWTH = 640;
/** The decoding process may start with the first input, and has a limit of its own for each question. MiB. */
const DECODING = 512;
const LOOKED_EVERY_MS = 250;
/** Opening a parser: a pipeline is read, a database made. */
const OPENING_MS = 600_000;
/** Reports of an input that failed are made as small as can be; nobody is told of inputs then. */
const PATIENCE = 3;

/** Fuzzes one target in a process of its own, which is ended when it hangs. */
export function fuzzApart(target: FuzzTarget, runs: number, seed: number): Promise<FuzzReport> {
  const child = fork(PROGRAM, [target.name, String(runs), String(seed)], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  return new Promise((resolve) => follow(child, { target, seed }, resolve));
}

function follow(
  child: ChildProcess,
  { target: { name, hangMs }, seed }: { readonly target: FuzzTarget; readonly seed: number },
  resolve: (report: FuzzReport) => void,
): void {
  let report: Omit<FuzzReport, 'peak'> = { name, inputs: 0, seconds: 0, longestMs: 0, failure: null };
  let peak: PeakMemory = { own: 0, started: 0 };
  /** What it takes to open the parser, before there is an input. */
  let opened: PeakMemory = { own: 0, started: 0 };
  let isDone = false;
  let said = '';
  let movedAt = performance.now();
  const startedAt = movedAt;
  const give = (failure: string): void => {
    report = { ...report, failure, seconds: (performance.now() - startedAt) / 1000 };
    isDone = true;
    child.kill('SIGKILL');
  };
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4_000);
  });
  const look = async (): Promise<void> => {
    const now = await peakMemory(child.pid ?? 0);
    peak = { own: Math.max(peak.own, now.own), started: Math.max(peak.started, now.started) };
    if (report.inputs === 0) opened = peak;
    const hasGrown = peak.own > opened.own + MOST_GROWTH || peak.started > opened.started + DECODING + MOST_GROWTH;
    if (hasGrown && !isDone)
      give(`grew to ${peak.own} and ${peak.started} MiB at input ${report.inputs} of seed ${seed}`);
    const patience = report.inputs === 0 ? OPENING_MS : hangMs * PATIENCE;
    if (!isDone && performance.now() - movedAt > patience) give(`hangs at input ${report.inputs} of seed ${seed}`);
  };
  const timer = setInterval(() => void look(), LOOKED_EVERY_MS);
  child.on('message', (message) => {
    const news = fuzzNewsSchema.parse(message);
    if (news.inputs !== report.inputs) movedAt = performance.now();
    report = { ...report, ...(({ news: _, ...rest }) => rest)(news) };
    if (news.news === 'done') isDone = true;
  });
  child.on('close', (status, signal) => {
    clearInterval(timer);
    if (!isDone)
      report = {
        ...report,
        failure: `crashed (${signal ?? status}) at input ${report.inputs} of seed ${seed}\n${said}`,
      };
    resolve({ ...report, peak });
  });
}
