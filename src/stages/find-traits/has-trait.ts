import type { Flags } from '#definitions/flags.schema.ts';
import { foldText } from '#text/fold-text.ts';

type Trait = Flags['traits'][string];
const compiled = new WeakMap<Trait, readonly RegExp[]>();

/** Whether a folded text shows the trait, in whatever language. */
export function hasTrait(foldedText: string, trait: Trait): boolean {
  const patterns = compiled.get(trait) ?? compile(trait);
  compiled.set(trait, patterns);
  return patterns.some((pattern) => pattern.test(foldedText));
}

function compile(trait: Trait): RegExp[] {
  const words = Object.values(trait.words).flat();
  const [whole, begun] = [words.filter((word) => !word.endsWith('*')), words.filter((word) => word.endsWith('*'))];
  // The end of a word is written once for all of them: written out for each, the expression takes twenty times as long to compile.
  const alternatives = [
    ...(whole.length === 0 ? [] : [`(?:${whole.map(literally).join('|')})(?![\\p{L}\\p{N}])`]),
    ...begun.map((word) => literally(word.slice(0, -1))),
  ];
  const vocabulary = words.length === 0 ? [] : [new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})`, 'u')];
  return [...vocabulary, ...trait.patterns.map((pattern) => new RegExp(pattern, 'u'))];
}

function literally(word: string): string {
  return foldText(word).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
