import type { LanguageCues } from '#definitions/cues.schema.ts';
import type { Cutting } from '#definitions/cutting.schema.ts';
import type { PageCuts } from '#domain/decisions.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { boundaryEvidence, readNumbering } from './boundary-evidence.ts';
import { type PageSummary, summarisePage } from './summarise-page.ts';

/** A place where a document may begin but the evidence was not enough to cut: for a human to decide. */
export interface ProposedCut {
  /** 1-based number, within the file, of the page that may begin another document. */
  readonly page: number;
  readonly confidence: number;
}

/** The pages of one document as they were cut. */
export interface CutDocument {
  readonly pages: readonly DocumentPage[];
  /** 0..1: that the document begins, goes on and ends where it was cut. */
  readonly confidence: number;
  readonly proposed: readonly ProposedCut[];
}

/** Takes pages in order and gives documents back as soon as the next one begins. */
export interface Cutter {
  push(page: DocumentPage): CutDocument[];
  /** The document that was still open, if any. */
  end(): CutDocument[];
}

interface OpenDocument {
  readonly pages: DocumentPage[];
  readonly summaries: PageSummary[];
  readonly proposed: ProposedCut[];
  confidence: number;
}

/**
 * Cuts a scan into documents while it is being read. A numbered document is never cut inside; a blank page belongs to the document
 * before it and decides nothing; weak evidence is proposed, not acted on. Where a person cut or joined, that is how it is.
 */
export function createCutter(
  rules: Cutting,
  cues: readonly LanguageCues[],
  decided: PageCuts = new Map<number, boolean>(),
): Cutter {
  let open: OpenDocument | undefined;
  return {
    push: (page) => {
      const summary = summarisePage(page, rules, cues);
      if (open === undefined) {
        open = openDocument(page, summary, 1);
        return [];
      }
      const own = decided.get(page.page);
      const found = (): number => (summary.isBlank ? 0 : boundaryProbability(open?.summaries ?? [], summary, rules));
      const probability = own === undefined ? found() : Number(own);
      if (probability >= rules.cutAt) {
        const finished = closed(open, probability);
        open = openDocument(page, summary, probability);
        return [finished];
      }
      open.pages.push(page);
      if (!summary.isBlank) {
        open.summaries.push(summary);
        open.confidence *= 1 - probability;
        if (probability >= rules.proposeAt) open.proposed.push({ page: page.page, confidence: probability });
      }
      return [];
    },
    end: () => {
      const last = open;
      open = undefined;
      return last === undefined ? [] : [closed(last, 1)];
    },
  };
}

/** Probability that a new document begins on a page that follows the (non-blank) pages of another. */
function boundaryProbability(before: readonly PageSummary[], page: PageSummary, rules: Cutting): number {
  // Only blank pages so far: they lead the document that begins here.
  if (before.length === 0) return 0;
  if (readNumbering(before, page) === 'goes-on') return 0;
  let logit = rules.base;
  for (const [name, strength] of boundaryEvidence(before, page)) logit += (rules.weights[name] ?? 0) * strength;
  return 1 / (1 + Math.exp(-logit));
}

function openDocument(page: DocumentPage, summary: PageSummary, confidence: number): OpenDocument {
  return { pages: [page], summaries: summary.isBlank ? [] : [summary], proposed: [], confidence };
}

function closed(document: OpenDocument, endConfidence: number): CutDocument {
  return { pages: document.pages, proposed: document.proposed, confidence: document.confidence * endConfidence };
}
