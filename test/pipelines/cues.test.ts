import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type LanguageCues, languageCuesSchema } from '#definitions/cues.schema.ts';
import { foldText } from '#text/fold-text.ts';
import { foldWords } from '#text/fold-words.ts';

const PIPELINE = new URL('../../pipelines/humanitarian-permit/', import.meta.url);
const CUES = new URL('cues/', PIPELINE);

/** The issue's languages of reading: a client's papers come in any of them. */
const LANGUAGES =
  'fr en es pt it de nl ro pl sq tr az uz vi id so sw ht ar fa ps ur ru uk bg sr ka hy el hi ne bn ta ti am zh'.split(
    ' ',
  );

/** Languages in which every type must have wording; in the others the core types must. */
const COMPLETE = new Set('fr en es pt it de ar ru uk tr sq ka fa'.split(' '));
const CORE = new Set(['police-report', 'medical-certificate', 'social-worker-report', 'pay-slip']);

/** A picture has no wording of its own, and papers that are no evidence share none. */
const WITHOUT_WORDING = new Set(['photograph', 'other']);

const typeIds = readdirSync(new URL('document-types/', PIPELINE))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replace(/\.yaml$/, ''));

const files = readdirSync(CUES).filter((name) => name.endsWith('.yaml'));

function read(file: string): unknown {
  return parse(readFileSync(new URL(file, CUES), 'utf8'));
}

/** Every title and phrase with the type it speaks for, in the form wording is compared in. */
function titlesAndPhrases({ types }: LanguageCues): { cue: string; type: string }[] {
  return Object.entries(types).flatMap(([type, { titles, phrases }]) =>
    [...titles, ...phrases].map((cue) => ({ cue: foldText(cue), type })),
  );
}

/** Cues that two types claim, told so that the line to mend is found. */
function claimedTwice(cues: LanguageCues): string[] {
  const owner = new Map<string, string>();
  return titlesAndPhrases(cues).flatMap(({ cue, type }) => {
    const first = owner.get(cue) ?? type;
    owner.set(cue, first);
    return first === type ? [] : [`${cue}: ${first} and ${type}`];
  });
}

describe('the wording of documents', () => {
  it('knows the types of the pipeline', () => {
    expect(typeIds.length).toBeGreaterThanOrEqual(27);
  });

  it('is there in every language that is read', () => {
    expect(files.map((file) => file.replace(/\.yaml$/, ''))).toEqual(expect.arrayContaining(LANGUAGES));
  });

  it('notices a cue that two types claim, however it is accented', () => {
    const cues = languageCuesSchema.parse({
      language: 'fr',
      types: { one: { titles: ['Reçu'] }, two: { phrases: ['RECU'] } },
    });
    expect(claimedTwice(cues)).toEqual(['recu: one and two']);
  });
});

describe.each(files)('%s', (file) => {
  const cues = languageCuesSchema.safeParse(read(file));

  it('is valid and named after its language', () => {
    expect(cues.error?.issues ?? []).toEqual([]);
    expect(`${cues.data?.language}.yaml`).toBe(file);
  });

  it('has wording for every type that must have some', () => {
    const types = cues.data?.types ?? {};
    const language = cues.data?.language ?? '';
    const wanted = typeIds.filter((id) => COMPLETE.has(language) || CORE.has(id));
    const speechless = wanted.filter((id) => {
      const own = types[id];
      return !WITHOUT_WORDING.has(id) && (own === undefined || own.titles.length + own.phrases.length === 0);
    });
    expect(speechless).toEqual([]);
  });

  it('names only types of the pipeline', () => {
    expect(Object.keys(cues.data?.types ?? {}).filter((id) => !typeIds.includes(id))).toEqual([]);
  });

  it('gives no title or phrase to two types', () => {
    expect(cues.success).toBe(true);
    if (cues.success) expect(claimedTwice(cues.data)).toEqual([]);
  });

  it('has no cue that can never match or matches everything', () => {
    const all = Object.values(cues.data?.types ?? {}).flatMap((type) => [
      ...type.titles, ...type.phrases, ...type.words, ...type.against,
    ]); // biome-ignore format: four lists in one line
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter((cue) => foldWords(cue).join('').length < 2)).toEqual([]);
  });
});
