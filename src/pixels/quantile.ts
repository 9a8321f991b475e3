/** The least of 256 values that a share (0 to 1) of the `count` counted ones do not exceed; 255 when fewer were counted. */
export function quantile(histogram: Uint32Array, count: number, share: number): number {
  let seen = 0;
  for (let value = 0; value < 256; value += 1) {
    seen += histogram[value] ?? 0;
    if (seen >= count * share) return value;
  }
  return 255;
}
