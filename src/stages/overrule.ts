import type { DocumentDecisions } from '#domain/decisions.ts';
import type { DocumentDates, DocumentLanguage, Letterhead, Place, TypeDecision } from '#domain/findings.ts';
import type { DocumentPage } from '#domain/page-reading.ts';

/** A person is sure. */
const CERTAIN = 1;

/** The type that a person named; what Liasse saw for it stays as the reason when it had named the same. */
export function overruleType(found: TypeDecision, { type }: DocumentDecisions): TypeDecision {
  if (type === undefined) return found;
  return { id: type, confidence: CERTAIN, alternatives: [], because: found.id === type ? found.because : [] };
}

/** The issue date that a person gave (null: undated), at the place where it is printed, if it is. */
export function overruleIssueDate(
  found: DocumentDates,
  { issueDate }: DocumentDecisions,
  pages: readonly DocumentPage[],
): DocumentDates {
  if (issueDate === undefined) return found;
  if (issueDate === null) return { ...found, issueDate: null, issueCandidates: [] };
  const printed = found.dates.find(({ iso }) => iso === issueDate);
  const place: Place =
    printed === undefined
      ? { text: '', page: pages[0]?.page ?? 1, box: [0, 0, 1, 1] }
      : { text: printed.text, page: printed.page, box: printed.box };
  return { ...found, issueDate: { ...place, iso: issueDate, confidence: CERTAIN }, issueCandidates: [] };
}

/** The issuer that a person named; null: the paper has no letterhead. */
export function overruleIssuer(found: Letterhead, { issuer }: DocumentDecisions): Letterhead {
  if (issuer === undefined) return found;
  return { ...found, present: issuer !== null, issuer, confidence: CERTAIN };
}

/** The main language that a person named, before whatever else was found. */
export function overruleLanguage(
  found: { languages: DocumentLanguage[] },
  { language }: DocumentDecisions,
): { languages: DocumentLanguage[] } {
  if (language === undefined) return found;
  const [main] = found.languages;
  const known = found.languages.find(({ code }) => code === language);
  const script = known?.script ?? main?.script ?? 'Zyyy';
  const others = found.languages.filter(({ code }) => code !== language);
  // A language that was taken for another has that one's share; where it stood beside others, they keep theirs.
  const share = known?.share ?? main?.share ?? 1;
  const rest = known === undefined ? others.slice(1) : others;
  return { languages: [{ code: language, script, share, confidence: CERTAIN }, ...rest] };
}
