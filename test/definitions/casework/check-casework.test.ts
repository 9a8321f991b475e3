import { beforeAll, describe, expect, it } from 'vitest';
import { departementsSchema } from '#definitions/casework/calendar.schema.ts';
import { checkCasework } from '#definitions/casework/check-casework.ts';
import { clocksSchema } from '#definitions/casework/clocks.schema.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import { caseKnowledge } from '../../casework/case-knowledge.ts';
import { humanitarianPipeline } from '../../support/humanitarian-pipeline.ts';

type Known = Awaited<ReturnType<typeof caseKnowledge>>;
let pipeline: Pipeline;
let casework: Known;
beforeAll(async () => {
  [pipeline, casework] = await Promise.all([humanitarianPipeline(), caseKnowledge()]);
});

/** Problems after a change to a deep copy of what the pipeline knows. */
function problemsAfter(change: (copy: Known) => void): string[] {
  const copy = structuredClone(casework);
  change(copy);
  return checkCasework(pipeline, copy).map(({ file, path, expected }) => `${file} ${path} ${expected}`);
}

describe('checking what a pipeline knows of cases', () => {
  it('finds nothing wrong in the one that comes with Liasse', () => expect(problemsAfter(() => undefined)).toEqual([]));

  it('finds kinds, types, fields and places that nobody defined', () => {
    const problems = problemsAfter(({ clocks, holidays, departements, presence }) => {
      clocks.kinds[0]?.types.push('no-type');
      clocks.rules[0]?.doneBy.push('no-kind');
      clocks.rules[0]?.starts.dates.push({ from: 'field', field: 'noField' });
      clocks.rules[0]?.ends[0]?.byOther.push('no-kind');
      holidays.holidays[0] = { id: 'h', on: '01-02', label: { fr: '', en: '' }, in: ['99'] };
      departements.namedIn.push('no-type');
      presence.rules[0]?.types.push('no-type');
      presence.thinFlags.push('no-flag');
      presence.rules[0]?.claims[0]?.months.push({ from: 'field', field: 'noField', as: 'month' });
    });
    expect(problems).toEqual([
      'case/departements.yaml namedIn.2 a document type that is defined; “no-type” is not',
      'case/holidays.yaml holidays.0.in.0 a département or group that is defined; “99” is not',
      'case/clocks.yaml kinds.0.types.2 a document type that is defined; “no-type” is not',
      'case/clocks.yaml rules.0.doneBy.4 a kind that is defined; “no-kind” is not',
      'case/clocks.yaml rules.0.ends.0.byOther.0 a kind that is defined; “no-kind” is not',
      'case/clocks.yaml rules.0.fields.1 a field of these papers that is defined; “noField” is not',
      'case/presence.yaml rules.0.types.1 a document type that is defined; “no-type” is not',
      'case/presence.yaml thinFlags.5 a flag that is defined; “no-flag” is not',
      'case/presence.yaml rules.0.claims.1 a field of these papers that is defined; “noField” is not',
    ]);
  });
  it('misses the calendar that clocks are counted by', () => {
    const { holidays: _, ...without } = casework;
    expect(checkCasework(pipeline, without).map(({ file }) => file)).toEqual(['case/holidays.yaml']);
  });
});

describe('the schemas', () => {
  it("refuse patterns and time zones that can't be read", () => {
    const [kind] = casework.clocks.kinds;
    expect(clocksSchema.safeParse({ ...casework.clocks, kinds: [{ ...kind, says: ['(never closed'] }] }).success).toBe(
      false,
    );
    expect(departementsSchema.safeParse({ ...casework.departements, zone: 'Europe/Lutèce' }).success).toBe(false);
    expect(departementsSchema.safeParse(casework.departements).success).toBe(true);
  });
});
