import { type CutComparison, type CutFigures, cutFigures } from './compare-cuts.ts';
import type { Comparison } from './compare-document.ts';

/** Shares are 0..1; a share over nothing is null, never 0 or 1. */
export interface Figures {
  readonly documents: number;
  readonly typeRight: number | null;
  /** Wrong type and nobody asked to look: the number that must be small. */
  readonly wrongAndConfident: number | null;
  readonly review: number | null;
  readonly languageRight: number | null;
  readonly issueDateRight: number | null;
  readonly letterheadRight: number | null;
  readonly issuerRight: number | null;
  readonly signatureRight: number | null;
  readonly stampRight: number | null;
  readonly flagsF1: number | null;
  /** Of the fields that the truths name. */
  readonly fieldsRight: number | null;
  readonly cutsRight: number | null;
  readonly characterErrorMedian: number | null;
}

export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly documents: number;
  readonly meanConfidence: number | null;
  readonly right: number | null;
}

export interface EvaluationReport {
  readonly all: Figures;
  readonly byCapture: Readonly<Record<string, Figures>>;
  readonly byType: Readonly<Record<string, Figures>>;
  readonly byLanguage: Readonly<Record<string, Figures>>;
  /** By name of the field: documents whose truth names it, and how many came out right. */
  readonly byField: Readonly<Record<string, { readonly documents: number; readonly right: number | null }>>;
  /** Boundaries between the pages of files that have more than one. */
  readonly cuts: CutFigures;
  /** Truth type → found type → documents. `none` where nothing was found. */
  readonly confusion: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly calibration: readonly CalibrationBin[];
  /** Sending the least certain to review: for each share of documents kept, the share of those that are right. */
  readonly riskCoverage: readonly { readonly coverage: number; readonly right: number | null }[];
}

/** All figures over a set of comparisons. Pure, so that the same comparisons always give the same report. */
export function summarise(comparisons: readonly Comparison[], cuts: readonly CutComparison[] = []): EvaluationReport {
  return {
    all: figuresOf(comparisons),
    byCapture: grouped(comparisons, (one) => one.capture),
    byType: grouped(comparisons, (one) => one.truthType),
    byLanguage: grouped(comparisons, (one) => one.language),
    byField: byField(comparisons),
    cuts: cutFigures(cuts),
    confusion: confusionOf(comparisons),
    calibration: Array.from({ length: 10 }, (_, bin) => calibrationBin(comparisons, bin)),
    riskCoverage: [1, 0.95, 0.9, 0.85, 0.8, 0.7, 0.5].map((coverage) => keptAt(comparisons, coverage)),
  };
}

function figuresOf(comparisons: readonly Comparison[]): Figures {
  const issuers = comparisons.flatMap((one) => (one.issuerRight === null ? [] : [one.issuerRight]));
  const errors = comparisons.flatMap((one) => (one.characterErrorRate === null ? [] : [one.characterErrorRate]));
  const of = (isRight: (one: Comparison) => boolean): number | null => share(comparisons.map(isRight));
  return {
    documents: comparisons.length,
    typeRight: of((one) => one.typeRight),
    wrongAndConfident: of((one) => !one.typeRight && !one.review),
    review: of((one) => one.review),
    languageRight: of((one) => one.languageRight),
    issueDateRight: of((one) => one.issueDateRight),
    letterheadRight: of((one) => one.letterheadRight),
    issuerRight: share(issuers),
    signatureRight: of((one) => one.signatureRight),
    stampRight: of((one) => one.stampRight),
    flagsF1: flagsF1(comparisons),
    fieldsRight: share(comparisons.flatMap(({ fields }) => Object.values(fields))),
    cutsRight: of((one) => one.cutRight),
    characterErrorMedian: median(errors),
  };
}

function grouped(comparisons: readonly Comparison[], by: (one: Comparison) => string): Record<string, Figures> {
  const groups = [...Map.groupBy(comparisons, by)].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(groups.map(([name, members]) => [name, figuresOf(members)]));
}

function byField(comparisons: readonly Comparison[]): EvaluationReport['byField'] {
  const answers = comparisons.flatMap(({ fields }) => Object.entries(fields));
  const names = [...Map.groupBy(answers, ([name]) => name)].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    names.map(([name, all]) => [name, { documents: all.length, right: share(all.map(([, isRight]) => isRight)) }]),
  );
}

function confusionOf(comparisons: readonly Comparison[]): Record<string, Record<string, number>> {
  const table: Record<string, Record<string, number>> = {};
  for (const { truthType, foundType } of comparisons) {
    table[truthType] ??= {};
    const row = table[truthType];
    const column = foundType ?? 'none';
    row[column] = (row[column] ?? 0) + 1;
  }
  return table;
}

function calibrationBin(comparisons: readonly Comparison[], bin: number): CalibrationBin {
  const [from, to] = [bin / 10, (bin + 1) / 10];
  const inside = comparisons.filter(
    ({ confidence }) => confidence >= from && (confidence < to || (bin === 9 && confidence >= 1)),
  );
  const sum = inside.reduce((total, { confidence }) => total + confidence, 0);
  return {
    from,
    to,
    documents: inside.length,
    meanConfidence: inside.length === 0 ? null : sum / inside.length,
    right: share(inside.map((one) => one.typeRight)),
  };
}

function keptAt(comparisons: readonly Comparison[], coverage: number) {
  const best = comparisons
    .toSorted((a, b) => b.confidence - a.confidence)
    .slice(0, Math.round(comparisons.length * coverage));
  return { coverage, right: share(best.map((one) => one.typeRight)) };
}

function flagsF1(comparisons: readonly Comparison[]): number | null {
  let hit = 0;
  let missed = 0;
  let wrong = 0;
  for (const { flags } of comparisons) {
    hit += flags.hit.length;
    missed += flags.missed.length;
    wrong += flags.wrong.length;
  }
  return hit + missed + wrong === 0 ? null : (2 * hit) / (2 * hit + missed + wrong);
}

function share(answers: readonly boolean[]): number | null {
  return answers.length === 0 ? null : answers.filter(Boolean).length / answers.length;
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
