import { decidableSchema } from '#domain/decisions.ts';
import { documentId } from '#domain/document-id.ts';
import type { PageOutline } from '#domain/document-outline.ts';
import { DOCUMENT_SCHEMA_ID, type DocumentRecord } from '#domain/document-record.ts';
import { FAILURES, type LiasseFailure } from '#domain/failure.ts';
import type { Bilingual, Flag, Place } from '#domain/findings.ts';
import { roundedBox } from '#domain/geometry.ts';
import type { KeptArtifacts } from '#domain/kept-judgement.ts';
import { type CutFields, NO_CUTS } from './describe-cuts.ts';
import type { ModelAdvice } from './model-advice.ts';
import { readingWarnings } from './reading-warnings.ts';
import { recordStatus } from './record-status.ts';

/** Where a document came from: what every record says first. */
export interface DocumentOrigin {
  /** As given, relative to PATH; parts of archives behind `!/`. */
  readonly file: string;
  readonly sha256: string;
  readonly mediaType: string;
  /** Pages of the whole file. */
  readonly pageCount: number;
  readonly pipeline: { readonly id: string; readonly version: string };
}

/** The published record of a document that was processed, its members in the order of the schema. */
export function buildRecord(
  origin: DocumentOrigin,
  artifacts: KeptArtifacts,
  options: {
    readonly language: keyof Bilingual;
    readonly markThreshold: number;
    readonly advice: ModelAdvice;
    readonly cuts: CutFields;
  },
): DocumentRecord {
  const { pages } = artifacts['outline-pages'];
  const { dates, issueDate } = artifacts['find-dates'];
  const letterhead = artifacts['find-letterhead'];
  const type = artifacts.classify;
  const assessment = artifacts['assess-evidence'];
  const unread = pages.filter((page) => page.state === 'failed');
  return {
    ...recordHead(origin, pages),
    status: recordStatus(pages, assessment),
    error: pageError(unread, options.language),
    type: {
      ...type,
      confidence: rounded(type.confidence),
      alternatives: type.alternatives.map((other) => ({ ...other, confidence: rounded(other.confidence) })),
      because: type.because.map(roundedPlace),
    },
    languages: artifacts['detect-language'].languages.map((language) => ({
      ...language,
      share: rounded(language.share),
      confidence: rounded(language.confidence),
    })),
    issueDate: issueDate === null ? null : { ...roundedPlace(issueDate), confidence: rounded(issueDate.confidence) },
    dates: dates.map((date) => ({ ...roundedPlace(date), confidence: rounded(date.confidence) })),
    letterhead: {
      ...letterhead,
      box: letterhead.box === null ? null : roundedBox(letterhead.box),
      confidence: rounded(letterhead.confidence),
    },
    marks: documentMarks(pages, options.markThreshold),
    fields: Object.fromEntries(
      Object.entries(artifacts['extract-fields'].fields).map(([name, field]) => [name, field.value]),
    ),
    fieldPlaces: placesOf(artifacts['extract-fields'].fields),
    flags: assessment.flags.map(withRoundedBox),
    dismissed: (assessment.dismissed ?? []).map(withRoundedBox),
    criteria: assessment.criteria.map((criterion) => ({ ...criterion, weight: rounded(criterion.weight) })),
    score: assessment.score,
    ocr: {
      confidence: rounded(mean(pages.filter((page) => page.state === 'read').map((page) => page.confidence))),
      pages: pages.map((page) => ({
        page: page.page,
        state: page.state,
        source: page.source,
        engine: page.engine,
        model: page.model,
        turned: page.turned,
        missingModel: options.advice.missingModel(page),
      })),
    },
    warnings: readingWarnings(pages, options.advice),
    ...options.cuts,
    decided: decidableSchema.options.filter((field) => artifacts.decisions[field] !== undefined),
    pipeline: origin.pipeline,
  };
}

/** The record of a file, or of a page range of it, that could not be processed. */
export function buildFailedRecord(
  origin: Pick<DocumentOrigin, 'file' | 'pipeline'> & Partial<DocumentOrigin>,
  failure: LiasseFailure,
  language: keyof Bilingual,
): DocumentRecord {
  return {
    schema: DOCUMENT_SCHEMA_ID,
    id: documentId(origin.sha256 ?? `no-bytes:${origin.file}`, 0, 0),
    file: origin.file,
    sha256: origin.sha256 ?? null,
    mediaType: origin.mediaType ?? null,
    pages: null,
    status: 'failed',
    error: { code: failure.code, message: FAILURES[failure.code].message[language] },
    type: null,
    languages: [],
    issueDate: null,
    dates: [],
    letterhead: null,
    marks: null,
    fields: {},
    fieldPlaces: {},
    flags: [],
    dismissed: [],
    criteria: [],
    score: null,
    ocr: null,
    warnings: [],
    ...NO_CUTS,
    decided: [],
    pipeline: origin.pipeline,
  };
}

function recordHead(origin: DocumentOrigin, pages: readonly PageOutline[]) {
  const from = pages[0]?.page ?? 1;
  const to = pages.at(-1)?.page ?? from;
  return {
    schema: DOCUMENT_SCHEMA_ID,
    id: documentId(origin.sha256, from, to),
    file: origin.file,
    sha256: origin.sha256,
    mediaType: origin.mediaType,
    pages: { from, to, of: origin.pageCount },
  } as const;
}

/** A page that could not be read is told even when the rest of the document was. */
function pageError(unread: readonly PageOutline[], language: keyof Bilingual): DocumentRecord['error'] {
  const [first] = unread;
  if (first === undefined) return null;
  const code = Object.hasOwn(FAILURES, first.failure ?? '') ? (first.failure ?? '') : 'recognizer-failed';
  const pages = unread.map(({ page }) => page);
  return { code, message: failedPagesMessage(pages, code, language) };
}

/** What is said of pages that could not be read. */
export function failedPagesMessage(pages: readonly number[], code: string, language: keyof Bilingual): string {
  const list = pages.join(', ');
  return { fr: `Page ${list} : `, en: `Page ${list}: ` }[language] + failureMessage(code, language);
}

/** The sentence of a failure; empty for a code that this version does not know. */
export function failureMessage(code: string, language: keyof Bilingual): string {
  return Object.entries(FAILURES).find(([name]) => name === code)?.[1].message[language] ?? '';
}

function documentMarks(pages: readonly PageOutline[], threshold: number): DocumentRecord['marks'] {
  const certain = (kind: 'signature' | 'stamp') =>
    pages.flatMap((page) => page.marks.filter((mark) => mark.kind === kind && mark.confidence >= threshold));
  const signatures = certain('signature');
  const stamps = certain('stamp');
  return {
    signature: signatures.length > 0,
    stamp: stamps.length > 0,
    boxes: [...signatures, ...stamps].map((mark) => roundedBox(mark.box)),
  };
}

function placesOf(fields: KeptArtifacts['extract-fields']['fields']): DocumentRecord['fieldPlaces'] {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, { place, confidence }]) =>
      place === null ? [] : [[name, { ...roundedPlace(place), confidence: rounded(confidence) }]],
    ),
  );
}

function roundedPlace<P extends Place>(place: P): P {
  return { ...place, box: roundedBox(place.box) };
}

function withRoundedBox<F extends Flag>(flag: F): F {
  return { ...flag, box: flag.box === null ? null : roundedBox(flag.box) };
}

/** Three decimals: more would be noise, and output must stay byte-equal. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
