import type { Departements } from '#definitions/casework/calendar.schema.ts';
import type { CaseInput } from '#domain/case-paper.ts';
import { foldText } from '#text/fold-text.ts';

/**
 * The département whose prefecture decides: the one of the facts, else the one named by the latest letterhead of a prefecture. Null when neither tells:
 * a name that is part of a longer one ("Marne", "Haute-Marne") yields to it.
 */
export function findPrefecture({ papers, facts }: CaseInput, departements: Departements): string | null {
  if (facts.departement !== undefined) return facts.departement;
  const names = departements.departements
    .flatMap(({ id, name, names }) => [name, ...names].map((one) => ({ id, name: plain(one) })))
    .sort((a, b) => b.name.length - a.name.length);
  const heads = departements.letterheads.map(plain);
  const letters = papers
    .map(({ record }) => ({ issuer: plain(record.letterhead?.issuer ?? ''), iso: record.issueDate?.iso ?? '' }))
    .filter(({ issuer }) => heads.some((head) => holds(issuer, head)))
    .sort((a, b) => (a.iso < b.iso ? 1 : -1));
  for (const { issuer } of letters) {
    const found = names.find(({ name }) => holds(issuer, name));
    if (found !== undefined) return found.id;
  }
  return null;
}

/** Folded, words one space apart and nothing between them. */
function plain(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function holds(text: string, words: string): boolean {
  return ` ${text} `.includes(` ${words} `);
}
