import type { CellRules } from '#casework/matrix/judge-cell.ts';
import { judgeCriteria, type Matrix } from '#casework/matrix/judge-criteria.ts';
import type { MatrixRules } from '#definitions/casework/matrix.schema.ts';
import type { DocumentType } from '#definitions/document-type.schema.ts';
import type { Flags } from '#definitions/flags.schema.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import type { Bilingual } from '#domain/findings.ts';

/** The same in both languages, told apart. */
export const both = (text: string): Bilingual => ({ fr: `${text} (fr)`, en: `${text} (en)` });

/** A matrix whose figures can be worked out in the head: a letter is worth 0.8 for help, a bill 0.5. */
export const MATRIX: MatrixRules = {
  metFrom: 75,
  repeated: 0.5,
  doubtfulBelow: 0.6,
  uncountedFlags: ['unreadable'],
  places: [],
  topics: [],
  needs: [],
  uncountedFindings: [],
  supporting: [],
  madeGood: [],
  sentences: {
    weight: both('{type} {weight}'),
    doubtful: both('doubtful'),
    copy: both('copy'),
    stranger: both('stranger'),
    supporting: both('supporting'),
    flagged: both('not counted: {flag}'),
    met: both('met {count} {strength} {best}'),
    weak: both('weak {count} {strength} {best}'),
    missing: both('missing'),
    unclear: both('unclear {count} {best}'),
  },
};

const flag = (factor: number, label: string): Flags['flags'][string] => ({
  label: both(label),
  severity: 'weak',
  message: both(label),
  factor,
});
const documentType = (id: string): DocumentType => ({
  id,
  label: both(id.toUpperCase()),
  group: 'any',
  issuers: [],
  expects: { date: false, letterhead: false, signature: 'no', translation: true, text: true },
  rules: [],
  fields: {},
});
const criterion = (id: string, evidence: Record<string, number>) => ({
  id,
  label: both(id),
  examines: both(id),
  evidence,
});

interface Changes extends Partial<Omit<CellRules, 'matrix' | 'pipeline'>> {
  readonly matrix?: Partial<MatrixRules>;
}

/** The small matrix over these papers. */
export function smallMatrix(papers: readonly CasePaper[], { matrix, ...changes }: Changes = {}): Matrix {
  const flags: Flags = {
    reviewFlag: 'look',
    flags: {
      torn: flag(0.5, 'torn'),
      creased: flag(1, 'creased'),
      unreadable: flag(0.2, 'unreadable'),
      foreign: flag(0.6, 'foreign'),
    },
    rules: [],
    advice: { unknown: both('…'), problems: {} },
    thresholds: {
      mark: 0.5, markDoubt: 0.4, letterhead: 0.5, languageShare: 0.2, languageConfidence: 0.5, issueDate: 0.5, runnerUp: 0.1,
    }, // biome-ignore format: none of them matters here
    pageNumbers: [],
    traits: {},
  };
  return judgeCriteria(papers, {
    matrix: { ...MATRIX, ...matrix },
    pipeline: {
      documentTypes: { letter: documentType('letter'), bill: documentType('bill') },
      evidenceTable: {
        article: 'none',
        source: both('none'),
        criteria: [
          criterion('help', { letter: 0.8, bill: 0.5, slip: 0.75 }),
          criterion('home', { bill: 0.9 }),
          criterion('work', { letter: 0.4, note: 0.8 }),
        ],
      },
      flags,
    },
    translated: new Set(),
    worseCopies: new Set(),
    strangers: new Set(),
    countryOf: () => 'maybe',
    ...changes,
  });
}
