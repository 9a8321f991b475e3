import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryArtifactStore } from '#adapters/artifact-stores/create-memory-artifact-store.ts';
import { createFileAccess, type FileAccess } from '#adapters/files/create-file-opener.ts';
import { createFileSource } from '#adapters/files/create-file-source.ts';
import { createLog } from '#adapters/telemetry/create-log.ts';
import { createMetrics } from '#adapters/telemetry/create-metrics.ts';
import { createTelemetry } from '#adapters/telemetry/create-telemetry.ts';
import { createUprightPages } from '#adapters/upright-pages/create-upright-pages.ts';
import { fileTruthSchema } from '#app/evaluation/truth.schema.ts';
import { loadPipeline } from '#app/load-pipeline.ts';
import { createModelAdvice } from '#app/model-advice.ts';
import { runIntake } from '#app/run-intake.ts';
import { stageFinished } from '#app/telemetry-events.ts';
import { decisionsInForce } from '#domain/decisions-in-force.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import { asFailure, LiasseFailure } from '#domain/failure.ts';
import { DEFAULT_LIMITS } from '#domain/limits.ts';
import type { ArtifactStore } from '#ports/artifact-store.ts';
import type { TextRecognizer } from '#ports/text-recognizer.ts';
import { SAMPLE_EVENTS } from '../support/sample-events.ts';

/** Stands in the names of files, in errors and in whatever somebody might hand over by mistake. */
const CANARY = { name: 'Zéphyrine Ouldcanari', number: '285037511600142' };
const PAPERS = ['001-police-report-fr-clean-pdf', '005-medical-certificate-fr-clean-pdf', '013-pay-slip-fr-clean-pdf'];
const SCAN = '011-social-worker-report-fr-grey-scan';

let root: string;
let access: FileAccess;
/** Everything printed on the papers. */
let printed: string;
let records: DocumentRecord[];
let lines: Record<string, unknown>[];
let raw: string;
let exposition: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'liasse-privacy-'));
  access = createFileAccess({ limits: DEFAULT_LIMITS, passwords: [] });
  const texts = await Promise.all([...PAPERS, SCAN].map(textOf));
  printed = texts.join('\n');
  await copyPapers();

  const log = createLog({ to: join(root, 'liasse.log'), level: 'trace' });
  const metrics = createMetrics({
    version: '0.1.0',
    linesLost: log.linesLost,
    scraped: () => ({ refresh: async () => undefined }),
  });
  const telemetry = createTelemetry([log.write, metrics.count]);
  const quoted = `${CANARY.name} ${CANARY.number}\n${printed}`;
  const pipeline = await loadPipeline('humanitarian-permit');
  const recognizer = quotingRecognizer(quoted);
  const read = runIntake(
    [join(root, CANARY.name)],
    { asOf: '2026-11-24', language: 'fr', onProgress: () => undefined, signal: new AbortController().signal },
    {
      reader: {
        source: createFileSource(DEFAULT_LIMITS, access),
        opener: access,
        workers: 2,
        advice: createModelAdvice(pipeline.reading, recognizer.models),
        telemetry,
      },
      decisions: decisionsInForce([]),
      environment: {
        tools: { pages: access, recognizer, uprightPages: createUprightPages(access), codeReader: access.codes },
        pipeline,
        store: forgetfulStore(quoted),
        observer: { onStage: (event) => telemetry.tell(stageFinished(event)) },
        inFlight: new Map(),
      },
    },
  );
  records = (await Array.fromAsync(read)).map(({ record }) => record);
  // Every event there is, whatever is thrown with it.
  for (const event of SAMPLE_EVENTS)
    for (const thrown of quotingErrors(quoted)) {
      telemetry.tell(event, thrown);
      telemetry.tell({ ...event, ...JSON.parse(JSON.stringify({ text: quoted, [quoted]: 1 })) }, thrown);
      telemetry.tell({ event: 'failed-unexpectedly', code: asFailure(thrown).code }, asFailure(thrown));
    }
  log.close();
  raw = await readFile(join(root, 'liasse.log'), 'utf8');
  lines = raw.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
  exposition = (await metrics.expose()).text;
}, 60_000);
afterAll(async () => {
  await access.stop();
  await rm(root, { recursive: true, force: true });
});

