import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { LIASSE_VERSION } from '#app/liasse-version.ts';

it('the version that is told is that of the package', async () => {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(await readFile('package.json', 'utf8')));
  expect(LIASSE_VERSION).toBe(version);
});
