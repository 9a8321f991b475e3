import type { LanguageCues } from '#definitions/cues.schema.ts';
import type { BoundaryEvidence, Cutting } from '#definitions/cutting.schema.ts';
import type { PageCuts } from '#domain/decisions.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { boundaryEvidence, type DocumentSoFar } from './boundary-evidence.ts';
import { prepareCutting } from './cutting-knowledge.ts';
import { readNumbering } from './read-numbering.ts';
import { type PageSummary, summarisePage } from './summarise-page.ts';

/** How sure it is that a document begins on a page, and what speaks for it, weightiest first. */
export interface Boundary {
  /** 0..1; of the boundaries at 0.9, nine in ten are real. 1 where a person cut. */
  readonly confidence: number;
  readonly because: readonly BoundaryEvidence[];
  readonly isDecided: boolean;
}

/** A place where a document may begin but the evidence was not enough to cut: for a human to decide. */
export interface ProposedCut extends Boundary {
  /** 1-based number, within the file, of the page that may begin another document. */
  readonly page: number;
}

/** The pages of one document as they were cut. */
export interface CutDocument {
  readonly pages: readonly DocumentPage[];
  /** Why it was cut from the pages before; null for the first document of a file. */
  readonly beginning: Boundary | null;
  readonly proposed: readonly ProposedCut[];
}

/** Takes pages in order and gives documents back as soon as the next one begins. */
export interface Cutter {
  push(page: DocumentPage): CutDocument[];
  /** The document that was still open, if any. */
  end(): CutDocument[];
}

/** Raise it whenever the same pages and rules may be cut otherwise. */
export const CUTTING_VERSION = 1;

interface OpenDocument {
  readonly pages: DocumentPage[];
  readonly beginning: Boundary | null;
  readonly proposed: ProposedCut[];
  soFar: DocumentSoFar;
}

const NOTHING_SO_FAR: DocumentSoFar = { pages: [], blankSince: 0, blankInside: 0 };
const NO_BOUNDARY: Boundary = { confidence: 0, because: [], isDecided: false };
/** How many pieces of evidence a person is told. */
const TOLD = 4;
/** Evidence below this log-odds is not worth telling. */
const WORTH_TELLING = 0.25;

/**
 * Cuts a scan into documents while it is being read. A numbered document is never cut inside; a blank page belongs to the document
 * before it and begins none; weak evidence is proposed, not acted on. Where a person cut or joined, that is how it is.
 */
export function createCutter(
  rules: Cutting,
  cues: readonly LanguageCues[],
  decided: PageCuts = new Map<number, boolean>(),
): Cutter {
  const knowledge = prepareCutting(rules, cues);
  let open: OpenDocument | undefined;
  return {
    push: (page) => {
      const summary = summarisePage(page, knowledge);
      if (open === undefined) {
        open = openDocument(page, summary, null);
        return [];
      }
      const own = decided.get(page.page);
      const boundary = own === undefined ? weighBoundary(open.soFar, summary, rules) : asDecided(own);
      if (boundary.confidence >= rules.cutAt) {
        const finished = open;
        open = openDocument(page, summary, boundary);
        return [finished];
      }
      open.pages.push(page);
      open.soFar = withPage(open.soFar, summary);
      if (boundary.confidence >= rules.proposeAt) open.proposed.push({ page: page.page, ...boundary });
      return [];
    },
    end: () => {
      const last = open;
      open = undefined;
      return last === undefined ? [] : [last];
    },
  };
}

/** How surely a new document begins on a page that follows the pages of another. */
export function weighBoundary(before: DocumentSoFar, page: PageSummary, rules: Cutting): Boundary {
  // Only blank pages so far lead the document that begins here; a blank page leads none.
  if (before.pages.length === 0 || page.isBlank) return NO_BOUNDARY;
  if (readNumbering(before.pages, page) === 'goes-on') return NO_BOUNDARY;
  const weighed = [...boundaryEvidence(before, page)].map(([name, strength]) => ({
    name,
    logOdds: rules.evidence[name].weight * strength,
  }));
  const logOdds = weighed.reduce((sum, one) => sum + one.logOdds, rules.base);
  const speaking = weighed.filter((one) => one.logOdds >= WORTH_TELLING).toSorted((a, b) => b.logOdds - a.logOdds);
  return {
    confidence: 1 / (1 + Math.exp(-logOdds)),
    because: speaking.slice(0, TOLD).map(({ name }) => name),
    isDecided: false,
  };
}

function asDecided(isCut: boolean): Boundary {
  return { confidence: Number(isCut), because: [], isDecided: true };
}

function openDocument(page: DocumentPage, summary: PageSummary, beginning: Boundary | null): OpenDocument {
  return { pages: [page], beginning, proposed: [], soFar: withPage(NOTHING_SO_FAR, summary) };
}

/** The document with one page more. */
export function withPage(before: DocumentSoFar, page: PageSummary): DocumentSoFar {
  if (page.isBlank) return { ...before, blankSince: before.pages.length === 0 ? 0 : before.blankSince + 1 };
  return {
    pages: [...before.pages, page],
    blankSince: 0,
    blankInside: before.blankInside + before.blankSince,
  };
}
