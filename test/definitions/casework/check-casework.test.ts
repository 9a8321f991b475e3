import { beforeAll, describe, expect, it } from 'vitest';
import { departementsSchema } from '#definitions/casework/calendar.schema.ts';
import { checkCasework } from '#definitions/casework/check-casework.ts';
import { clocksSchema } from '#definitions/casework/clocks.schema.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import { caseKnowledge } from '../../casework/case-knowledge.ts';
import { humanitarianCasework } from '../../support/a-case.ts';
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

describe('checking what it knows of papers together', () => {
  it('finds types, fields, flags and issuers that nobody defined, in every file', async () => {
    const { casework: all } = structuredClone(await humanitarianCasework());
    all.papers!.typeWords['no-type'] = ['a paper'];
    all.people!.client.from.push('no-type');
    all.people!.subjects.fields.push(['givenNames', 'noField']);
    all.copies!.worse.push('no-flag');
    all.translations!.foreignFlags.push('no-flag');
    all.series!.monthly[0]!.amounts.push('noField');
    all.statement!.types.push('no-type');
    all['civil-papers']!.requirements[0]!.options[0]!.kinds.push('no-kind');
    all.contradictions!.checks[0]!.types.push('no-type');
    const problems = checkCasework(pipeline, all).map(({ file, expected }) => `${file} ${expected}`);
    expect(problems).toEqual([
      'case/papers.yaml a document type that is defined; “no-type” is not',
      'case/people.yaml a field that is defined; “noField” is not',
      'case/people.yaml a document type that is defined; “no-type” is not',
      'case/copies.yaml a flag that is defined; “no-flag” is not',
      'case/translations.yaml a flag that is defined; “no-flag” is not',
      'case/series.yaml a field that is defined; “noField” is not',
      'case/statement.yaml a document type that is defined; “no-type” is not',
      'case/civil-papers.yaml a kind of issuer that is defined; “no-kind” is not',
      'case/contradictions.yaml a document type that is defined; “no-type” is not',
    ]);
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
