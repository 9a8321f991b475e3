/** Months as whole numbers, so that they can be counted: `2026-03` is 12 × 2026 + 2. */
export function monthNumber(iso: string): number {
  return 12 * Number(iso.slice(0, 4)) + Number(iso.slice(5, 7) || 1) - 1;
}

/** The month of a number, as `2026-03`. */
export function monthOf(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** The months from one to another, both included; none when the second is earlier. */
export function monthsBetween(from: string, to: string): string[] {
  const first = monthNumber(from);
  return Array.from({ length: Math.max(0, monthNumber(to) - first + 1) }, (_, index) => monthOf(first + index));
}
