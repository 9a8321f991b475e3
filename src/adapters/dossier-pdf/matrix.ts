/** An affine map as PDF writes it: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
export type Point = readonly [x: number, y: number];
export type Turn = 0 | 90 | 180 | 270;

/** First `inner`, then `outer`. */
export function chain(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [A * a + C * b, B * a + D * b, A * c + C * d, B * c + D * d, A * e + C * f + E, B * e + D * f + F];
}

export function throughMatrix([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Turns the unit square (origin bottom left) clockwise into itself. */
export function turnUnit(turn: Turn): Matrix {
  if (turn === 90) return [0, -1, 1, 0, 0, 1];
  if (turn === 180) return [-1, 0, 0, -1, 1, 1];
  return turn === 270 ? [0, 1, -1, 0, 1, 0] : [1, 0, 0, 1, 0, 0];
}

/** One turn after the other. */
export function addTurns(one: number, other: number): Turn {
  const degrees = (((one + other) % 360) + 360) % 360;
  if (degrees === 90 || degrees === 180 || degrees === 270) return degrees;
  return 0;
}

/** As a content stream writes it, without figures that nobody sees. */
export function written(matrix: readonly number[]): string {
  return matrix.map(writtenNumber).join(' ');
}

export function writtenNumber(value: number): string {
  const rounded = Math.round(value * 10_000) / 10_000;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}
