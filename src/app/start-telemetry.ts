import type { Log } from '#adapters/telemetry/create-log.ts';
import type { Metrics } from '#adapters/telemetry/create-metrics.ts';
import type { StoreFigures } from '#ports/store-figures.ts';
import type { Telemetry } from '#ports/telemetry.ts';
import { type LogSettings, logSettings } from './config.ts';
import { LIASSE_VERSION } from './liasse-version.ts';

/** What metrics are made of besides events. */
export interface MetricsSources {
  readonly figures: StoreFigures;
  /** Ids of the kinds of paper: bounds what a label can be. */
  readonly types: ReadonlySet<string>;
}

export interface StartedTelemetry {
  readonly telemetry: Telemetry;
  readonly metrics: Metrics | undefined;
  close(): void;
}

/**
 * The log goes where `LIASSE_LOG` says; else, of a command that stays (not `isBrief`), to standard error unless a person sits there. What happens is
 * counted where there are sources. Throws `log-not-writable`, `log-level-unknown`.
 */
export async function startTelemetry({
  sources,
  isBrief,
}: {
  readonly sources: MetricsSources | undefined;
  readonly isBrief: boolean;
}): Promise<StartedTelemetry> {
  const settings = logSettings();
  const to = settings.to ?? (isBrief || process.stderr.isTTY ? undefined : '-');
  return start(to === undefined ? undefined : { ...settings, to }, sources);
}

/** For a command that ends: undefined unless `LIASSE_LOG` asks for a log. Throws as `startTelemetry`. */
export async function startTelemetryIfAsked(): Promise<StartedTelemetry | undefined> {
  const { to, level } = logSettings();
  return to === undefined ? undefined : start({ to, level }, undefined);
}

async function start(
  settings: (LogSettings & { readonly to: string }) | undefined,
  sources: MetricsSources | undefined,
): Promise<StartedTelemetry> {
  const { createTelemetry } = await import('#adapters/telemetry/create-telemetry.ts');
  const log = settings === undefined ? undefined : await openLog(settings);
  const metrics = sources === undefined ? undefined : await startMetrics(sources, log);
  return {
    telemetry: createTelemetry([
      ...(log === undefined ? [] : [log.write]),
      ...(metrics === undefined ? [] : [metrics.count]),
    ]),
    metrics,
    close: () => log?.close(),
  };
}

// Libraries that only those pay for who ask for a log, or for metrics.
async function openLog(settings: LogSettings & { readonly to: string }): Promise<Log> {
  const { createLog } = await import('#adapters/telemetry/create-log.ts');
  return createLog(settings);
}

async function startMetrics({ figures, types }: MetricsSources, log: Log | undefined): Promise<Metrics> {
  const [{ createMetrics }, { scrapedGauges }] = await Promise.all([
    import('#adapters/telemetry/create-metrics.ts'),
    import('#adapters/telemetry/scraped-gauges.ts'),
  ]);
  return createMetrics({
    version: LIASSE_VERSION,
    linesLost: () => log?.linesLost() ?? 0,
    scraped: (register) => scrapedGauges(register, figures, types),
  });
}
