import { LEVEL } from './known-words.ts';
import type { LineTraits } from './line-traits.ts';

/** `Registre n° 7`, `Rapport de …`: words of a paper, and none that says what body it would be of. */
export function namesPaper({ isPaper, level }: LineTraits): boolean {
  return isPaper && level === LEVEL.unknown;
}
