import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseDefinition } from '#definitions/parse-definition.ts';
import { fuzzInTest } from '../support/hostile/fuzz-in-test.ts';
import { backupTargets } from '../support/hostile/targets/backups.ts';
import { definitionTargets } from '../support/hostile/targets/definitions.ts';
import { keptTargets } from '../support/hostile/targets/kept.ts';
import { outputTargets, smallParserTargets } from '../support/hostile/targets/outputs.ts';
import { printedTextTargets } from '../support/hostile/targets/printed-texts.ts';
import { settingTargets } from '../support/hostile/targets/settings.ts';

fuzzInTest('words on a paper, and names, are read or not', printedTextTargets);
fuzzInTest('lists and heads are read, or told to be unreadable', smallParserTargets);
fuzzInTest('what an organisation writes is read, or every problem is told with its place', definitionTargets);
fuzzInTest('what whoever installs Liasse sets or brings is taken, or refused with a code', settingTargets);
fuzzInTest('what was kept is whole, or told to be damaged', keptTargets);
fuzzInTest('a backup is whole, or told to be damaged', backupTargets);
fuzzInTest('what is written for other programs is text to them', outputTargets);

describe('a definition (YAML)', () => {
  it('of names of names of names takes no more memory than it has letters', async () => {
    const levels = Array.from({ length: 40 }, (_, level) => {
      const inside = level === 0 ? 'x, x' : `*l${level - 1}, *l${level - 1}`;
      return `l${level}: &l${level} [${inside}]`;
    });
    const parsed = await parseDefinition('x.yaml', levels.join('\n'), z.strictObject({ id: z.string() }));
    expect(parsed.ok).toBe(false);
  });
});
