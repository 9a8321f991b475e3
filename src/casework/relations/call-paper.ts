import type { PapersRules } from '#definitions/casework/papers.schema.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import type { Bilingual } from '#domain/findings.ts';
import { fillSentence } from '../fill-sentence.ts';

/** How papers are called in sentences. */
export interface PaperNames {
  /** Type and date of issue; the file's name where no type is known. */
  of(paper: CasePaper): Bilingual;
  /** With the page of a place, when the paper has several. */
  at(paper: CasePaper, page: number | null): Bilingual;
  /** a, b and c. */
  list(names: readonly (Bilingual | string)[]): Bilingual;
}

export function createPaperNames(
  rules: Pick<PapersRules, 'called' | 'and'> | undefined,
  types: Pipeline['documentTypes'],
): PaperNames {
  const { called, and } = rules ?? PLAIN;
  const of = ({ record }: CasePaper): Bilingual => {
    const file = record.file.split('/').at(-1) ?? record.file;
    const type = types[record.type?.id ?? '']?.label ?? { fr: file, en: file };
    const date = record.issueDate?.iso;
    return fillSentence(date === undefined ? called.dateless : called.dated, { type, date: printedDate(date ?? '') });
  };
  return {
    of,
    at: (paper, page) =>
      page === null || paper.record.pages?.from === paper.record.pages?.to
        ? of(paper)
        : fillSentence(called.page, { paper: of(paper), page }),
    list: (names) => {
      const join = (language: keyof Bilingual): string => {
        const parts = names.map((name) => (typeof name === 'string' ? name : name[language]));
        const last = parts.pop() ?? '';
        return parts.length === 0 ? last : `${parts.join(', ')}${and[language]}${last}`;
      };
      return { fr: join('fr'), en: join('en') };
    },
  };
}

const PLAIN: Pick<PapersRules, 'called' | 'and'> = {
  called: {
    dated: { fr: '{type} ({date})', en: '{type} ({date})' },
    dateless: { fr: '{type}', en: '{type}' },
    page: { fr: '{paper}, {page}', en: '{paper}, {page}' },
  },
  and: { fr: ', ', en: ', ' },
};

/** 2026-03-04 → 04/03/2026; shorter dates likewise. */
export function printedDate(iso: string): string {
  return iso.split('-').reverse().join('/');
}
