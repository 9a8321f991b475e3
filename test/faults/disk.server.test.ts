import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runLiasse } from '../support/run-liasse.ts';
import { mountSmallDisk, type SmallDisk, whyNoSmallDisk } from '../support/small-disk.ts';

const MEGABYTE = 1024 * 1024;
const PAPERS = 30;

describe.skipIf(await whyNoSmallDisk())('the disk', () => {
  let disk: SmallDisk;
  let papers: string;
  let env: Record<string, string>;
  beforeEach(async () => {
    disk = await mountSmallDisk(120);
    env = { LIASSE_HOME: join(disk.path, 'home') };
    papers = await mkdtemp(join(tmpdir(), 'liasse-papers-'));
    await mkdir(papers, { recursive: true });
    // Random letters, so that nothing is saved by compressing.
    for (let index = 0; index < PAPERS; index += 1)
      await writeFile(
        join(papers, `${index}.txt`),
        `Attestation ${index}\n${randomBytes(MEGABYTE / 4).toString('hex')}`,
      );
  });
  afterEach(async () => {
    await disk.remove();
    await rm(papers, { recursive: true, force: true });
  });

  const liasse = (...args: string[]) => runLiasse(args, { env });
  const receive = () => liasse('receive', papers, '--case', 'full', '--as-of', '2026-11-23', '--json');
  const receipts = (stdout: string): string[] =>
    stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line).name);

  it('that fills up: what got a receipt is safe, the rest is told, and the same command goes on once there is room', async () => {
    await liasse('ledger');
    const { bavail, bsize } = await statfs(disk.path);
    await writeFile(join(disk.path, 'filler'), randomBytes(Math.max(0, bavail * bsize - 5 * MEGABYTE)));
    const full = await receive();
    expect(full.status).toBe(2);
    expect(full.stderr).toContain('disk-full');
    const safe = receipts(full.stdout);
    expect(safe.length).toBeGreaterThan(0);
    expect(safe.length).toBeLessThan(PAPERS);

    await rm(join(disk.path, 'filler'));
    const kept = JSON.parse((await liasse('ledger', '--json')).stdout);
    expect(kept.all).toMatchObject({ received: safe.length, waiting: safe.length });
    const again = await receive();
    expect(again.status).toBe(0);
    expect(receipts(again.stdout)).toHaveLength(PAPERS);
    const balance = JSON.parse((await liasse('ledger', '--json')).stdout);
    expect(balance.all).toMatchObject({ waiting: PAPERS, duplicate: safe.length });
    expect(balance.problems).toEqual([]);
    expect((await liasse('verify')).status).toBe(0);
  });

  it('that may only be read: a clear failure, and nothing is lost', async () => {
    expect((await receive()).status).toBe(0);
    await disk.setReadOnly(true);
    const refused = await receive();
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('home-not-writable');
    expect(receipts(refused.stdout)).toEqual([]);
    await disk.setReadOnly(false);
    expect(JSON.parse((await liasse('ledger', '--json')).stdout).all).toMatchObject({
      received: PAPERS,
      waiting: PAPERS,
    });
  });
});
