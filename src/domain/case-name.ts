/** Marks of letters that nobody sees: two names would look the same. */
const UNSEEN_MARKS = /[\u034f\u180b-\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;

/** As Liasse names cases itself: where two teams have a case of one name, it says which is meant. */
export function isCaseId(text: string): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);
}

/**
 * The name of a case that a text is, or undefined: letters, digits, spaces, dots, dashes and underscores, 100 at most, in one spelling (NFC).
 * Such a name is safe for a folder on every system.
 */
export function findCaseName(text: string): string | undefined {
  const name = text.normalize('NFC');
  if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._-]{0,99}$/u.test(name) || /[. ]$/.test(name)) return undefined;
  return UNSEEN_MARKS.test(name) ? undefined : name;
}
