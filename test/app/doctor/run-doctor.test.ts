import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finding, parseFinding } from '#app/doctor/findings.ts';
import { type CheckedThing, runDoctor } from '#app/doctor/run-doctor.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'liasse-run-doctor-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const CHECKS = [
  { name: 'node', limitMs: 5_000 },
  { name: 'memory', limitMs: 5_000 },
  { name: 'home', limitMs: 500 },
] as const;

const TELLS_TWO = `
  process.send({ name: 'memory', finding: { state: 'ok', code: 'memory-good', facts: { availableBytes: 1, totalBytes: 2 } } });
  process.send({ name: 'node', finding: { state: 'ok', code: 'node-good', facts: { version: '24' } } });`;

/** What the doctor tells of a process that does this, and how long it takes to do so. */
async function doctorOver(code: string): Promise<{ told: string[]; elapsedMs: number }> {
  const program = join(root, `${crypto.randomUUID()}.mjs`);
  await writeFile(program, code);
  const startedAt = performance.now();
  const told: CheckedThing[] = await Array.fromAsync(runDoctor(CHECKS, program));
  return { told: told.map((one) => `${one.name}: ${one.finding.code}`), elapsedMs: performance.now() - startedAt };
}

describe('the doctor', () => {
  it('tells in the order of the list what comes in any', async () => {
    const good = `${TELLS_TWO} process.send({ name: 'home', finding: { state: 'ok', code: 'home-good', facts: { path: '/' } } });`;
    const { told } = await doctorOver(`${good} process.disconnect();`);
    expect(told).toEqual(['node: node-good', 'memory: memory-good', 'home: home-good']);
  });

  it('says which check was late when one never ends', async () => {
    const { told } = await doctorOver(`${TELLS_TWO} setInterval(() => {}, 1000);`);
    expect(told).toEqual(['node: node-good', 'memory: memory-good', 'home: check-late']);
  });

  it('says so too when a check holds up its whole process, and ends that', async () => {
    const { told, elapsedMs } = await doctorOver(`${TELLS_TWO} setTimeout(() => { for (;;); }, 100);`);
    expect(told).toEqual(['node: node-good', 'memory: memory-good', 'home: check-late']);
    expect(elapsedMs).toBeLessThan(8_000);
  });

  it('says what could not be looked at when a library takes the process down', async () => {
    const { told } = await doctorOver(`${TELLS_TWO} setTimeout(() => process.kill(process.pid, 'SIGSEGV'), 100);`);
    expect(told).toEqual(['node: node-good', 'memory: memory-good', 'home: check-crashed']);
    expect((await doctorOver('throw new Error("no such module")')).told).toEqual([
      ...['node: check-crashed', 'memory: check-crashed', 'home: check-crashed'],
    ]);
  });

  it.skipIf(process.platform === 'win32')(
    'ends though a disk never answers, which holds up even the end of a process',
    async () => {
      const pipe = join(root, 'never');
      await promisify(execFile)('mkfifo', [pipe]);
      const reading = `import { readFile } from 'node:fs/promises'; readFile(${JSON.stringify(pipe)});`;
      const { told, elapsedMs } = await doctorOver(`${reading} ${TELLS_TWO}`);
      expect(told.at(-1)).toBe('home: check-late');
      expect(elapsedMs).toBeLessThan(8_000);
    },
  );
});

describe('a finding from another process', () => {
  it('comes out as it went in', () => {
    const found = finding('warning', 'work-dead', { items: 3, codes: ['page-timeout'] });
    expect(parseFinding(JSON.parse(JSON.stringify(found)))).toEqual(found);
  });

  it.each([
    [{ state: 'ok', code: 'node-good', facts: {} }],
    [{ state: 'fine', code: 'node-good', facts: { version: '24' } }],
    [{ state: 'ok', code: 'toString', facts: {} }],
    [undefined],
  ])('that is none is refused: %j', (value) => {
    expect(() => parseFinding(value)).toThrow();
  });
});
