import { describe, expect, it } from 'vitest';
import { readRouting } from '#adapters/definition-folder/read-routing.ts';
import { type RoutedCase, routePaper } from '#casework/routing/route-paper.ts';
import type { Routing } from '#definitions/routing.schema.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import { aFlag, aPaper } from '../../support/a-case.ts';

const { routing } = await readRouting('pipelines/humanitarian-permit');
if (routing === undefined) throw new Error('the humanitarian permit sends nothing');
const rules: Routing = routing;

const spanish = { code: 'es', script: 'Latn', share: 1, confidence: 0.97 };
const foreign = (type: string, changes: Partial<DocumentRecord> = {}) =>
  aPaper('a:1', type, { languages: [spanish], flags: [aFlag('needs-translation')], criteria: [], ...changes });
const quiet: RoutedCase = { asOf: '2026-11-26', criteria: [], clocks: [] };

describe('the rules of the humanitarian permit', () => {
  it('send civil papers to somebody sworn, and newspapers to anybody', () => {
    expect(routePaper(foreign('birth-certificate'), quiet, rules)).toMatchObject({
      ...{ rule: 'civil-papers', language: 'es', into: 'fr', isSworn: true, dueOn: '2026-12-10', isUrgent: false },
    });
    expect(routePaper(foreign('news-article'), quiet, rules)).toMatchObject({ rule: 'press', isSworn: false });
  });

  it('take the first rule that fits, and the last where none does', () => {
    const strongest = { criteria: [{ id: 'medical', rank: 1, strength: 80 }] };
    const witness = foreign('affidavit', { criteria: [{ id: 'medical', weight: 0.4 }] });
    expect(routePaper(witness, { ...quiet, ...strongest }, rules)).toMatchObject({ rule: 'carries-the-case' });
    expect(routePaper(witness, quiet, rules)).toMatchObject({ rule: 'default', nobody: 'unsworn' });
    // A criterion that nothing carries is nobody's first.
    const carriedByNothing = { criteria: [{ id: 'medical', rank: 1, strength: 0 }] };
    expect(routePaper(witness, { ...quiet, ...carriedByNothing }, rules)).toMatchObject({ rule: 'default' });
  });

  it('have it due before the earliest deadline that can still be kept, and never sooner than anybody can translate', () => {
    const clock = (due: string, kind: 'deadline' | 'reminder' = 'deadline') =>
      ({ kind, state: 'running', due }) as const;
    const at = (...clocks: RoutedCase['clocks'][number][]) =>
      routePaper(foreign('birth-certificate'), { ...quiet, clocks }, rules);
    expect(at(clock('2026-12-08'), clock('2026-12-30'))).toMatchObject({ dueOn: '2026-12-03', isUrgent: true });
    expect(at(clock('2026-11-28'))).toMatchObject({ dueOn: '2026-11-28', isUrgent: true });
    expect(at(clock('2026-11-01'))).toMatchObject({ dueOn: '2026-12-10', isUrgent: false });
    expect(at(clock('2026-12-01', 'reminder'))).toMatchObject({ isUrgent: false });
    expect(at({ kind: 'deadline', state: 'done', due: '2026-12-01' })).toMatchObject({ isUrgent: false });
  });

  it('name no language where none is clear', () => {
    const unclear = [{ ...spanish, confidence: 0.3 }];
    const none = [{ ...spanish, code: 'und' }];
    for (const languages of [unclear, none, []])
      expect(routePaper(foreign('other', { languages }), quiet, rules)).toMatchObject({ language: null });
  });

  it('send nothing where a rule says so', () => {
    const [first, ...others] = rules.rules;
    if (first === undefined) throw new Error('no rule');
    const kept = { ...first, when: { types: ['passport'] }, terms: { ...first.terms, isTranslated: false } };
    expect(routePaper(foreign('passport'), quiet, { ...rules, rules: [kept, ...others] })).toBeUndefined();
  });
});
