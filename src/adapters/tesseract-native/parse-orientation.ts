import type { Orientation } from '#ports/text-recognizer.ts';
import { SCRIPT_CODES } from '../tesseract/script-codes.ts';

/** What `--psm 0` prints, as an orientation; null when it says nothing: too few letters to tell. */
export function parseOrientation(printed: string): Orientation | null {
  const value = (name: string): string | undefined => new RegExp(`^${name}: *(\\S+)`, 'm').exec(printed)?.[1];
  const [rotate, turnConfidence] = [value('Rotate'), value('Orientation confidence')];
  if (rotate === undefined || turnConfidence === undefined) return null;
  const turns = [0, 90, 180, 270] as const;
  return {
    turn: turns.find((turn) => turn === Number(rotate)) ?? 0,
    turnConfidence: Number(turnConfidence),
    script: SCRIPT_CODES[value('Script') ?? ''] ?? null,
    scriptConfidence: Number(value('Script confidence') ?? 0),
  };
}
