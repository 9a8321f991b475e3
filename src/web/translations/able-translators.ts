import type { TranslatorRow } from '#http/contract/translations.ts';

/** Whether they translate from a language; whoever has no profile, or is blocked, translates nothing. */
export function canTranslate(
  { profile, isBlocked }: Pick<TranslatorRow, 'profile' | 'isBlocked'>,
  from: string,
): boolean {
  return !isBlocked && profile?.pairs.some((pair) => pair.from === from) === true;
}

/** The only one who can do it: nobody has to be chosen then. `from` is empty where the language is not known yet. */
export function onlyTranslator(
  translators: readonly Pick<TranslatorRow, 'id' | 'profile' | 'isBlocked'>[],
  from: string,
): string {
  const [only, ...others] = translators.filter((one) => canTranslate(one, from));
  return only === undefined || others.length > 0 ? '' : only.id;
}
