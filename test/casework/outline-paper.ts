import type { CasePaper } from '#domain/case-paper.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import type { DateRole } from '#domain/findings.ts';
import { aRecord } from '../support/a-record.ts';

/** What a test says of a paper; the rest is as on a well-read French paper. */
export interface PaperOutline {
  readonly key?: string;
  /** Null: nobody could tell. */
  readonly type: string | null;
  readonly confidence?: number;
  readonly alternatives?: readonly { readonly id: string; readonly confidence: number }[];
  readonly text?: string;
  readonly issued?: string | null;
  readonly issuedConfidence?: number;
  readonly dates?: readonly {
    readonly iso: string;
    readonly role: DateRole;
    readonly text: string;
    readonly confidence?: number;
  }[];
  readonly fields?: DocumentRecord['fields'];
  /** Null: none was recognised. */
  readonly language?: string | null;
  readonly letterhead?: Partial<NonNullable<DocumentRecord['letterhead']>>;
  readonly flags?: readonly string[];
  readonly copyOf?: string;
  /** Whatever else its record says. */
  readonly record?: Partial<DocumentRecord>;
}

const NO_LETTERHEAD = {
  present: true, issuer: null, kind: null, address: null, phone: null, email: null, identifiers: {}, page: 1, box: null, confidence: 0.9,
}; // biome-ignore format: a table reads better in rows
const PRECISIONS = ['year', 'month', 'day'] as const;

/** A paper of a case, for tests of what is made of it. */
export function outlinePaper(outline: PaperOutline): CasePaper {
  const { type, text = '', issued = null, fields = {}, dates = [], flags = [], language = 'fr' } = outline;
  const box: [number, number, number, number] = [0.1, 0.1, 0.2, 0.02];
  return {
    key: outline.key ?? `${type}:1`,
    copyOf: outline.copyOf ?? null,
    position: 0,
    text,
    record: aRecord({
      type:
        type === null
          ? null
          : {
              id: type,
              confidence: outline.confidence ?? 0.95,
              alternatives: [...(outline.alternatives ?? [])],
              because: [],
            },
      languages: language === null ? [] : [{ code: language, script: 'Latn', share: 1, confidence: 0.99 }],
      issueDate:
        issued === null
          ? null
          : { iso: issued, text: issued, page: 1, box, confidence: outline.issuedConfidence ?? 0.95 },
      dates: dates.map(({ iso, role, text: printed, confidence = 0.95 }) => ({
        iso, role, text: printed, confidence, page: 1, box, calendar: 'gregory' as const,
        precision: PRECISIONS[iso.split('-').length - 1] ?? 'day',
      })), // biome-ignore format: short keys in rows
      fields,
      fieldPlaces: Object.fromEntries(
        Object.keys(fields).map((name) => [name, { text: String(fields[name]), page: 1, box, confidence: 0.95 }]),
      ),
      letterhead: outline.letterhead === undefined ? null : { ...NO_LETTERHEAD, ...outline.letterhead },
      flags: flags.map((code) => ({ code, severity: 'weak', message: { fr: code, en: code }, page: null, box: null })),
      ...outline.record,
    }),
  };
}
