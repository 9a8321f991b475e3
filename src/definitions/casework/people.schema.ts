import { z } from 'zod';
import { bilingualSchema, dateRoleSchema, severitySchema } from '#domain/findings.ts';
import { patternSchema } from './pattern.ts';

const rewriteSchema = z.strictObject({ pattern: patternSchema, to: z.string() });
/** Any two of these letters differ by `cost` only, where two others differ by 1. */
const nearSchema = z.strictObject({ letters: z.string().min(2), cost: z.number().min(0).max(1) });

/** How names are compared over scripts and spellings. Words are in any form; they are folded. */
export const nameRulesSchema = z.strictObject({
  /** Words in front of a name that are no part of it. */
  titles: z.array(z.string()),
  /** Parts that one paper prints and another leaves out: al, ben, de. */
  particles: z.array(z.string()),
  /** Words between two names of one person: née, épouse. */
  between: z.array(z.string()),
  /** A "name" with one of these is a piece of a form. */
  notNames: z.array(z.string()),
  /** Rewritten in folded Latin words before comparing; a space parts a word. */
  rewrites: z.array(rewriteSchema),
  /** How spellings sound, in order: ou → u. */
  sounds: z.array(rewriteSchema),
  near: z.array(nearSchema),
  /** Sounds that one spelling lacks at a cost other than 1. */
  mayLack: z.array(z.strictObject({ letters: z.string(), cost: z.number().min(0).max(1) })),
  /** Letters that recognisers take for each other. */
  lookAlikes: z.array(z.string().length(2)),
  /** Up to this cost two words are spellings of one name; up to `doubtful` it can't be told. */
  close: z.number().min(0),
  doubtful: z.number().min(0),
  /** Scripts whose romanisation lacks the vowel that is not written: it may lack at no cost. */
  inherent: z.strictObject({ scripts: z.array(z.string().length(4)), letters: z.string() }),
  /** Scripts whose languages change the end of a name: so many letters may differ after a stem of at least `stem`. */
  inflected: z.strictObject({
    scripts: z.array(z.string().length(4)),
    stem: z.number().int().min(2),
    endings: z.number().int().min(1),
  }),
  /** Scripts that write consonants and long vowels only. */
  abjads: z.strictObject({
    scripts: z.array(z.string().length(4)),
    /** How the romanised letters of either side are brought to the consonants of an abjad; of an abjad itself, letter by letter. */
    rewrites: z.array(rewriteSchema),
    /** Letters that write long vowels, and the vowels that other scripts have there. */
    longVowels: z.record(z.string().length(1), z.string()),
    /** Letters of other scripts that an abjad does not write. */
    unwritten: z.string(),
    /** Not sounded at the end of a word. */
    silentEnd: z.string(),
  }),
  /** Letters that must agree in all before two names are one person's. */
  leastLetters: z.number().int().min(1),
});
export type NameRules = z.infer<typeof nameRulesSchema>;

/** Where a paper says whom it is about. */
const subjectsSchema = z.strictObject({
  /** Fields, the surest first; several joined make one name. */
  fields: z.array(z.union([z.string(), z.array(z.string()).min(2)])),
  /** Types whose papers name their subject elsewhere, or nowhere that can be told from the author. */
  byType: z.record(z.string(), z.array(z.union([z.string(), z.array(z.string()).min(2)]))),
  leastConfidence: z.number().min(0).max(1),
  /** A page read less surely than this is not said to be about somebody else. */
  leastReading: z.number().min(0).max(1),
  /** Scripts whose names can be told to be another's without a birth date that says so too. */
  sureScripts: z.array(z.string().length(4)),
});

const birthSchema = z.strictObject({
  fields: z.array(z.string()),
  roles: z.array(dateRoleSchema),
  leastConfidence: z.number().min(0).max(1),
  /** Types between which a difference is blocking. */
  identity: z.array(z.string()),
  /** Days (MM-DD) that stand for "some day of that year". */
  conventional: z.array(z.string().regex(/^\d{2}-\d{2}$/)),
});

/** `case/people.yaml`: whom papers are about. */
export const peopleSchema = z.strictObject({
  names: nameRulesSchema,
  subjects: subjectsSchema,
  client: z.strictObject({
    /** Types by which the client is known when the organisation gives no name, best first. */
    from: z.array(z.string()),
    /** Without a name given and with none of these, so many papers must agree. */
    leastPapers: z.number().int().min(1),
  }),
  /** Types that must be about the client, and how grave it is when they are not. `own`: another's beside the client's own is no matter. */
  mustBeClient: z.record(z.string(), z.strictObject({ severity: severitySchema, own: z.boolean().default(false) })),
  birth: birthSchema,
  /** {paper} {name} {client} {field}; {birth} and {printed} dates; {names}. */
  sentences: z.strictObject({
    somebodyElse: bilingualSchema,
    relative: bilingualSchema,
    otherName: bilingualSchema,
    spellings: bilingualSchema,
    birthDiffers: bilingualSchema,
    birthSwapped: bilingualSchema,
    birthSlip: bilingualSchema,
    birthConventional: bilingualSchema,
    otherClient: bilingualSchema,
    otherClientToo: bilingualSchema,
  }),
});
export type PeopleRules = z.infer<typeof peopleSchema>;
