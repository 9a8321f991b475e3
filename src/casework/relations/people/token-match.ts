import type { NameToken } from './name-reader.ts';

/** How two words of names go together; `letters` agree. */
export interface TokenMatch {
  readonly kind: 'same' | 'close' | 'initial' | 'doubtful';
  readonly letters: number;
}

/** Undefined when the words are two names. Symmetric. */
export type CompareTokens = (one: NameToken, other: NameToken) => TokenMatch | undefined;
