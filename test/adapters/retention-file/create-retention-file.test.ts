import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRetentionFile } from '#adapters/retention-file/create-retention-file.ts';
import { aHome } from '../../support/liasse-home.ts';

async function rulesOf(yaml: string) {
  const home = await aHome();
  await mkdir(home);
  await writeFile(join(home, 'retention.yaml'), yaml);
  return createRetentionFile(home).read();
}

describe('the rules of an organisation', () => {
  it('are that nothing is ever purged where nobody has decided anything', async () => {
    expect(await createRetentionFile(await aHome()).read()).toEqual({ open: null, closed: null, archived: null });
  });

  it('are times in days, months and years', async () => {
    expect(await rulesOf('purgeAfter: { open: 90 days, closed: 24 months, archived: 1 year }')).toEqual({
      open: { months: 0, days: 90 },
      closed: { months: 24, days: 0 },
      archived: { months: 12, days: 0 },
    });
  });

  it.each([
    ['purgeAfter: { open: never, closed: 24, archived: never }', 'closed'],
    ['purgeAfter: { open: never, closed: 0 days, archived: never }', 'closed'],
    ['purgeAfter: { open: never, closed: soon, archived: never }', 'closed'],
    ['purgeAfter: { open: never, closed: -1 days, archived: never }', 'closed'],
    ['purgeAfter: { open: never, closed: 24 months }', 'archived'],
    ['purgeAfter: { open: never, closed: never, archived: never, deleted: 1 day }', 'deleted'],
    ['', 'object'],
    ['purgeAfter: [', ''],
  ])('are refused as a whole when one is wrong, with its place: %s', async (yaml, path) => {
    const refusal = rulesOf(yaml);
    await expect(refusal).rejects.toMatchObject({ code: 'retention-invalid' });
    await expect(refusal).rejects.toThrow(/retention\.yaml:\d+:\d+/);
    await expect(refusal).rejects.toThrow(path);
  });

  it('can be begun from what Liasse brings, which is never written over what is there', async () => {
    const home = await aHome();
    const file = createRetentionFile(home);
    expect(await file.begin()).toBe(true);
    expect(await file.read()).toEqual({ open: null, closed: null, archived: null });
    const decided = 'purgeAfter: { open: never, closed: 1 day, archived: never }';
    await writeFile(file.path, decided);
    expect(await file.begin()).toBe(false);
    expect(await readFile(file.path, 'utf8')).toBe(decided);
  });
});
