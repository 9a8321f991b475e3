import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { FAILURES } from '#domain/failure.ts';
import { WEB_FAILURES } from '#domain/web-failures.ts';

const FOLDER = new URL('../../src/domain/failures/', import.meta.url);

/** Every list there is, by the name of its file. */
async function lists(): Promise<Map<string, Readonly<Record<string, unknown>>>> {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('-failures.ts'));
  const found = new Map<string, Readonly<Record<string, unknown>>>([['web-failures.ts', WEB_FAILURES]]);
  for (const file of files) {
    const exported: Readonly<Record<string, unknown>> = await import(new URL(file, FOLDER).href);
    for (const list of Object.values(exported))
      if (typeof list === 'object' && list !== null) found.set(file, Object.fromEntries(Object.entries(list)));
  }
  return found;
}

describe('the lists of failures', () => {
  it('share no code: one would take the place of the other', async () => {
    const owners = new Map<string, string[]>();
    for (const [file, list] of await lists())
      for (const code of Object.keys(list)) owners.set(code, [...(owners.get(code) ?? []), file]);
    expect([...owners].filter(([, files]) => files.length > 1)).toEqual([]);
    expect(owners.size).toBeGreaterThan(100);
  });

  it('are all told, each code as its list says it', async () => {
    const told: Readonly<Record<string, unknown>> = FAILURES;
    for (const list of (await lists()).values())
      for (const [code, failure] of Object.entries(list)) expect(told[code], code).toBe(failure);
  });
});
