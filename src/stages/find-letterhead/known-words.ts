import type { IssuerCues } from '#definitions/issuer-cues.schema.ts';

/** What a known word says of the line it stands in. */
export type Role =
  | 'kind'
  | 'level'
  | 'umbrella'
  | 'wide'
  | 'local'
  | 'common'
  | 'paper'
  | 'section'
  | 'recipient'
  | 'supporter'
  | 'street'
  | 'detail';

/** A word of the issuer cues, with all that is known of it. */
export interface KnownWord {
  readonly word: string;
  readonly role: Role;
  /** Kind of issuer; null where the word says nothing of it. */
  readonly kind: string | null;
  /** Place of a body in `LEVELS`; 0 where the word says nothing of it. */
  readonly level: number;
  readonly language: string;
  /** Where the language has the word that says what a thing is. */
  readonly head: IssuerCues['head'];
}

/** How near to people bodies are, the farthest first. */
export const LEVELS = ['unknown', 'state', 'nation', 'region', 'district', 'seat', 'part'] as const;

/** The places of the levels that rules speak of. */
export const LEVEL = { unknown: 0, state: 1, nation: 2, region: 3, seat: 5, part: 6 } as const satisfies Partial<
  Record<(typeof LEVELS)[number], number>
>;

/** All words of a language's cues. */
export function knownWords(cues: IssuerCues): readonly KnownWord[] {
  const { language, head } = cues;
  const nothing = { language, head, level: LEVEL.unknown, kind: null };
  const plain = (role: Role, list: readonly string[]) => list.map((word) => ({ ...nothing, role, word }));
  return [
    ...Object.entries(cues.kinds).flatMap(([kind, list]) =>
      list.map((word) => ({ ...nothing, role: 'kind' as const, kind, word })),
    ),
    ...LEVELS.flatMap((name, level) =>
      name === 'unknown' ? [] : cues.levels[name].map((word) => ({ ...nothing, role: 'level' as const, level, word })),
    ),
    ...plain('umbrella', cues.umbrellas),
    ...plain('wide', cues.wide),
    ...plain('local', cues.local),
    ...plain('common', cues.common),
    ...plain('paper', cues.papers),
    ...plain('section', cues.sections),
    ...plain('recipient', cues.recipients),
    ...plain('supporter', cues.supporters),
    ...plain('street', cues.streets),
    ...plain('detail', cues.details),
  ];
}
