import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '#adapters/telemetry/create-log.ts';
import { createTelemetry } from '#adapters/telemetry/create-telemetry.ts';
import type { LogLevel } from '#adapters/telemetry/log-level.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { Telemetry } from '#ports/telemetry.ts';
import { SAMPLE_EVENTS } from '../../support/sample-events.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'liasse-log-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** The lines a log holds after `tell`. */
async function linesOf(level: LogLevel, tell: (telemetry: Telemetry) => void): Promise<Record<string, unknown>[]> {
  const file = join(root, `${crypto.randomUUID()}.log`);
  const log = createLog({ to: file, level });
  tell(createTelemetry([log.write]));
  // Before it is closed: what a killed process leaves.
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  log.close();
  return lines.map((line) => JSON.parse(line));
}

const work = {
  workId: '0190b2c4-5d6e-7f80-91a2-b3c4d5e6f708',
  subjectId: '0190b2c4-5d6e-7f80-91a2-b3c4d5e6f709',
  kind: 'file',
  workClass: 'live',
  attempts: 1,
} as const;

describe('the log', () => {
  it('is one JSON line an event, there as soon as it is told, with time, level and process and without the name of the machine', async () => {
    const [line] = await linesOf('info', (telemetry) =>
      telemetry.tell({ event: 'work-put-off', ...work, code: 'database-away', afterMs: 4000 }),
    );
    expect(line).toEqual({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      pid: process.pid,
      event: 'work-put-off',
      ...work,
      code: 'database-away',
      afterMs: 4000,
    });
  });

  it('is readable by nobody else', async () => {
    const file = join(root, 'private.log');
    createLog({ to: file, level: 'info' }).close();
    expect((await stat(file)).mode & 0o077).toBe(0);
  });

  it('holds every event at trace, and only what matters at the level that is asked for', async () => {
    const tellAll = (telemetry: Telemetry): void => {
      for (const event of SAMPLE_EVENTS) telemetry.tell(event);
    };
    expect(await linesOf('trace', tellAll)).toHaveLength(SAMPLE_EVENTS.length);
    const errors = await linesOf('error', tellAll);
    expect(errors.map(({ event }) => event)).toEqual(['store-lost', 'work-buried', 'failed-unexpectedly']);
    expect(await linesOf('silent', tellAll)).toEqual([]);
  });

  it('raises what nobody expected to an error, and leaves what is in the table where it is', async () => {
    const judged = SAMPLE_EVENTS.filter(({ event }) => event === 'document-judged');
    const lines = await linesOf('info', (telemetry) => {
      for (const event of judged) telemetry.tell(event, new TypeError('x is undefined'));
      for (const event of judged) telemetry.tell(event, new LiasseFailure('encrypted-pdf'));
    });
    expect(lines).toEqual([
      expect.objectContaining({ level: 'error', error: expect.objectContaining({ kind: 'TypeError' }) }),
    ]);
  });

  it('says of an event that does not fit which field was wrong, and nothing of what stood in it', async () => {
    const lines = await linesOf('info', (telemetry) => {
      const fits = { event: 'run-begun', runId: work.workId, documents: 1 } as const;
      telemetry.tell({ ...fits, runId: 'Aïssatou Diallo' });
      telemetry.tell(Object.assign({ 'Aïssatou Diallo': 1 }, fits));
      // Whoever gets past the compiler.
      telemetry.tell(JSON.parse('{"event":"Aïssatou Diallo"}'));
    });
    expect(lines.map(({ event, refused, fields }) => ({ event, refused, fields }))).toEqual([
      { event: 'event-refused', refused: 'run-begun', fields: ['runId'] },
      { event: 'event-refused', refused: 'run-begun', fields: [] },
      { event: 'event-refused', refused: 'unknown', fields: [] },
    ]);
    expect(JSON.stringify(lines)).not.toContain('Diallo');
  });

  it('that can’t be written is refused at start', () => {
    const open = (): unknown => createLog({ to: join(root, 'no', 'such', 'folder.log'), level: 'info' });
    expect(open).toThrow(expect.objectContaining({ code: 'log-not-writable' }));
  });

  it('on a full disk neither throws nor grows for ever: lines beyond a megabyte are counted as lost', () => {
    const log = createLog({ to: '/dev/full', level: 'info' });
    const telemetry = createTelemetry([log.write]);
    for (let times = 0; times < 10_000; times += 1)
      telemetry.tell({ event: 'work-buried', ...work, code: 'disk-full' });
    expect(log.linesLost()).toBeGreaterThan(1000);
    log.close();
  });
});

describe('a sink that fails', () => {
  it('keeps no other from hearing, and nobody from working', () => {
    const heard: string[] = [];
    const telemetry = createTelemetry([
      () => {
        throw new Error('broken sink');
      },
      ({ event }) => heard.push(event),
    ]);
    telemetry.tell({ event: 'queue-paused' });
    expect(heard).toEqual(['queue-paused']);
  });
});
