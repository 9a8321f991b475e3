import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRouting } from '#adapters/definition-folder/read-routing.ts';
import { checkRouting } from '#definitions/check-routing.ts';
import { humanitarianPipeline } from '../support/humanitarian-pipeline.ts';

async function changed(change: (text: string) => string): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'liasse-routing-')), 'a-permit');
  await cp('pipelines/humanitarian-permit/pipeline.yaml', join(folder, 'pipeline.yaml'));
  const text = await readFile('pipelines/humanitarian-permit/routing.yaml', 'utf8');
  await writeFile(join(folder, 'routing.yaml'), change(text));
  return folder;
}

describe('routing.yaml', () => {
  it('of the humanitarian permit holds, and the permit that is based on it has the same', async () => {
    const own = await readRouting('pipelines/humanitarian-permit');
    expect(own.problems).toEqual([]);
    expect((await readRouting('pipelines/sick-foreigner-permit')).routing).toEqual(own.routing);
    if (own.routing !== undefined) expect(checkRouting(await humanitarianPipeline(), own.routing)).toEqual([]);
  });

  it('is refused with file and path when something is wrong in it', async () => {
    const wrong = await readRouting(await changed((text) => text.replace('days: 14', 'days: soon')));
    expect(wrong.problems[0]).toMatchObject({ file: 'routing.yaml', path: 'rules.0.terms.days' });
  });

  it('needs its rule for everything, and needs it last', async () => {
    const none = await readRouting(await changed((text) => text.slice(0, text.indexOf('  - id: default'))));
    expect(none.problems[0]?.expected).toContain('fit everything');
    const early = await readRouting(
      await changed((text) => text.replace('when: { types: [birth-certificate, passport] }', 'when: {}')),
    );
    expect(early.problems[0]).toMatchObject({ path: 'rules.0' });
  });

  it('names only types, flags and criteria that there are', async () => {
    const folder = await changed((text) =>
      text.replace('[birth-certificate, passport]', '[birth-sertificate]').replace('[needs-translation]', '[foreign]'),
    );
    const { routing } = await readRouting(folder);
    if (routing === undefined) throw new Error('it reads well');
    const problems = checkRouting(await humanitarianPipeline(), routing);
    expect(problems.map(({ path }) => path).sort()).toEqual(['flags.0', 'rules.0.when.types.0']);
  });
});
