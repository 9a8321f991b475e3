const WEIGHTS = [7, 3, 1];

/** Check digit of a part of a machine-readable zone: fillers count 0, letters 10 to 35 (ICAO 9303, part 3, 4.9). */
export function checkDigit(text: string): string {
  let sum = 0;
  for (const [at, letter] of [...text].entries()) {
    const value = letter === '<' ? 0 : Number.parseInt(letter, 36);
    sum += value * (WEIGHTS[at % WEIGHTS.length] ?? 0);
  }
  return String(sum % 10);
}
