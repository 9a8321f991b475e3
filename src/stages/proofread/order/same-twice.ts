import { type Piece, textOf } from './page-pieces.ts';

const SCRIPTS = ['Latn', 'Arab', 'Cyrl', 'Grek', 'Armn', 'Geor', 'Hebr', 'Deva', 'Beng', 'Taml', 'Ethi', 'Hani'].map(
  (script) => ({ script, letters: new RegExp(`\\p{sc=${script}}`, 'gu') }),
);

/** Whether both sides say the same in two languages: in two scripts, or with half of their numbers the same. */
export function isSameTwice(sides: readonly (readonly Piece[])[]): boolean {
  const [one = '', other = ''] = sides.map((side) => side.map(textOf).join(' '));
  if (scriptOf(one) !== scriptOf(other)) return true;
  const [few, many] = [numbersOf(one), numbersOf(other)].sort((a, b) => a.length - b.length);
  const shared = few?.filter((number) => many?.includes(number)).length ?? 0;
  return shared > 0 && shared >= (few?.length ?? 0) * 0.5;
}

function scriptOf(text: string): string | undefined {
  const counts = SCRIPTS.map(({ script, letters }) => ({ script, count: text.match(letters)?.length ?? 0 }));
  return counts.sort((a, b) => b.count - a.count)[0]?.script;
}

function numbersOf(text: string): string[] {
  return [...new Set(text.match(/\p{N}{2,}/gu) ?? [])];
}
