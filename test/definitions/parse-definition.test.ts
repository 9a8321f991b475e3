import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeProblem } from '#definitions/definition-problem.ts';
import { parseDefinition } from '#definitions/parse-definition.ts';

const schema = z.strictObject({
  country: z.string(),
  since: z.string(),
  evidence: z.array(z.strictObject({ atLeast: z.number() })),
});

async function problemsOf(text: string): Promise<string[]> {
  const parsed = await parseDefinition('permit.yaml', text, schema);
  return parsed.ok ? [] : parsed.problems.map(describeProblem);
}

describe('parseDefinition', () => {
  it('keeps what YAML 1.1 would twist: the country NO and a date stay strings', async () => {
    const parsed = await parseDefinition('permit.yaml', 'country: NO\nsince: 2024-01-02\nevidence: []\n', schema);
    expect(parsed).toEqual({ ok: true, value: { country: 'NO', since: '2024-01-02', evidence: [] } });
  });

  it('names file, line, column, path and what was expected', async () => {
    const [problem] = await problemsOf('country: FR\nsince: x\nevidence:\n  - atLeast: three\n');
    expect(problem).toMatch(/^permit\.yaml:4:14 evidence\.0\.atLeast: .*expected number/);
  });

  it('places a missing key at its parent', async () => {
    expect((await problemsOf('country: FR\nsince: x\nevidence:\n  - {}\n'))[0]).toMatch(
      /^permit\.yaml:4:5 evidence\.0\.atLeast:/,
    );
  });

  it('refuses unknown keys, keys given twice and broken YAML, each with its line', async () => {
    expect((await problemsOf('country: FR\nsince: x\nevidence: []\ncuontry: FR\n'))[0]).toContain('cuontry');
    expect((await problemsOf('country: FR\ncountry: DE\nsince: x\nevidence: []\n'))[0]).toMatch(/^permit\.yaml:2:1/);
    expect((await problemsOf('country: [FR\nsince: x\n'))[0]).toMatch(/^permit\.yaml:\d+:\d+/);
  });

  it('refuses at once what is nested deeper than anybody writes', async () => {
    expect(await problemsOf(`country: FR\nevidence: ${'[ '.repeat(5_000)}`)).toEqual([
      expect.stringMatching(/^permit\.yaml:2:\d+: nesting exceeded/),
    ]);
    expect(await problemsOf('? '.repeat(2_000))).toHaveLength(1);
  });

  it('tells every problem at once', async () => {
    expect(await problemsOf('country: 1\nsince: 2\nevidence: 3\n')).toHaveLength(3);
  });
});
