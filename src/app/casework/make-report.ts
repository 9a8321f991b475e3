import { findBrowser } from '#adapters/browser/find-browser.ts';
import { printToPdf } from '#adapters/browser/print-to-pdf.ts';
import { drawPresence } from '#casework/presence/draw-presence.ts';
import { renderReport } from '#casework/report/render-report.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { Bilingual } from '#domain/findings.ts';
import { searchPath } from '../config.ts';
import type { Keeping } from '../keeping/open-keeping.ts';
import { loadPipeline } from '../load-pipeline.ts';
import { labelsOf } from '../pipeline-labels.ts';
import { clipFlags } from './clip-flags.ts';
import { judgeKeptCase } from './judge-kept-case.ts';
import { type PaperOfOtherCase, papersOfOtherCases } from './other-cases.ts';

export type ReportFormat = 'html' | 'pdf' | 'json';

export interface ReportOptions {
  readonly format: ReportFormat;
  readonly language: keyof Bilingual;
  readonly pipelineId: string;
  /** The day of the judgement, ISO 8601. */
  readonly asOf: string;
  /** For locked originals, whose places are shown. */
  readonly passwords: readonly string[];
  /** Told of papers that name clients of other cases: the report does not say which cases these are, for it may be shown to the client. */
  readonly onOtherCases?: (papers: readonly PaperOfOtherCase[]) => void;
}

/**
 * The report of a kept case. PDF is printed by a browser of this machine: throws `browser-missing`, `browser-failed`; also `case-unknown`,
 * `DefinitionFailure`.
 */
export async function makeReport(keeping: Keeping, caseName: string, options: ReportOptions): Promise<Uint8Array> {
  const { format, language, pipelineId } = options;
  const browser = format === 'pdf' ? findBrowser(searchPath()) : undefined;
  if (format === 'pdf' && browser === undefined) throw new LiasseFailure('browser-missing');
  const { input, judgement } = await judgeKeptCase(keeping, caseName, options);
  options.onOtherCases?.(await papersOfOtherCases(keeping, input, judgement));
  if (format === 'json') return Buffer.from(`${JSON.stringify(judgement, null, 2)}\n`);
  const pipeline = await loadPipeline(pipelineId);
  const clippings = await clipFlags(keeping, input.papers, options.passwords);
  const { papers } = input;
  const timeline = judgement.presence.months.length === 0 ? undefined : drawPresence(judgement.presence, { language });
  const page = renderReport(
    { judgement, papers, permit: pipeline.label, ...labelsOf(pipeline, language), clippings, timeline },
    language,
  );
  return browser === undefined ? Buffer.from(page) : printToPdf(page, browser);
}
