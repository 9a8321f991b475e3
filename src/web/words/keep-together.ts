const NO_BREAK = '\u00a0';
const NARROW_NO_BREAK = '\u202f';

/** French with the spaces that no line may end at: inside guillemets, before a colon, semicolon, question or exclamation mark and percent sign. */
export function keepTogether(text: string): string {
  return text
    .replaceAll('« ', `«${NO_BREAK}`)
    .replaceAll(' »', `${NO_BREAK}»`)
    .replaceAll(/ :(?=\s|$)/g, `${NO_BREAK}:`)
    .replaceAll(/ ([;?!%])(?=\P{L}|$)/gu, `${NARROW_NO_BREAK}$1`);
}

/** The same of every sentence of a catalogue, however deep it lies. */
export function keepAllTogether(words: object): object {
  return Object.fromEntries(
    Object.entries(words).map(([key, value]: [string, unknown]) => {
      if (typeof value === 'string') return [key, keepTogether(value)];
      return [key, typeof value === 'object' && value !== null ? keepAllTogether(value) : value];
    }),
  );
}
