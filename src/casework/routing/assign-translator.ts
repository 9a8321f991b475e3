import type { NoTranslator } from '#domain/translation-order.ts';
import { isSwornOn, type TranslatorAtWork } from '#domain/translator.ts';

/** What is to be translated, as far as it matters for who. */
export interface WantedTranslation {
  /** Null when it is not clear. */
  readonly language: string | null;
  readonly into: string;
  readonly isSworn: boolean;
  readonly nobody: 'person' | 'unsworn';
  readonly asOf: string;
  readonly dueOn: string;
  /** Who said no to it. */
  readonly declinedBy: readonly string[];
}

/** Who is asked, and whether they are sworn for it; or why a person must choose. */
export type Assignment =
  | { readonly personId: string; readonly isSworn: boolean }
  | { readonly personId: null; readonly because: NoTranslator };

type Step = readonly [NoTranslator, (translator: TranslatorAtWork) => boolean];

/**
 * Who translates: of those who can, the one with least to do for what they take on; of equals, whoever was not asked for longest. The same input gives the
 * same answer, in whatever order translators are given.
 */
export function assignTranslator(wanted: WantedTranslation, translators: readonly TranslatorAtWork[]): Assignment {
  const { isSworn, nobody } = wanted;
  const first = choose(wanted, translators, isSworn);
  if (first.personId !== null || !isSworn || nobody === 'person') return first;
  if (first.because === 'language-unclear') return first;
  const second = choose(wanted, translators, false);
  return second.personId === null ? first : second;
}

function choose(wanted: WantedTranslation, translators: readonly TranslatorAtWork[], isSworn: boolean): Assignment {
  const { language, into, asOf, dueOn, declinedBy } = wanted;
  if (language === null) return { personId: null, because: 'language-unclear' };
  const steps: Step[] = [
    ['no-translator', () => true],
    ['no-pair', ({ profile }) => profile.pairs.some((pair) => pair.from === language && pair.to === into)],
    ['none-sworn', ({ profile }) => !isSworn || isSwornOn(profile, dueOn)],
    ['all-declined', ({ personId }) => !declinedBy.includes(personId)],
    ['all-absent', ({ profile }) => profile.absentUntil === null || profile.absentUntil < asOf],
    ['all-busy', ({ profile, open }) => open < profile.most],
  ];
  let left: readonly TranslatorAtWork[] = translators;
  for (const [because, isFit] of steps) {
    left = left.filter(isFit);
    if (left.length === 0) return { personId: null, because };
  }
  const [best] = left.toSorted(byTurn);
  return best === undefined ? { personId: null, because: 'no-translator' } : { personId: best.personId, isSworn };
}

function byTurn(one: TranslatorAtWork, other: TranslatorAtWork): number {
  return (
    one.open / one.profile.most - other.open / other.profile.most ||
    one.open - other.open ||
    inOrder(one.lastAskedAt ?? '', other.lastAskedAt ?? '') ||
    inOrder(one.personId, other.personId)
  );
}

function inOrder(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
