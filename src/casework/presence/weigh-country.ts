import { wordPattern } from '#definitions/casework/pattern.ts';
import type { PresenceRules, PresenceSign } from '#definitions/casework/presence.schema.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { foldText } from '#text/fold-text.ts';
import { readingOf } from '../paper-reading.ts';

/** Whether a paper was issued in France: `maybe` when some signs speak for it, and not enough. */
export type IssuedInFrance = 'yes' | 'maybe' | 'no';

/** The matrix and the presence ask of the same papers. */
const kept = new WeakMap<CasePaper, { readonly by: PresenceRules['inFrance']; readonly country: IssuedInFrance }>();

/** Adds up the signs of a paper that it was issued in France, or elsewhere. */
export function weighCountry(paper: CasePaper, rules: PresenceRules['inFrance']): IssuedInFrance {
  const known = kept.get(paper);
  if (known?.by === rules) return known.country;
  const country = weigh(paper, rules);
  kept.set(paper, { by: rules, country });
  return country;
}

function weigh(paper: CasePaper, { signs, enough, headLetters }: PresenceRules['inFrance']): IssuedInFrance {
  const parts = partsOf(paper, headLetters);
  const points = signs.filter((sign) => shows(paper, parts, sign)).reduce((sum, sign) => sum + sign.points, 0);
  if (points >= enough) return 'yes';
  return points > 0 ? 'maybe' : 'no';
}

type Part = NonNullable<PresenceSign['in']>;

function partsOf(paper: CasePaper, headLetters: number): Readonly<Record<Part, string>> {
  const { issuer, address, phone } = paper.record.letterhead ?? { issuer: null, address: null, phone: null };
  const folded = readingOf(paper).text;
  return {
    issuer: foldText(issuer ?? ''),
    address: foldText(address ?? ''),
    phone: foldText(phone ?? ''),
    head: folded.slice(0, headLetters),
    text: folded,
  };
}

function shows({ record }: CasePaper, parts: Readonly<Record<Part, string>>, sign: PresenceSign): boolean {
  const { languages, identifiers, fields, in: part, says } = sign;
  return (
    languages?.includes(record.languages[0]?.code ?? '') === true ||
    identifiers?.some((name) => record.letterhead?.identifiers[name] !== undefined) === true ||
    fields?.some((name) => record.fields[name] !== undefined) === true ||
    (part !== undefined && says.some((pattern) => wordPattern(pattern).test(parts[part])))
  );
}
