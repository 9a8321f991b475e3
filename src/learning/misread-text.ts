/** What recognisers make of letters, in Latin print. */
const CONFUSIONS: Readonly<Record<string, string>> = { e: 'c', c: 'e', i: 'l', l: 'i', o: '0', a: 'o', n: 'u', u: 'n', m: 'rn', h: 'b', t: 'f', f: 't', s: '5', r: 't', d: 'cl', é: 'e', è: 'e', à: 'a', I: 'l', O: '0', S: '5', B: '8', E: 'F' }; // biome-ignore format: a table

/** The text with about `rate` of its characters misread, lost or doubled, and some spaces lost or added. */
export function misreadText(text: string, rate: number, random: () => number): string {
  return [...text]
    .map((character) => {
      if (random() >= rate || character === '\n') return character;
      const kind = random();
      if (character === ' ') return kind < 0.6 ? '' : ' ';
      if (kind < 0.65) return CONFUSIONS[character] ?? character;
      if (kind < 0.8) return '';
      return kind < 0.9 ? `${character} ` : `${character}${character}`;
    })
    .join('');
}
