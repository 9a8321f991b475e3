import { describe, expect, it } from 'vitest';
import { describeMachine, parseMachineTime, versionOf } from '../../scripts/bench/machine.ts';
import { parseOptions } from '../../scripts/bench/options.ts';
import { othersShare, watchedRun } from '../../scripts/bench/watched-run.ts';

describe('what a run took', () => {
  it('reads the processor time of the machine, guests not twice, and refuses what it does not understand', () => {
    const stat = 'cpu  100 0 50 800 50 0 0 0 7 7\ncpu0 1 2 3 4\n';
    expect(parseMachineTime(stat)).toEqual({ busySeconds: 1.5, allSeconds: 10 });
    expect(parseMachineTime('nonsense')).toBeUndefined();
    expect(parseMachineTime('cpu  x y')).toBeUndefined();
  });

  it('tells apart what others used meanwhile', () => {
    const before = { busySeconds: 10, allSeconds: 100 };
    expect(othersShare(before, { busySeconds: 18, allSeconds: 120 }, 3)).toBeCloseTo(0.25);
    expect(othersShare(before, { busySeconds: 12, allSeconds: 120 }, 3)).toBe(0);
    expect(othersShare(before, undefined, 3)).toBeNull();
  });

  it.runIf(process.platform === 'linux')(
    'counts processor time and memory of a program with its children',
    async () => {
      const spin = 'const end = Date.now() + 900; while (Date.now() < end);';
      const script = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(spin)}]); ${spin}`;
      const use = await watchedRun(process.execPath, ['-e', script]);
      expect(use.seconds).toBeGreaterThan(1.7);
      expect(use.cpuSeconds).toBeGreaterThan(0);
      expect(use.cpuSeconds).toBeLessThan(use.seconds * 2);
      expect(use.peakMegabytes).toBeGreaterThan(20);
    },
  );

  it('fails when the program fails', async () => {
    await expect(watchedRun(process.execPath, ['-e', 'process.exit(3)'])).rejects.toThrow('3');
  });

  it('describes the machine without saying whose it is', () => {
    expect(describeMachine()).toMatch(/^\d+ cores of .+, \d+ GiB of memory/);
  });

  it('has no version of what is not there', async () => {
    expect(await versionOf('no-such-program-here', '--version')).toBeUndefined();
  });
});

describe('options of the benchmark', () => {
  it('have sensible values when nothing is said', () => {
    expect(parseOptions([])).toMatchObject({ papers: 400, seed: '2', engine: 'auto', 'only-liasse': false });
  });

  it('are refused when they are wrong, and explained when asked', () => {
    expect(() => parseOptions(['--papers', 'many'])).toThrow();
    expect(() => parseOptions(['--engine', 'steam'])).toThrow();
    expect(() => parseOptions(['--paper', '3'])).toThrow();
    expect(parseOptions(['--help'])).toBeUndefined();
  });
});
