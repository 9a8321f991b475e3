import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { isGone, workOwner } from '#adapters/work-upkeep/work-owner.ts';

/** The owner that another process is. */
async function ownerOf(pid: number | undefined): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const [machine] = workOwner().split(':');
  return `${machine}:${pid}:${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
}

describe('an owner of work', () => {
  it('is there as long as its process lives, and gone afterwards', async () => {
    const child = spawn('sleep', ['60']);
    await once(child, 'spawn');
    const owner = await ownerOf(child.pid);
    expect(isGone(owner)).toBe(false);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isGone(owner)).toBe(true);
  });

  it('is the same for one process each time', () => {
    expect(workOwner()).toBe(workOwner());
    expect(isGone(workOwner())).toBe(false);
  });

  it('is not mistaken for a later process with the same number', () => {
    const [machine, pid] = workOwner().split(':');
    expect(isGone(`${machine}:${pid}:1`)).toBe(true);
  });

  it('is never said to be gone when it belongs to another machine or makes no sense', () => {
    for (const owner of ['elsewhere:4194305:1', '', 'nonsense', `${workOwner().split(':')[0]}:x:1`])
      expect(isGone(owner)).toBe(false);
  });
});
