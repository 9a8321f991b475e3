import type { Orientation } from '#ports/text-recognizer.ts';
import { SCRIPT_CODES } from './script-codes.ts';

/** What the engine finds about script and direction. */
export interface FoundOrientation {
  /** How far the print is turned clockwise. */
  readonly degrees: number;
  readonly turnConfidence: number;
  /** Name of the engine. */
  readonly script: string;
  readonly scriptConfidence: number;
}

const TURNS = [0, 90, 180, 270] as const;

/** The engine says how far the print is turned; the page has to be turned the rest of the way. */
export function orientationOf({ degrees, script, ...confidences }: FoundOrientation): Orientation {
  const turn = TURNS.find((one) => one === (360 - degrees) % 360) ?? 0;
  return { turn, script: SCRIPT_CODES[script] ?? null, ...confidences };
}
