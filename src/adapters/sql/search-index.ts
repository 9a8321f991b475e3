import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { SearchHit, SearchIndex } from '#ports/search-index.ts';
import type { Vault } from '#ports/vault.ts';
import { type SearchWord, searchWords } from '#text/search-words.ts';
import type { Database } from './open-database.ts';

/** PostgreSQL counts positions up to here, and keeps so many of one word. */
const LAST_POSITION = 16_383;
const POSITIONS_OF_WORD = 250;
const STEMMED_LANGUAGE = 'fr';

/** A stem must not be found by a word of another language that happens to be spelt so. */
const asStem = (stem: string): string => `${STEMMED_LANGUAGE}:${stem}`;

/** The search index in `documents.words`: words and French stems by their keyed hashes, with where they stand. */
export function createSearchIndex(db: Database, vault: Vault): SearchIndex {
  return {
    wordsOf: async (text, language) => {
      const words = searchWords(text);
      if (words.length === 0) return null;
      const blind = await vault.blind();
      const positions = new Map<string, number[]>();
      const stand = (word: string, position: number): void => {
        const known = positions.get(word) ?? [];
        if (known.length < POSITIONS_OF_WORD && position <= LAST_POSITION) known.push(position);
        positions.set(word, known);
      };
      const stems = language === STEMMED_LANGUAGE ? await stemsOf(db, words) : new Map<string, string>();
      for (const { word, position } of words) {
        stand(word, position);
        const stem = stems.get(word);
        if (stem !== undefined) stand(asStem(stem), position);
      }
      return [...positions]
        .map(([word, at]) => `'${blind(word)}'${at.length === 0 ? '' : `:${at.join(',')}`}`)
        .join(' ');
    },
    find: async (query, { caseId, limit }) => {
      const terms = termsOf(query);
      if (terms.length === 0) return [];
      const blind = await vault.blind();
      const stems = await stemsOf(db, terms.flat());
      const wanted = terms.map((phrase) => phraseQuery(phrase, stems, blind)).join(' & ');
      return hitsOf(db, sql`${wanted}::tsquery`, { caseId, limit });
    },
  };
}

/** The words of a query: each a term of its own, those in quotation marks a term together. */
export function termsOf(query: string): SearchWord[][] {
  return [...query.matchAll(/["“«]([^"”»]+)["”»]|([^"“”«»]+)/g)].flatMap(([, phrase, loose]) => {
    if (phrase !== undefined) return [searchWords(phrase)].filter((words) => words.length > 0);
    return searchWords(loose ?? '').map((word) => [word]);
  });
}

/** Each word as it is or by its stem, as many words apart as in the phrase. */
function phraseQuery(
  phrase: readonly SearchWord[],
  stems: ReadonlyMap<string, string>,
  blind: (word: string) => string,
): string {
  const parts = phrase.map(({ word }) => {
    const stem = stems.get(word);
    return stem === undefined ? `'${blind(word)}'` : `('${blind(word)}' | '${blind(asStem(stem))}')`;
  });
  return parts.reduce((query, part, index) => {
    const apart = (phrase[index]?.position ?? 0) - (phrase[index - 1]?.position ?? 0);
    return `${query} <${apart}> ${part}`;
  });
}

/** French stems of the words that have one; stop words have none. */
async function stemsOf(db: Database, words: readonly SearchWord[]): Promise<Map<string, string>> {
  const unique = [...new Set(words.map(({ word }) => word))];
  const { rows } = await sql`
    select word, (ts_lexize('french_stem', word))[1] as stem from unnest(${unique}::text[]) as words (word)`.execute(
    db,
  );
  const found = z.array(z.object({ word: z.string(), stem: z.string().nullable() })).parse(rows);
  return new Map(found.flatMap(({ word, stem }) => (stem === null ? [] : [[word, stem] as const])));
}

const hitSchema = z.object({ file_id: z.string(), name: z.string(), id: z.string(), rank: z.number() });

async function hitsOf(
  db: Database,
  query: RawBuilder<unknown>,
  { caseId, limit }: { readonly caseId?: string | undefined; readonly limit: number },
): Promise<SearchHit[]> {
  const { rows } = await sql`
    select documents.file_id, cases.name, documents.id, ts_rank_cd(words, ${query}) as rank
    from documents join cases on cases.id = documents.case_id
    where words @@ ${query} and ${caseId === undefined ? sql`true` : sql`documents.case_id = ${caseId}`}
    order by rank desc, cases.name, documents.id limit ${limit}`.execute(db);
  return z
    .array(hitSchema)
    .parse(rows)
    .map((row) => ({ fileId: row.file_id, caseName: row.name, documentId: row.id, rank: row.rank }));
}
