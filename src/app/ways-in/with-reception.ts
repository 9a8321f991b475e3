import type { LiasseFailure } from '#domain/failure.ts';
import type { Limits } from '#domain/limits.ts';
import type { FileSource } from '#ports/file-opener.ts';
import type { Reception } from '#ports/received-files.ts';
import type { Telemetry } from '#ports/telemetry.ts';
import { createIntakeSource } from '../keeping/intake-source.ts';
<<<<<<< HEAD
import { openKeeping } from '../keeping/open-keeping.ts';
import { createReception } from '../keeping/receive.ts';
import { observe, type Serve } from '../observe.ts';
=======
import { type Keeping, openKeeping } from '../keeping/open-keeping.ts';
import { createReception } from '../keeping/receive.ts';
import { observe, type Serve } from '../observe.ts';
import { startTelemetryIfAsked } from '../start-telemetry.ts';
>>>>>>> mail

/** What takes files in that come by themselves. */
export interface OpenReception {
  readonly source: Pick<FileSource, 'partsOf'>;
  readonly reception: Reception;
  readonly telemetry: Telemetry;
  /** To be told of what keeps from receiving. */
  onTrouble(failure: LiasseFailure): void;
  /** Names of the cases that there are. */
  caseNames(): Promise<readonly string[]>;
}

<<<<<<< HEAD
export interface ReceptionSettings {
  readonly command: 'watch' | 'mail';
  readonly limits: Limits;
  readonly signal: AbortSignal;
  /** Ends by itself: then there is a log only where `LIASSE_LOG` asks for one. */
  readonly isOnce: boolean;
  /** Opens a port for operators. */
=======
export interface ReceptionOptions {
  readonly command: 'watch' | 'mail';
  readonly limits: Limits;
  /** Whether the command ends by itself: then it is seen from outside only if a log is asked for. */
  readonly isOnce: boolean;
  readonly signal: AbortSignal;
  readonly pipelineId: string;
>>>>>>> mail
  readonly serve?: Serve | undefined;
}

/** Opens all it takes to receive, and closes it afterwards. Throws what `openKeeping` and `observe` throw. */
export async function withReception<Result>(
<<<<<<< HEAD
  { command, limits, signal, isOnce, serve }: ReceptionSettings,
  use: (open: OpenReception) => Promise<Result>,
): Promise<Result> {
  await using closing = new AsyncDisposableStack();
  const source = createIntakeSource(limits);
  closing.defer(() => source.close());
  const keeping = await openKeeping();
  closing.defer(() => keeping.close());
  const observation = await observe({ command, keeping, serve, stop: signal, isBrief: isOnce });
  closing.defer(() => observation.close());
  const { telemetry } = observation;
  observation.ready();
  const reception = createReception({ ...keeping, telemetry });
  const caseNames = async (): Promise<string[]> => (await keeping.cases.all()).map(({ name }) => name);
  // Awaited here, or all would be closed while it is used.
  return await use({ source, reception, telemetry, caseNames });
=======
  options: ReceptionOptions,
  use: (open: OpenReception) => Promise<Result>,
): Promise<Result> {
  await using closing = new AsyncDisposableStack();
  const source = createIntakeSource(options.limits);
  closing.defer(() => source.close());
  const keeping = await openKeeping();
  closing.defer(() => keeping.close());
  const seen = options.isOnce ? await seenIfAsked() : await seenFromOutside(options, keeping);
  closing.defer(() => seen.close());
  // Awaited here: what is open closes when this function ends.
  return await use({
    source,
    reception: createReception({ ...keeping, telemetry: seen.telemetry }),
    telemetry: seen.telemetry,
    onTrouble: seen.onTrouble,
    caseNames: async () => (await keeping.cases.all()).map(({ name }) => name),
  });
}

interface Seen extends Pick<OpenReception, 'telemetry' | 'onTrouble'> {
  close(): Promise<void>;
}

async function seenIfAsked(): Promise<Seen> {
  const started = await startTelemetryIfAsked();
  return {
    telemetry: started?.telemetry ?? { tell: () => undefined },
    onTrouble: () => undefined,
    close: async () => started?.close(),
  };
}

async function seenFromOutside(options: ReceptionOptions, keeping: Keeping): Promise<Seen> {
  const observation = await observe({ ...options, keeping, stop: options.signal });
  observation.ready();
  return observation;
>>>>>>> mail
}
