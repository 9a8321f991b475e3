import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignTranslator, type WantedTranslation } from '#casework/routing/assign-translator.ts';
import type { TranslatorAtWork, TranslatorProfile } from '#domain/translator.ts';

const wanted: WantedTranslation = {
  ...{ language: 'es', into: 'fr', isSworn: true, nobody: 'person', asOf: '2026-11-26', dueOn: '2026-12-10' },
  declinedBy: [],
};

function translator(
  personId: string,
  { open = 0, lastAskedAt = null, ...profile }: Partial<TranslatorProfile & TranslatorAtWork> = {},
): TranslatorAtWork {
  return {
    ...{ personId, open, lastAskedAt },
    profile: {
      pairs: [{ from: 'es', to: 'fr' }],
      sworn: { court: 'Paris', until: null },
      ...{ most: 10, absentUntil: null, ...profile },
    },
  };
}

describe('who is asked', () => {
  it('is whoever has least to do for what they take on', () => {
    const many = translator('many', { open: 3, most: 20 });
    const few = translator('few', { open: 2, most: 4 });
    expect(assignTranslator(wanted, [few, many])).toEqual({ personId: 'many', isSworn: true });
  });

  it('is of equals whoever was not asked for longest', () => {
    const lately = translator('a', { lastAskedAt: '2026-11-25T10:00:00Z' });
    const before = translator('b', { lastAskedAt: '2026-11-20T10:00:00Z' });
    const never = translator('c');
    expect(assignTranslator(wanted, [lately, before])).toMatchObject({ personId: 'b' });
    expect(assignTranslator(wanted, [lately, before, never])).toMatchObject({ personId: 'c' });
  });

  it('is nobody, and a person must choose, for a reason that says what to do', () => {
    const because = (translators: TranslatorAtWork[], changes: Partial<WantedTranslation> = {}) =>
      assignTranslator({ ...wanted, ...changes }, translators);
    expect(because([translator('a')], { language: null })).toEqual({ personId: null, because: 'language-unclear' });
    expect(because([])).toMatchObject({ because: 'no-translator' });
    expect(because([translator('a')], { language: 'ti' })).toMatchObject({ because: 'no-pair' });
    expect(because([translator('a', { pairs: [{ from: 'fr', to: 'es' }] })])).toMatchObject({ because: 'no-pair' });
    expect(because([translator('a', { sworn: null })])).toMatchObject({ because: 'none-sworn' });
    // Sworn today, and no longer when it is due.
    const lapsing = { court: 'Paris', until: '2026-12-01' };
    expect(because([translator('a', { sworn: lapsing })])).toMatchObject({ because: 'none-sworn' });
    expect(because([translator('a')], { declinedBy: ['a'] })).toMatchObject({ because: 'all-declined' });
    expect(because([translator('a', { absentUntil: '2026-11-26' })])).toMatchObject({ because: 'all-absent' });
    expect(because([translator('a', { open: 10 })])).toMatchObject({ because: 'all-busy' });
  });

  it('is somebody who is not sworn only where the rule says so', () => {
    const unsworn = translator('a', { sworn: null });
    expect(assignTranslator({ ...wanted, nobody: 'unsworn' }, [unsworn])).toEqual({ personId: 'a', isSworn: false });
    const busy = translator('b', { open: 10 });
    expect(assignTranslator({ ...wanted, nobody: 'unsworn' }, [unsworn, busy])).toMatchObject({ personId: 'a' });
  });

  const anyTranslators = fc.uniqueArray(
    fc.record({
      personId: fc.stringMatching(/^[a-z]{1,6}$/),
      open: fc.integer({ min: 0, max: 6 }),
      lastAskedAt: fc.constantFrom(null, '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'),
      profile: fc.record({
        pairs: fc.constantFrom<TranslatorProfile['pairs']>([{ from: 'es', to: 'fr' }], [{ from: 'ar', to: 'fr' }], []),
        sworn: fc.constantFrom(null, { court: 'Paris', until: null }, { court: 'Lyon', until: '2026-11-30' }),
        most: fc.integer({ min: 1, max: 6 }),
        absentUntil: fc.constantFrom(null, '2026-11-20', '2026-12-31'),
      }),
    }),
    { selector: ({ personId }) => personId, maxLength: 8 },
  );
  const anyWish = fc.record({
    language: fc.constantFrom('es', 'ar', 'ti', null),
    isSworn: fc.boolean(),
    nobody: fc.constantFrom('person' as const, 'unsworn' as const),
  });

  it('is the same whatever the order in which translators are given', () => {
    fc.assert(
      fc.property(anyTranslators, anyWish, fc.infiniteStream(fc.nat()), (translators, wish, keys) => {
        const shuffled = translators
          .map((one) => ({ one, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(assignTranslator({ ...wanted, ...wish }, shuffled)).toEqual(
          assignTranslator({ ...wanted, ...wish }, translators),
        );
      }),
    );
  });

  it('can always do it, and nobody who can and has less to do was passed over', () => {
    fc.assert(
      fc.property(anyTranslators, anyWish, (translators, wish) => {
        const assigned = assignTranslator({ ...wanted, ...wish }, translators);
        if (assigned.personId === null) return;
        const can = ({ profile, open }: TranslatorAtWork): boolean =>
          profile.pairs.some(({ from }) => from === wish.language) &&
          (!assigned.isSworn || (profile.sworn !== null && (profile.sworn.until ?? '9999') >= wanted.dueOn)) &&
          (profile.absentUntil === null || profile.absentUntil < wanted.asOf) &&
          open < profile.most;
        const chosen = translators.find(({ personId }) => personId === assigned.personId);
        expect(chosen !== undefined && can(chosen)).toBe(true);
        const load = ({ open, profile }: TranslatorAtWork): number => open / profile.most;
        for (const other of translators.filter(can))
          expect(load(other)).toBeGreaterThanOrEqual(chosen === undefined ? 0 : load(chosen));
      }),
    );
  });

  it('shares many orders out so that loads stay even', () => {
    const open = new Map([
      ['a', 0],
      ['b', 0],
      ['c', 0],
    ]);
    for (let order = 0; order < 30; order += 1) {
      const translators = [...open].map(([id, count]) => translator(id, { open: count, most: 20 }));
      const { personId } = assignTranslator(wanted, translators);
      if (personId !== null) open.set(personId, (open.get(personId) ?? 0) + 1);
    }
    expect([...open.values()]).toEqual([10, 10, 10]);
  });
});
