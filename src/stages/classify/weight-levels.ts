/** Levels on either side of nothing: with the sign, a weight takes four bits. */
const LEVELS = 7;
/** Levels stand closer together near nothing, where most weights are. */
const POWER = 2;
const NOTHING = 8;

/** Weights (log-odds) as levels of the largest, two a byte, the first in the low four bits. An odd end is filled up. */
export function packWeights(weights: readonly number[], largest: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.ceil(weights.length / 2)).fill(NOTHING | (NOTHING << 4));
  weights.forEach((weight, at) => {
    const level = Math.round(LEVELS * (Math.abs(weight) / largest) ** (1 / POWER)) * Math.sign(weight);
    const byte = bytes[at >> 1] ?? 0;
    bytes[at >> 1] = at % 2 === 0 ? (byte & 0xf0) | (level + NOTHING) : (byte & 0x0f) | ((level + NOTHING) << 4);
  });
  return bytes;
}

/** What `packWeights` packed, each weight as near as its level. */
export function unpackWeights(bytes: Uint8Array, largest: number): Float32Array {
  const weights = new Float32Array(bytes.length * 2);
  bytes.forEach((byte, at) => {
    weights[at * 2] = weightOf(byte & 0x0f, largest);
    weights[at * 2 + 1] = weightOf(byte >> 4, largest);
  });
  return weights;
}

function weightOf(nibble: number, largest: number): number {
  const level = nibble - NOTHING;
  return Math.sign(level) * (Math.abs(level) / LEVELS) ** POWER * largest;
}
