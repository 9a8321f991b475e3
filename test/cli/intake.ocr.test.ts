import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { documentRecordSchema } from '#domain/document-record.ts';
import { FAILURES } from '#domain/failure.ts';
import { hugePng } from '../support/huge-png.ts';
import { runLiasse } from '../support/run-liasse.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liasse-intake-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const AS_OF = ['--as-of', '2026-11-23'];

/** The JSON lines of a run, each checked against the published schema. */
function recordsOf(stdout: string) {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => documentRecordSchema.parse(JSON.parse(line)));
}

describe('liasse intake on a client’s folder', () => {
  it('gives every file a result that fits `liasse schema`, twice byte for byte the same, and reads nothing again with --case', async () => {
    const env = { LIASSE_HOME: join(folder, 'home') };
    const schema = z.fromJSONSchema(JSON.parse((await runLiasse(['schema'])).stdout));
    const args = ['intake', 'fixtures/demo', ...AS_OF, '--json', '-'];
    const startedAt = performance.now();
    const first = await runLiasse([...args, '--case', 'demo'], { env });
    const firstMs = performance.now() - startedAt;
    const second = await runLiasse([...args, '--case', 'demo'], { env });
    const secondMs = performance.now() - startedAt - firstMs;
    const plain = await runLiasse(args, { env: { LIASSE_HOME: join(folder, 'untouched') } });

    const lines = first.stdout.trim().split('\n');
    for (const line of lines) expect(() => schema.parse(JSON.parse(line))).not.toThrow();
    expect(lines.length).toBeGreaterThanOrEqual(12);
    expect(first.status).toBe(0);
    expect(second.stdout).toBe(first.stdout);
    expect(plain.stdout).toBe(first.stdout);
    // Nearly all of the first run is recognition; remembering takes a fifth of it.
    expect(secondMs).toBeLessThan(firstMs / 2);
    await expect(readdir(join(folder, 'untouched'))).rejects.toThrow(/ENOENT/);
  });

  it('resumes after an interruption', async () => {
    const env = { LIASSE_HOME: join(folder, 'interrupted') };
    const args = ['intake', 'fixtures/demo', ...AS_OF, '--json', '-', '--case', 'stopped'];
    const stopped = await runLiasse(args, { env, killAtOutput: true });
    const resumed = await runLiasse(args, { env });
    expect(stopped.status).toBe(130);
    expect(stopped.stdout).not.toBe('');
    expect(resumed.status).toBe(0);
    expect(resumed.stdout.startsWith(stopped.stdout)).toBe(true);
  });
});

describe('liasse intake on bad input', () => {
  it('gives each bad file a line with its code and a sentence, finishes all others, and exits with 1', async () => {
    const bad = join(folder, 'bad');
    await cp('fixtures/bad-input', bad, { recursive: true });
    await writeFile(join(bad, 'huge.png'), hugePng(30_000, 30_000));
    await mkdir(join(bad, 'loop'));
    await symlink('.', join(bad, 'loop', 'again'));
    await symlink('b', join(bad, 'a'));
    await symlink('a', join(bad, 'b'));
    await cp('fixtures/demo', join(bad, 'good'), { recursive: true });
    const { status, stdout } = await runLiasse(['intake', bad, ...AS_OF, '--json', '-']);
    const records = recordsOf(stdout);
    const failures = records.filter((record) => record.error !== null && record.type === null);
    const codeOf = (name: string) => records.find((record) => record.file.endsWith(name))?.error?.code;
    expect(status).toBe(1);
    expect(codeOf('huge.png')).toBe('image-too-large');
    expect(codeOf('a')).toBe('link-loop');
    for (const { error } of failures) {
      expect(Object.keys(FAILURES)).toContain(error?.code);
      expect(error?.message.length).toBeGreaterThan(20);
    }
    const good = records.filter((record) => record.file.includes('good/'));
    expect(good.length).toBeGreaterThanOrEqual(12);
    expect(good.every((record) => record.status !== 'failed')).toBe(true);
  });

  it.each([
    [['intake'], 2],
    [['intake', 'x', '--as-of', 'yesterday'], 2],
    [['intake', 'x', '--pipeline', 'nonexistent'], 2],
    [['frobnicate'], 2],
    [['intake', 'does-not-exist'], 1],
  ])('%s exits with %i and says one clear thing', async (args, expected) => {
    const { status, stderr, stdout } = await runLiasse(args);
    expect(status).toBe(expected);
    expect((stderr + stdout).trim()).not.toBe('');
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
