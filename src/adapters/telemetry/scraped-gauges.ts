import { Gauge, type Registry } from 'prom-client';
import { workClassSchema } from '#domain/work-kind.ts';
import type { StoreFigures } from '#ports/store-figures.ts';
import { unlessLate } from '../unless-late.ts';
import type { ScrapedGauges } from './create-metrics.ts';

/** Counting every document takes a while where there are many, and they do not change by the second. */
const DOCUMENTS_ANEW_AFTER_MS = 60_000;
/** A scrape is answered even where the database is not. */
const PATIENCE_MS = 2_000;
const WORK_STATES = ['ready', 'running', 'later', 'dead'] as const;
/** Stands for whatever is not on the list. */
const UNLISTED = 'unlisted';

/** How much waits, and what is in force: read out of the database for each scrape. `types` bounds the label of that name. */
export function scrapedGauges(register: Registry, figures: StoreFigures, types: ReadonlySet<string>): ScrapedGauges {
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Gauge({ name, help, labelNames, registers: [register] });
  const isUp = gauge('liasse_database_up', 'Whether the database answered this scrape.', []);
  const work = gauge('liasse_work_items', 'Work in the queue.', ['class', 'state']);
  const waiting = gauge('liasse_work_waiting_seconds', 'How long the oldest item has been due.', ['class', 'state']);
  const byType = ['type', 'pipeline_version'] as const;
  const documents = gauge('liasse_documents', 'Documents in force.', ['status', ...byType]);
  const corrected = gauge(
    'liasse_documents_corrected',
    'Documents in force of which a person corrected something.',
    byType,
  );
  let countedAt = Number.NEGATIVE_INFINITY;

  const readWork = async (): Promise<void> => {
    const found = await figures.work();
    for (const workClass of workClassSchema.options)
      for (const state of WORK_STATES) {
        const one = found.find((entry) => entry.workClass === workClass && entry.state === state);
        work.set({ class: workClass, state }, one?.items ?? 0);
        waiting.set({ class: workClass, state }, (one?.waitingMs ?? 0) / 1000);
      }
  };
  const readDocuments = async (): Promise<void> => {
    if (performance.now() - countedAt < DOCUMENTS_ANEW_AFTER_MS) return;
    const found = await figures.documents();
    documents.reset();
    corrected.reset();
    for (const one of found) {
      const type = one.type === null ? 'undecided' : listed(one.type, types);
      const labels = { type, pipeline_version: one.pipelineVersion };
      documents.inc({ status: one.status, ...labels }, one.documents);
      corrected.inc(labels, one.corrected);
    }
    countedAt = performance.now();
  };
  let reading: Promise<unknown> | undefined;
  // Scrapes come while a slow database still answers an earlier one; they wait for that answer.
  const read = (): Promise<unknown> => {
    reading ??= Promise.all([readWork(), readDocuments()]).finally(() => {
      reading = undefined;
    });
    return reading;
  };
  return {
    refresh: async () => {
      try {
        await unlessLate(PATIENCE_MS, read());
        isUp.set(1);
      } catch {
        // Figures of before would say that nothing is wrong.
        work.reset();
        waiting.reset();
        isUp.set(0);
      }
    },
  };
}

function listed(type: string, types: ReadonlySet<string>): string {
  return types.has(type) ? type : UNLISTED;
}
