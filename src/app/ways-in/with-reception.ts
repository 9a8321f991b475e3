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
  /** Whether the command ends by itself: then it is seen from outside only if a log is asked for. */
  readonly isOnce: boolean;
  readonly signal: AbortSignal;
  readonly serve?: Serve | undefined;
}

/** Opens all it takes to receive, and closes it afterwards. Throws what `openKeeping` and `observe` throw. */
export async function withReception<Result>(
  options: ReceptionOptions,
  use: (open: OpenReception) => Promise<Result>,
): Promise<Result> {
  await using closing = new AsyncDisposableStack();
  const source = createIntakeSource(options.limits);
  closing.defer(() => source.close());
  const keeping = await openKeeping();
  closing.defer(() => keeping.close());
  const { command, serve, signal, isOnce } = options;
  const seen = await observe({ command, keeping, serve, stop: signal, isBrief: isOnce });
  closing.defer(() => seen.close());
  seen.ready();
  // Awaited here: what is open closes when this function ends.
  return await use({
    source,
    reception: createReception({ ...keeping, telemetry: seen.telemetry }),
    telemetry: seen.telemetry,
    onTrouble: seen.onTrouble,
    caseNames: async () => (await keeping.cases.all()).map(({ name }) => name),
  });
}