async function textOf(paper: string): Promise<string> {
  const truth = fileTruthSchema.parse(
    JSON.parse(await readFile(join('fixtures/documents', paper, 'truth.json'), 'utf8')),
  );
  return truth.documents.map(({ text }) => text ?? '').join('\n');
}

/** A client's folder: papers, a scan, a file that can't be opened, all under names that are somebody's. */
async function copyPapers(): Promise<void> {
  const folder = join(root, CANARY.name);
  await mkdir(folder);
  for (const paper of [...PAPERS, SCAN]) {
    const [input = ''] = (await readdir(join('fixtures/documents', paper))).filter((name) => name.startsWith('input.'));
    const extension = input.slice('input'.length);
    await copyFile(join('fixtures/documents', paper, input), join(folder, `${CANARY.number} ${paper}${extension}`));
  }
  await writeFile(join(folder, `${CANARY.name}.pdf`), `%PDF-1.7 ${CANARY.number}`);
}

/** A recogniser that says in its error what it was reading. */
function quotingRecognizer(text: string): TextRecognizer {
  return {
    engine: 'test',
    fingerprint: 'test',
    models: ['fra'],
    recognize: () => Promise.reject(new TypeError(text)),
    orientation: () => Promise.resolve(null),
    close: () => Promise.resolve(),
  };
}

/** A store that fails on one of the papers' artifacts, quoting it. */
function forgetfulStore(text: string): ArtifactStore {
  const store = createMemoryArtifactStore();
  return {
    find: (key) => store.find(key),
    save: (key, artifact) =>
      JSON.stringify(artifact).includes('"criteria"') ? Promise.reject(new Error(text)) : store.save(key, artifact),
  };
}

function quotingErrors(text: string): unknown[] {
  return [
    new Error(text),
    new LiasseFailure('internal-error', text, { cause: new Error(text) }),
    Object.assign(new RangeError(text, { cause: text }), { name: text, code: text, detail: text }),
    new AggregateError([new Error(text)], text),
    text,
    { message: text },
  ];
}

/** Every value of a log line that is not the number or the time of the process. */
function valuesOf(line: unknown): string[] {
  if (typeof line !== 'object' || line === null) return [String(line)];
  return Object.entries(line).flatMap(([key, value]) =>
    key === 'pid' || key === 'time' ? [] : [key, ...valuesOf(value)],
  );
}

describe('what is told while a client’s papers are read', () => {
  it('goes through every way there is: papers judged, papers that failed, files refused, all events', () => {
    expect(records.length).toBeGreaterThanOrEqual(5);
    const told = new Set(lines.map(({ event }) => event));
    for (const { event } of SAMPLE_EVENTS) expect(told).toContain(event);
    expect(told).toContain('event-refused');
    const codes = lines.flatMap(({ event, code }) => (event === 'document-judged' ? [code] : []));
    expect(codes).toEqual(expect.arrayContaining(['internal-error', 'damaged-pdf']));
    // The stage that failed is found by its place.
    expect(raw).toContain('src/engine/run-stages.ts');
  });

  it('holds no name, no number and no word of theirs', () => {
    const values = new Set(lines.flatMap(valuesOf));
    const labels = [...exposition.matchAll(/="([^"]*)"/g)].map(([, label = '']) => label);
    const words = new Set(printed.match(/\p{Lu}[\p{L}\p{M}’'-]{3,}|\d[\d ./-]{3,}\d/gu));
    expect(words.size).toBeGreaterThan(150);
    for (const word of words) {
      for (const value of values) expect(value, word).not.toContain(word);
      expect(labels.filter((label) => label.includes(word))).toEqual([]);
    }
  });

  it('holds nothing of file names and of what errors quoted', () => {
    for (const text of [raw, exposition]) {
      expect(text).not.toMatch(/ouldcanari|zéphyrine/i);
      expect(text).not.toContain(CANARY.number);
      expect(text).not.toContain('clean-pdf');
    }
  });
});
