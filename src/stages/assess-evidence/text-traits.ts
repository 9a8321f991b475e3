import type { Flags } from '#definitions/flags.schema.ts';
import { foldText } from '#text/fold-text.ts';

type Trait = Flags['traits'][string];
const compiled = new WeakMap<Trait, readonly RegExp[]>();

/** Whether the text shows the trait. No hit in a language the trait has no words for can't be told (undefined). */
export function hasTrait(foldedText: string, trait: Trait, language: string | undefined): boolean | undefined {
  const patterns = compiled.get(trait) ?? compile(trait);
  compiled.set(trait, patterns);
  if (patterns.some((pattern) => pattern.test(foldedText))) return true;
  return language !== undefined && trait.words[language] !== undefined ? false : undefined;
}

function compile(trait: Trait): RegExp[] {
  const words = Object.values(trait.words).flat().map(wordPattern);
  const vocabulary = words.length === 0 ? [] : [new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})`, 'u')];
  return [...vocabulary, ...trait.patterns.map((pattern) => new RegExp(pattern, 'u'))];
}

function wordPattern(word: string): string {
  const goesOn = word.endsWith('*');
  const escaped = foldText(goesOn ? word.slice(0, -1) : word).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return goesOn ? escaped : `${escaped}(?![\\p{L}\\p{N}])`;
}
