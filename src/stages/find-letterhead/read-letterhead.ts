import type { LanguageCues } from '#definitions/cues.schema.ts';
import type { IssuerCues } from '#definitions/issuer-cues.schema.ts';
import type { LetterheadRules as HeadRules, IssuerWeights } from '#definitions/issuer-weights.schema.ts';
import type { Letterhead } from '#domain/findings.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { chooseIssuer, type WeighedHead, weighHead } from './choose-issuer.ts';
import { echoesIn } from './echoes.ts';
import { type HeadLine, headLines, type PageWords } from './head-lines.ts';
import { headSegments } from './head-segments.ts';
import { issuerDetails } from './issuer-details.ts';
import { issuerWords } from './issuer-words.ts';
import { titleWords } from './title-words.ts';

export interface LetterheadRules {
  readonly issuerCues: readonly IssuerCues[];
  readonly cues: readonly LanguageCues[];
  readonly letterhead: HeadRules;
  readonly issuerWeights: IssuerWeights;
  /** Kinds of issuer that papers of this type come from as a rule. */
  readonly usualKinds: readonly string[];
}

/** What is said of a paper without a letterhead. */
export const NO_LETTERHEAD: Letterhead = {
  present: false,
  issuer: null,
  kind: null,
  address: null,
  phone: null,
  email: null,
  identifiers: {},
  page: null,
  box: null,
  confidence: 0.5,
};

/** Languages with less of the page than this are names and quotations. */
const SHARE_OF_PAGE = 0.1;
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo']);

/**
 * Whether a document stands on headed paper, and whose, from the first page that was read: its head, side column and foot.
 * `type` is the id of the kind of paper: some are never written on headed paper. Confidence is measured, not felt (`scripts/fit-issuer.ts`).
 */
export function readLetterhead(pages: readonly DocumentPage[], type: string, rules: LetterheadRules): Letterhead {
  const page = pages.find(({ state }) => state === 'read');
  if (page === undefined) return NO_LETTERHEAD;
  const { lines, weighed } = weighPages(page, pages, type, rules);
  const choice = chooseIssuer(weighed, rules.issuerWeights);
  if (choice === undefined || choice.presence < rules.letterhead.presentFrom)
    return { ...NO_LETTERHEAD, confidence: 1 - (choice?.presence ?? 0) };
  return {
    present: true,
    issuer: choice.candidate.text,
    ...issuerDetails(choice.candidate, lines),
    page: page.page,
    confidence: choice.presence * choice.share,
  };
}

/** The lines of a page's letterhead and all that is weighed about them; also what the weights are fitted on. */
export function weighPages(
  page: DocumentPage,
  pages: readonly DocumentPage[],
  type: string,
  rules: Omit<LetterheadRules, 'issuerWeights'>,
): { readonly lines: readonly HeadLine[]; readonly weighed: WeighedHead } {
  const words: PageWords = {
    issuer: issuerWords(rules.issuerCues),
    titles: titleWords(rules.cues),
    languages: new Set(page.languages.filter(({ share }) => share > SHARE_OF_PAGE).map(({ code }) => code)),
  };
  const segments = headSegments(page);
  const lines = headLines(segments, words);
  const weighed = weighHead(words, type, {
    lines,
    echoes: echoesIn(pages, lines),
    usualKinds: new Set(rules.usualKinds),
    isRightToLeft: page.languages.some(({ script, share }) => RIGHT_TO_LEFT.has(script) && share > 0.5),
    personalKinds: new Set(rules.letterhead.personalKinds),
  });
  return { lines, weighed };
}
