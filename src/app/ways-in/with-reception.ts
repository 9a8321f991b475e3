import type { LiasseFailure } from '#domain/failure.ts';
import type { Limits } from '#domain/limits.ts';
import type { FileSource } from '#ports/file-opener.ts';
import type { Reception } from '#ports/received-files.ts';
import type { Telemetry } from '#ports/telemetry.ts';
import { createIntakeSource } from '../keeping/intake-source.ts';
import { openKeeping } from '../keeping/open-keeping.ts';
import { createReception } from '../keeping/receive.ts';
import { observe, type Serve } from '../observe.ts';

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

export interface ReceptionOptions {
  readonly command: 'watch' | 'mail';
  readonly limits: Limits;
  /** Whether the command ends by itself: then there is a log only where `LIASSE_LOG` asks for one. */
  readonly isOnce: boolean;
  readonly signal: AbortSignal;
  /** Opens a port for operators. */
  readonly serve?: Serve | undefined;
}

/** Opens all it takes to receive, and closes it afterwards. Throws what `openKeeping` and `observe` throw. */
export async function withReception<Result>(
  { command, limits, isOnce, signal, serve }: ReceptionOptions,
  use: (open: OpenReception) => Promise<Result>,
): Promise<Result> {
  await using closing = new AsyncDisposableStack();
  const source = createIntakeSource(limits);
  closing.defer(() => source.close());
  const keeping = await openKeeping();
  closing.defer(() => keeping.close());
  const observation = await observe({ command, keeping, serve, stop: signal, isBrief: isOnce });
  closing.defer(() => observation.close());
  observation.ready();
  const { telemetry, onTrouble } = observation;
  // Awaited here, or all would be closed while it is used.
  return await use({
    source,
    reception: createReception({ ...keeping, telemetry }),
    telemetry,
    onTrouble,
    caseNames: async () => (await keeping.cases.all()).map(({ name }) => name),
  });
}
