/** Zeroes of the scripts whose digits a recogniser may give. */
const ZEROES = [0x30, 0x660, 0x6f0, 0x966, 0x9e6];

/** The digits of a text as numbers, in order. */
export function digitValues(text: string): number[] {
  return [...text].flatMap((character) => {
    const code = character.charCodeAt(0);
    const zero = ZEROES.find((one) => code >= one && code < one + 10);
    return zero === undefined ? [] : [code - zero];
  });
}
