/** The figure below which a share (0 to 1) of all lies; they come in order, the smallest first. `NaN` of none. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
