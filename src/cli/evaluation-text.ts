import Table from 'cli-table3';
import type { Comparison } from '#app/evaluation/compare-document.ts';
import type { EvaluationReport, Figures } from '#app/evaluation/summarise.ts';

const COLUMNS: readonly (readonly [heading: string, figure: Exclude<keyof Figures, 'documents'>])[] = [
  ['type', 'typeRight'],
  ['wrong+sure', 'wrongAndConfident'],
  ['review', 'review'],
  ['language', 'languageRight'],
  ['date', 'issueDateRight'],
  ['letterhead', 'letterheadRight'],
  ['issuer', 'issuerRight'],
  ['signature', 'signatureRight'],
  ['stamp', 'stampRight'],
  ['flags F1', 'flagsF1'],
  ['fields', 'fieldsRight'],
  ['cuts', 'cutsRight'],
  ['CER', 'characterErrorMedian'],
];

/** The report of `liasse eval` as text: tables of percentages, then what came out wrong. */
export function evaluationText(report: EvaluationReport, wrong: readonly Comparison[]): string {
  const parts = [
    figuresTable('all', { all: report.all }),
    figuresTable('capture', report.byCapture),
    figuresTable('language', report.byLanguage),
    figuresTable('type', report.byType),
    `Fields (documents, right)\n${fieldLines(report).join('\n') || '  none'}`,
    cutsLine(report),
    `Confusion (truth → found)\n${confusionLines(report).join('\n') || '  none'}`,
    `Calibration (confidence: documents, mean confidence, right)\n${calibrationLines(report).join('\n')}`,
    `Risk–coverage (kept: right)\n${report.riskCoverage.map(({ coverage, right }) => `  ${percent(coverage)}: ${percent(right)}`).join('\n')}`,
    ...wrong.flatMap(wrongLine),
  ];
  return `${parts.join('\n\n')}\n`;
}

function figuresTable(name: string, groups: Readonly<Record<string, Figures>>): string {
  const table = new Table({
    head: [name, 'n', ...COLUMNS.map(([heading]) => heading)],
    style: { head: [], border: [], compact: true },
  });
  for (const [group, figures] of Object.entries(groups)) {
    table.push([group, String(figures.documents), ...COLUMNS.map(([, figure]) => percent(figures[figure]))]);
  }
  return table.toString();
}

function fieldLines({ byField }: EvaluationReport): string[] {
  return Object.entries(byField).map(([name, { documents, right }]) => `  ${name}: ${documents}, ${percent(right)}`);
}

function cutsLine({ cuts }: EvaluationReport): string {
  const { files, boundaries, precision, recall, f1 } = cuts;
  return `Cuts (${boundaries} boundaries in ${files} files of several pages): precision ${percent(precision)}, recall ${percent(recall)}, F1 ${percent(f1)}`;
}

function confusionLines({ confusion }: EvaluationReport): string[] {
  return Object.entries(confusion).flatMap(([truth, row]) =>
    Object.entries(row)
      .filter(([found]) => found !== truth)
      .map(([found, count]) => `  ${truth} → ${found}: ${count}`),
  );
}

function calibrationLines({ calibration }: EvaluationReport): string[] {
  return calibration
    .filter((bin) => bin.documents > 0)
    .map(
      (bin) =>
        `  ${bin.from.toFixed(1)}–${bin.to.toFixed(1)}: ${bin.documents}, ${percent(bin.meanConfidence)}, ${percent(bin.right)}`,
    );
}

function wrongLine(one: Comparison): string[] {
  const faults = [
    one.typeRight
      ? []
      : [`type ${one.truthType} → ${one.foundType ?? 'none'} (${one.confidence}${one.review ? ', review' : ''})`],
    one.languageRight ? [] : ['language'],
    one.cutRight ? [] : ['cut'],
    one.issueDateRight ? [] : ['date'],
    one.letterheadRight ? [] : ['letterhead'],
    one.issuerRight === false ? ['issuer'] : [],
    one.signatureRight ? [] : ['signature'],
    one.stampRight ? [] : ['stamp'],
    one.flags.missed.map((flag) => `-${flag}`),
    one.flags.wrong.map((flag) => `+${flag}`),
    Object.entries(one.fields).flatMap(([name, isRight]) => (isRight ? [] : [`field ${name}`])),
  ].flat();
  return faults.length === 0 ? [] : [`${one.id}: ${faults.join(', ')}`];
}

function percent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)}%`;
}
