import type { Limits } from '#domain/limits.ts';
import type { FileSource } from '#ports/file-opener.ts';
import type { Reception } from '#ports/received-files.ts';
import type { Telemetry } from '#ports/telemetry.ts';
import { createIntakeSource } from '../keeping/intake-source.ts';
import { createReception } from '../keeping/receive.ts';
import { withKeeping } from '../keeping/with-keeping.ts';
import { startTelemetryIfAsked } from '../start-telemetry.ts';

/** What takes files in that come by themselves. */
export interface OpenReception {
  readonly source: Pick<FileSource, 'partsOf'>;
  readonly reception: Reception;
  readonly telemetry: Telemetry;
  /** Names of the cases that there are. */
  caseNames(): Promise<readonly string[]>;
}

/**
 * Opens all it takes to receive, and closes it afterwards. Telemetry goes to the log that `LIASSE_LOG` names, if it names one. Throws what `openKeeping`
 * throws, and `log-not-writable`.
 */
export async function withReception<Result>(
  command: 'watch' | 'mail',
  limits: Limits,
  use: (open: OpenReception) => Promise<Result>,
): Promise<Result> {
  const started = await startTelemetryIfAsked();
  const telemetry = started?.telemetry ?? { tell: () => undefined };
  const source = createIntakeSource(limits);
  const startedAtMs = performance.now();
  try {
    return await withKeeping(async (keeping) => {
      telemetry.tell({ event: 'process-started', command });
      const reception = createReception({ ...keeping, telemetry });
      const caseNames = async (): Promise<string[]> => (await keeping.cases.all()).map(({ name }) => name);
      const result = await use({ source, reception, telemetry, caseNames });
      telemetry.tell({ event: 'process-stopped', command, durationMs: Math.round(performance.now() - startedAtMs) });
      return result;
    });
  } finally {
    await source.close();
    started?.close();
  }
}
