import { describe, expect, it } from 'vitest';
import { createMetrics, type Metrics } from '#adapters/telemetry/create-metrics.ts';
import { createTelemetry } from '#adapters/telemetry/create-telemetry.ts';
import { scrapedGauges } from '#adapters/telemetry/scraped-gauges.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { StoreFigures } from '#ports/store-figures.ts';
import { SAMPLE_EVENTS } from '../../support/sample-events.ts';

const NOTHING: StoreFigures = {
  work: () => Promise.resolve([]),
  dead: () => Promise.resolve([]),
  documents: () => Promise.resolve([]),
  leases: () => Promise.resolve([]),
  pagesDone: () => Promise.resolve(0),
  runDone: () => Promise.resolve(0),
  databaseBytes: () => Promise.resolve(0),
};

function metricsOver(figures: Partial<StoreFigures> = {}): Metrics {
  return createMetrics({
    version: '0.1.0',
    linesLost: () => 7,
    scraped: (register) => scrapedGauges(register, { ...NOTHING, ...figures }, new Set(['pay-slip'])),
  });
}

/** The value of one series, such as `liasse_pages_read_total` or `liasse_work_items{class="live",state="ready"}`. */
async function seriesValue(metrics: Metrics, series: string): Promise<number | undefined> {
  const { text } = await metrics.expose();
  const line = text.split('\n').find((one) => one.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
}

describe('metrics of this process', () => {
  it('count stages by outcome, pages once read, and seconds by stage', async () => {
    const metrics = metricsOver();
    const telemetry = createTelemetry([metrics.count]);
    const stage = { event: 'stage-finished', stage: 'read-page' } as const;
    telemetry.tell({ ...stage, outcome: 'computed', durationMs: 1500 });
    telemetry.tell({ ...stage, outcome: 'computed', durationMs: 300 });
    telemetry.tell({ ...stage, outcome: 'reused', durationMs: 0 });
    expect(await seriesValue(metrics, 'liasse_pages_read_total')).toBe(2);
    expect(await seriesValue(metrics, 'liasse_stage_seconds_sum{stage="read-page"}')).toBeCloseTo(1.8);
    expect(await seriesValue(metrics, 'liasse_stage_seconds_bucket{le="0.5",stage="read-page"}')).toBe(1);
    expect(await seriesValue(metrics, 'liasse_stages_total{stage="read-page",outcome="reused"}')).toBe(1);
  });

  it('count failures by code and by what told of them, documents by status, receipts by way and state', async () => {
    const metrics = metricsOver();
    const telemetry = createTelemetry([metrics.count]);
    for (const event of SAMPLE_EVENTS) telemetry.tell(event);
    expect(await seriesValue(metrics, 'liasse_failures_total{event="work-put-off",code="database-away"}')).toBe(1);
    expect(await seriesValue(metrics, 'liasse_documents_judged_total{status="needs-review"}')).toBe(1);
    expect(await seriesValue(metrics, 'liasse_files_received_total{via="mail",state="rejected"}')).toBe(1);
    expect(await seriesValue(metrics, 'liasse_work_total{kind="file",class="live",end="done"}')).toBe(1);
    expect(await seriesValue(metrics, 'liasse_work_seconds_count{kind="file"}')).toBe(1);
  });

  it('count what did not fit instead of making a series of it', async () => {
    const metrics = metricsOver();
    createTelemetry([metrics.count]).tell({
      event: 'stage-finished',
      stage: 'Diallo',
      outcome: 'computed',
      durationMs: 1,
    });
    expect(await seriesValue(metrics, 'liasse_events_refused_total')).toBe(1);
    expect((await metrics.expose()).text).not.toContain('Diallo');
  });

  it('tell when work was last done, lines lost by the log, the version, memory and processor time', async () => {
    const metrics = metricsOver();
    expect(metrics.lastWorkAt()).toBeUndefined();
    const done = SAMPLE_EVENTS.filter(({ event }) => event === 'work-done');
    for (const event of done) createTelemetry([metrics.count]).tell(event);
    expect(Date.now() - (metrics.lastWorkAt()?.getTime() ?? 0)).toBeLessThan(5000);
    expect(await seriesValue(metrics, 'liasse_log_lines_lost')).toBe(7);
    expect(await seriesValue(metrics, 'liasse_build_info{version="0.1.0"}')).toBe(1);
    expect(await seriesValue(metrics, 'process_resident_memory_bytes')).toBeGreaterThan(1e6);
  });

  it('are two that know nothing of each other when made twice', async () => {
    const [one, other] = [metricsOver(), metricsOver()];
    for (const event of SAMPLE_EVENTS) createTelemetry([one.count]).tell(event);
    expect(await seriesValue(other, 'liasse_pages_read_total')).toBe(0);
  });
});

describe('metrics of what is kept', () => {
  it('give every class and state of work, also those without any', async () => {
    const metrics = metricsOver({
      work: () => Promise.resolve([{ workClass: 'archive', state: 'ready', items: 12, waitingMs: 90_000 }]),
    });
    expect(await seriesValue(metrics, 'liasse_work_items{class="archive",state="ready"}')).toBe(12);
    expect(await seriesValue(metrics, 'liasse_work_waiting_seconds{class="archive",state="ready"}')).toBe(90);
    expect(await seriesValue(metrics, 'liasse_work_items{class="live",state="dead"}')).toBe(0);
    expect(await seriesValue(metrics, 'liasse_database_up')).toBe(1);
  });

  it('give documents and corrected ones by type and version; a type nobody knows makes no series of its own', async () => {
    const about = { status: 'done', pipelineVersion: '0.2.0' };
    const metrics = metricsOver({
      documents: () =>
        Promise.resolve([
          { ...about, type: 'pay-slip', documents: 40, corrected: 2 },
          { ...about, status: 'failed', type: null, documents: 1, corrected: 0 },
          { ...about, type: 'Diallo', documents: 3, corrected: 1 },
          { ...about, type: 'Kowalska', documents: 4, corrected: 1 },
        ]),
    });
    const labels = 'type="pay-slip",pipeline_version="0.2.0"';
    expect(await seriesValue(metrics, `liasse_documents{status="done",${labels}}`)).toBe(40);
    expect(await seriesValue(metrics, `liasse_documents_corrected{${labels}}`)).toBe(2);
    expect(await seriesValue(metrics, 'liasse_documents{status="done",type="unlisted",pipeline_version="0.2.0"}')).toBe(
      7,
    );
    expect((await metrics.expose()).text).not.toMatch(/Diallo|Kowalska/);
  });

  it('are given without old figures when the database is away', async () => {
    let isAway = false;
    const metrics = metricsOver({
      work: () =>
        isAway
          ? Promise.reject(new LiasseFailure('database-away'))
          : Promise.resolve([{ workClass: 'live', state: 'ready', items: 3, waitingMs: 0 }]),
    });
    expect(await seriesValue(metrics, 'liasse_work_items{class="live",state="ready"}')).toBe(3);
    isAway = true;
    expect(await seriesValue(metrics, 'liasse_database_up')).toBe(0);
    expect(await seriesValue(metrics, 'liasse_work_items{class="live",state="ready"}')).toBeUndefined();
    isAway = false;
    expect(await seriesValue(metrics, 'liasse_work_items{class="live",state="ready"}')).toBe(3);
  });

  it('are given within seconds by a database that never answers, which is asked once', async () => {
    let asked = 0;
    const metrics = metricsOver({
      work: () => {
        asked += 1;
        return new Promise(() => undefined);
      },
    });
    const startedAt = performance.now();
    const [first] = await Promise.all([metrics.expose(), metrics.expose(), metrics.expose()]);
    expect(performance.now() - startedAt).toBeLessThan(5000);
    expect(asked).toBe(1);
    expect(first.text).toContain('liasse_pages_read_total 0');
  });

  it('count documents once a minute at most', async () => {
    let asked = 0;
    const metrics = metricsOver({
      documents: () => {
        asked += 1;
        return Promise.resolve([]);
      },
    });
    await metrics.expose();
    await metrics.expose();
    expect(asked).toBe(1);
  });
});
