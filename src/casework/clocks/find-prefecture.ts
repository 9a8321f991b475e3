import type { Departements } from '#definitions/casework/calendar.schema.ts';
import type { CaseInput, CasePaper } from '#domain/case-paper.ts';
import { foldText } from '#text/fold-text.ts';

/**
 * The département whose prefecture decides: the one of the facts, else the one that the latest letter of a prefecture names in its letterhead, its
 * address or its text. Null when none does.
 */
export function findPrefecture({ papers, facts }: CaseInput, departements: Departements): string | null {
  if (facts.departement !== undefined) return facts.departement;
  const phrases = phrasesOf(departements);
  const letters = papers
    .filter(({ record }) => departements.namedIn.includes(record.type?.id ?? ''))
    .sort((a, b) => ((a.record.issueDate?.iso ?? '') < (b.record.issueDate?.iso ?? '') ? 1 : -1));
  for (const letter of letters) {
    const found = namedBy(letter, phrases, departements);
    if (found !== undefined) return found;
  }
  return null;
}

interface Phrase {
  readonly id: string;
  readonly words: string;
}

function namedBy(
  { record, text }: CasePaper,
  phrases: readonly Phrase[],
  departements: Departements,
): string | undefined {
  const { issuer, address } = record.letterhead ?? { issuer: null, address: null };
  const inWords = (part: string): string | undefined => {
    const words = ` ${plain(part)} `;
    return phrases.find((phrase) => words.includes(` ${phrase.words} `))?.id;
  };
  return inWords(issuer ?? '') ?? byPostcode(address ?? '', departements) ?? inWords(text);
}

/** Made once: there are thousands of them. */
const made = new WeakMap<Departements, readonly Phrase[]>();

function phrasesOf(departements: Departements): readonly Phrase[] {
  const known = made.get(departements) ?? makePhrases(departements);
  made.set(departements, known);
  return known;
}

/** "préfète du Loiret", "préfecture de police": the longest first, so that a name inside a longer one yields to it. */
function makePhrases({ departements, titles, between }: Departements): Phrase[] {
  const [before, small] = [titles.map(plain), between.map(plain)];
  return departements
    .flatMap(({ id, name, names }) =>
      [name, ...names]
        .map(plain)
        .flatMap((one) =>
          before.flatMap((title) =>
            small.map((word) => ({ id, words: word === '' ? `${title} ${one}` : `${title} ${word} ${one}` })),
          ),
        ),
    )
    .sort((a, b) => b.words.length - a.words.length);
}

/** The département of the last postcode of an address. */
function byPostcode(address: string, { departements }: Departements): string | undefined {
  const code = [...address.matchAll(/(?<!\d)\d{5}(?!\d)/g)].at(-1)?.[0];
  if (code === undefined) return undefined;
  const beginnings = [code.slice(0, 3), CORSICA[code.slice(0, 3)] ?? code.slice(0, 2)];
  return departements.find(({ id }) => beginnings.includes(id))?.id;
}

/** Postcodes of Corsica begin with the number it had before it was divided. */
const CORSICA: Readonly<Record<string, string>> = { '200': '2A', '201': '2A', '202': '2B', '206': '2B' };

/** Folded, words one space apart and nothing between them. */
function plain(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
