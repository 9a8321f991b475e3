import type { Comparison } from '../../src/app/evaluation/compare-document.ts';
import type { Evaluation } from './evaluation.schema.ts';
import type { LaidFile } from './lay-files.ts';
import type { Lot } from './lots.ts';
import type { YardstickRun } from './measure-yardstick.ts';
import type { Use } from './watched-run.ts';

/** How Liasse did on the files of one lot. */
export interface LotResult {
  readonly lot: Lot;
  readonly files: readonly LaidFile[];
  readonly evaluation: Evaluation;
  readonly use: Use;
}

/** The same files by Liasse and by what people use today. */
export interface YardstickResult {
  readonly lot: Lot;
  readonly files: readonly LaidFile[];
  readonly liasse: readonly Comparison[];
  /** What Liasse took for a page of the lot that these files are from. */
  readonly liasseUse: PageUse;
  readonly runs: readonly YardstickRun[];
  /** All languages of these files: what OCRmyPDF is told when it is not told the right one. */
  readonly languages: readonly string[];
  readonly withoutModel: readonly string[];
}

/** Where and how a run was made. */
export interface RunSetting {
  readonly day: string;
  readonly command: string;
  readonly seed: string;
  readonly machine: string;
  readonly versions: readonly string[];
  readonly minutes: number;
}

export interface PageUse {
  readonly pages: number;
  readonly seconds: number;
  readonly cpuSeconds: number | null;
  readonly peakMegabytes: number | null;
}

export function pagesOf(files: readonly LaidFile[]): number {
  return files.reduce((sum, { pages }) => sum + pages, 0);
}

/** What several uses took for a page. */
export function perPage(uses: readonly Use[], pages: number): PageUse {
  const sum = (of: (use: Use) => number | null): number | null =>
    uses.reduce<number | null>((total, use) => {
      const one = of(use);
      return total === null || one === null ? null : total + one;
    }, 0);
  const cpuSeconds = sum((use) => use.cpuSeconds);
  const peaks = uses.flatMap(({ peakMegabytes }) => (peakMegabytes === null ? [] : [peakMegabytes]));
  return {
    pages,
    seconds: (sum(({ seconds }) => seconds) ?? 0) / pages,
    cpuSeconds: cpuSeconds === null ? null : cpuSeconds / pages,
    peakMegabytes: peaks.length === 0 ? null : Math.max(...peaks),
  };
}
