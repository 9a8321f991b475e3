import type { Recognition } from '#ports/text-recognizer.ts';

/** Letters a word needs for its shape to mean something. */
const ENOUGH_LETTERS = 4;

/** Whether most long words of a reading stand higher than wide: the lines run up and down, and the page lies on its side. */
export function isSideways({ lines }: Recognition): boolean {
  const long = lines.flatMap((line) => line.words).filter((word) => word.text.length >= ENOUGH_LETTERS);
  const upright = long.filter(({ box }) => box[3] > box[2] * 1.5);
  return long.length >= 3 && upright.length > long.length * 0.6;
}
