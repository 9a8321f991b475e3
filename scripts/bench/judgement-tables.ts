import type { Comparison } from '../../src/app/evaluation/compare-document.ts';
import { type Figures, summarise } from '../../src/app/evaluation/summarise.ts';
import { CORE_TYPES, calibrationError, deciles, interval, median, scriptOf, share } from './figures.ts';
import { number, percent, table } from './markdown.ts';
import { type LotResult, pagesOf, perPage } from './results.ts';

type Row = readonly [name: string, of: (lot: LotResult) => string];

/** All figures by lot. The unseen lot's shares stand with the range that so few papers leave open. */
export function headlineTable(lots: readonly LotResult[]): string {
  const figure = (of: (documents: readonly Comparison[]) => readonly boolean[]) => (result: LotResult) => {
    const answers = of(result.evaluation.comparisons);
    const part = share(answers);
    const range = part === null || result.lot.id !== 'unseen' ? null : interval(part, answers.length);
    return range === null
      ? percent(part)
      : `${percent(part)} (${range.map((end) => (end * 100).toFixed(0)).join('–')})`;
  };
  const errors = (isLatin: boolean) => (result: LotResult) =>
    percent(
      medianError(result.evaluation.comparisons.filter((one) => (scriptOf(one.language) === 'Latn') === isLatin)),
    );
  const total = (result: LotResult): Figures => summarise(result.evaluation.comparisons).all;
  const rows: readonly Row[] = [
    ['files / documents / pages', (one) => counts(one)],
    ['languages / types', (one) => variety(one.evaluation.comparisons)],
    ['letters wrong, median, Latin script', errors(true)],
    ['letters wrong, median, other scripts', errors(false)],
    ['main language right', figure((all) => all.map((one) => one.languageRight))],
    ['type right', figure((all) => all.map((one) => one.typeRight))],
    ['four core types right', figure((all) => all.filter(isCore).map((one) => one.typeRight))],
    ['wrong and nobody asked to look', figure((all) => all.map((one) => !one.typeRight && !one.review))],
    ['sent to a person', figure((all) => all.map((one) => one.review))],
    ['issue date exact, or rightly none', figure((all) => all.map((one) => one.issueDateRight))],
    [
      'issuer named right',
      figure((all) => all.flatMap(({ issuerRight }) => (issuerRight === null ? [] : [issuerRight]))),
    ],
    ['signature there or not', figure((all) => all.map((one) => one.signatureRight))],
    ['stamp there or not', figure((all) => all.map((one) => one.stampRight))],
    ['flags, F1', (one) => number(total(one).flagsF1)],
    ['cuts, F1 (boundaries)', ({ evaluation: { report } }) => `${number(report.cuts.f1)} (${report.cuts.boundaries})`],
    ['fields right', (one) => percent(total(one).fieldsRight)],
    ['calibration error (ECE)', ({ evaluation }) => number(calibrationError(evaluation.comparisons), 3)],
    ['processor seconds a page', (one) => number(perPage([one.use], pagesOf(one.files)).cpuSeconds)],
    ['seconds a page on the clock', (one) => number(perPage([one.use], pagesOf(one.files)).seconds)],
    ['peak memory, all processes (what they share counts once)', (one) => megabytes(one.use.peakMegabytes)],
  ];
  const head = ['', ...lots.map(({ lot }) => lot.title)];
  return table(
    head,
    rows.map(([name, of]) => [name, ...lots.map(of)]),
  );
}

const GROUP_HEAD = ['documents', 'letters wrong', 'language', 'type', 'core types', 'wrong and sure', 'to a person', 'date', 'issuer', 'signature', 'stamp', 'flags F1'] as const; // biome-ignore format: one line a table
/** A row of fewer documents says nothing, and could tell of a single unseen paper. */
const FEWEST = 6;

/** Figures by whatever groups the documents, the names in order. Groups that are too small for a figure share the last row. */
export function groupTable(
  documents: readonly Comparison[],
  name: string,
  by: (document: Comparison) => string,
): string {
  const groups = [...Map.groupBy(documents, by)].sort(([a], [b]) => (a < b ? -1 : 1));
  const isSmall = (members: readonly Comparison[]): boolean => members.length < FEWEST;
  const small = groups.filter(([, members]) => isSmall(members));
  const together = small.flatMap(([, members]) => members);
  const rest: [string, Comparison[]][] =
    together.length === 0 ? [] : [[`others: ${small.map(([group]) => group).join(', ')}`, together]];
  return table(
    [name, ...GROUP_HEAD],
    [...groups.filter(([, members]) => !isSmall(members)), ...rest].map(([group, members]) => [
      group,
      ...groupRow(members),
    ]),
  );
}

function groupRow(members: readonly Comparison[]): string[] {
  const all = summarise(members).all;
  const core = share(members.filter(isCore).map(({ typeRight }) => typeRight));
  const shares = [all.languageRight, all.typeRight, core, all.wrongAndConfident, all.review, all.issueDateRight];
  const marks = [all.issuerRight, all.signatureRight, all.stampRight];
  return [
    String(all.documents),
    percent(all.characterErrorMedian),
    ...[...shares, ...marks].map(percent),
    number(all.flagsF1),
  ];
}

export function scriptTable(documents: readonly Comparison[]): string {
  const groups = [...Map.groupBy(documents, ({ language }) => scriptOf(language))].sort(([a], [b]) => (a < b ? -1 : 1));
  return table(
    ['script', 'documents', 'languages', 'letters wrong, median', 'language right'],
    groups.map(([script, members]) => [
      script,
      String(members.length),
      [...new Set(members.map(({ language }) => language))].sort().join(' '),
      percent(medianError(members)),
      percent(share(members.map(({ languageRight }) => languageRight))),
    ]),
  );
}

/** Deciles of confidence, of each set of documents. */
export function calibrationTable(
  sets: readonly { readonly title: string; readonly documents: readonly Comparison[] }[],
): string {
  const columns = sets.map(({ documents }) => deciles(documents));
  const head = ['confidence', ...sets.flatMap(({ title }) => [`${title}: documents`, 'said', 'right'])];
  const rows = Array.from({ length: 10 }, (_, index) => [
    `${index / 10} – ${(index + 1) / 10}`,
    ...columns.flatMap((bins) => {
      const bin = bins[index];
      return [String(bin?.documents ?? 0), percent(bin?.meanConfidence ?? null), percent(bin?.right ?? null)];
    }),
  ]);
  return table(head, rows);
}

export function medianError(documents: readonly Pick<Comparison, 'characterErrorRate'>[]): number | null {
  return median(documents.flatMap(({ characterErrorRate: rate }) => (rate === null ? [] : [rate])));
}

export function megabytes(value: number | null): string {
  return value === null ? '–' : `${value} MB`;
}

function isCore({ truthType }: Comparison): boolean {
  return CORE_TYPES.includes(truthType);
}

function counts({ files, evaluation }: LotResult): string {
  return `${files.length} / ${evaluation.comparisons.length} / ${pagesOf(files)}`;
}

function variety(documents: readonly Comparison[]): string {
  return `${new Set(documents.map(({ language }) => language)).size} / ${new Set(documents.map(({ truthType }) => truthType)).size}`;
}
