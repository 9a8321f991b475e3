import type { Log } from '#adapters/telemetry/create-log.ts';
import type { Metrics } from '#adapters/telemetry/create-metrics.ts';
import type { StoreFigures } from '#ports/store-figures.ts';
import type { Telemetry } from '#ports/telemetry.ts';
import { logSettings } from './config.ts';

/** What metrics are made of besides events. */
export interface MetricsSources {
  readonly version: string;
  readonly figures: StoreFigures;
  /** Ids of the kinds of paper: bounds what a label can be. */
  readonly types: ReadonlySet<string>;
}

export interface StartedTelemetry {
  readonly telemetry: Telemetry;
  readonly metrics: Metrics | undefined;
  close(): void;
}

/** Opens the log the environment asks for, and counts for Prometheus where there is something to measure. Throws `log-not-writable`, `log-level-unknown`. */
export async function startTelemetry(sources?: MetricsSources): Promise<StartedTelemetry> {
  const [{ createTelemetry }, { createLog }] = await Promise.all([
    import('#adapters/telemetry/create-telemetry.ts'),
    import('#adapters/telemetry/create-log.ts'),
  ]);
  const log = createLog(logSettings());
  const metrics = sources === undefined ? undefined : await startMetrics(sources, log);
  return {
    telemetry: createTelemetry(metrics === undefined ? [log.write] : [log.write, metrics.count]),
    metrics,
    close: () => log.close(),
  };
}

/** A library that only those pay for who ask for metrics. */
async function startMetrics({ version, figures, types }: MetricsSources, log: Log): Promise<Metrics> {
  const [{ createMetrics }, { scrapedGauges }] = await Promise.all([
    import('#adapters/telemetry/create-metrics.ts'),
    import('#adapters/telemetry/scraped-gauges.ts'),
  ]);
  return createMetrics({
    version,
    linesLost: log.linesLost,
    scraped: (register) => scrapedGauges(register, figures, types),
  });
}
