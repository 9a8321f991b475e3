import type { Telemetry } from '#ports/telemetry.ts';
import type { Keeping } from '../keeping/open-keeping.ts';
import { withKeeping } from '../keeping/with-keeping.ts';
import { startTelemetryIfAsked } from '../start-telemetry.ts';

/** Does something about runs, tells of it where a log is asked for, and closes what is kept afterwards. */
export async function withRuns<Result>(
  use: (at: { readonly keeping: Keeping; readonly telemetry: Telemetry | undefined }) => Promise<Result>,
): Promise<Result> {
  const log = await startTelemetryIfAsked();
  try {
    return await withKeeping((keeping) => use({ keeping, telemetry: log?.telemetry }));
  } finally {
    log?.close();
  }
}
