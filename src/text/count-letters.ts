/** How many letters of any script a text has; marks, figures and signs are none. */
export function countLetters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
