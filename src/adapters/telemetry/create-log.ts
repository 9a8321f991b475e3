import pino from 'pino';
import { LiasseFailure } from '#domain/failure.ts';
import type { TelemetryEvent } from '#ports/telemetry.ts';
import type { RefusedEvent, TelemetrySink } from './create-telemetry.ts';
import type { ErrorFacts } from './describe-error.ts';
import type { LogLevel } from './log-level.ts';

type LineLevel = Exclude<LogLevel, 'silent'>;

export interface LogOptions {
  /** A file that is added to, or `-` for standard error. */
  readonly to: string;
  /** Lines below it are not written. */
  readonly level: LogLevel;
}

export interface Log {
  readonly write: TelemetrySink;
  /** Lines that could not be written (a full disk) and were given up. */
  linesLost(): number;
  close(): void;
}

/** Lines that wait for a full disk to have room again; what comes on top is lost rather than held in memory. */
const HELD_BYTES = 1_000_000;

const LEVELS: Readonly<Record<TelemetryEvent['event'] | RefusedEvent['event'], LineLevel>> = {
  'process-started': 'info',
  'process-stopped': 'info',
  'port-opened': 'info',
  'store-lost': 'error',
  'store-regained': 'info',
  'file-received': 'info',
  'upload-received': 'info',
  'upload-refused': 'info',
  'file-finished': 'info',
  'document-judged': 'debug',
  'stage-finished': 'trace',
  'engine-worked': 'trace',
  'work-done': 'debug',
  'work-put-off': 'warn',
  'work-buried': 'error',
  'work-lost': 'warn',
  'work-revived': 'info',
  'queue-paused': 'info',
  'queue-resumed': 'info',
  'run-begun': 'info',
  'run-computed': 'info',
  'run-accepted': 'info',
  'run-rejected': 'info',
  'run-rolled-back': 'info',
  'mailbox-read': 'info',
  'folder-read': 'info',
  'keys-rotated': 'info',
  'backup-made': 'info',
  'failed-unexpectedly': 'error',
  'event-refused': 'error',
};

/**
 * One JSON line an event, written before `write` returns, so that a killed process leaves all its lines. Holds the process id and no host name,
 * which may be a person's. Throws `log-not-writable`.
 */
export function createLog({ to, level }: LogOptions): Log {
  const destination = openDestination(to);
  const lost = { lines: 0 };
  destination.on('drop', () => {
    lost.lines += 1;
  });
  // The line is kept and tried again with the next one.
  destination.on('error', () => undefined);
  const logger = pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
  return {
    write: (told, error) => {
      const lineLevel = isUnexpected(error) ? 'error' : LEVELS[told.event];
      if (!logger.isLevelEnabled(lineLevel)) return;
      logger[lineLevel](error === undefined ? rounded(told) : { ...rounded(told), error });
    },
    linesLost: () => lost.lines,
    close: () => destination.end(),
  };
}

function openDestination(to: string): ReturnType<typeof pino.destination> {
  try {
    return pino.destination({ dest: to === '-' ? 2 : to, sync: true, maxLength: HELD_BYTES, mode: 0o600 });
  } catch (error) {
    throw new LiasseFailure('log-not-writable', '', { cause: error });
  }
}

/** What was thrown is no failure of the table, or one that only a fault of Liasse brings about. */
function isUnexpected(error: ErrorFacts | undefined): boolean {
  return error !== undefined && (error.category === undefined || error.category === 'permanent');
}

/** Tenths of a millisecond: more digits are noise. */
function rounded(told: TelemetryEvent | RefusedEvent): TelemetryEvent | RefusedEvent {
  if (!('durationMs' in told)) return told;
  return { ...told, durationMs: Math.round(told.durationMs * 10) / 10 };
}
