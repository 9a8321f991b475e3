/** 1, 2, 3, 7 → "1 à 3, 7": numbers that follow each other are one range, from three on. */
export function rangesOf(numbers: readonly number[], to: string): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const runs: number[][] = [];
  for (const number of sorted) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs.map((run) => (run.length < 3 ? run.join(', ') : `${run[0]} ${to} ${run.at(-1)}`)).join(', ');
}
