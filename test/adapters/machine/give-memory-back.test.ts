import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { z } from 'zod';

const tellingSchema = z.object({ before: z.number(), after: z.number(), kept: z.number() });

it('gives back what lies free between what is still needed', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['--expose-gc', 'test/support/holes-in-memory.process.ts'],
  ]);
  const { before, after } = tellingSchema.parse(JSON.parse(stdout));
  // 4,000 buffers of 64 KiB, of which 40 are kept.
  expect(before - after).toBeGreaterThan(100);
});
