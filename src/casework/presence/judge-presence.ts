import type { PresenceRules } from '#definitions/casework/presence.schema.ts';
import type { Presence, Statement } from '#domain/case-judgement.ts';
import type { CaseInput, CasePaper } from '#domain/case-paper.ts';
import { writeDate } from '../calendar/write-date.ts';
import { fillSentence } from '../fill-sentence.ts';
import { inOrder } from '../in-order.ts';
import { type ClaimedMonth, claimedMonths } from './claimed-months.ts';
import { type Entry, findEntry } from './find-entry.ts';
import { findStretches } from './find-stretches.ts';
import { monthNumber, monthsBetween } from './months.ts';
import { weighCountry } from './weigh-country.ts';

/** A month as one paper speaks of it. */
interface Proof extends ClaimedMonth {
  readonly paper: string;
}

/**
 * Months of residence in France since the entry (as the facts say, else as the papers do, else since the first proof), each with the papers that prove
 * it, the best first. Nothing after `asOf`; copies prove nothing.
 */
export function judgePresence(input: CaseInput, rules: PresenceRules): Presence {
  const to = input.asOf.slice(0, 7);
  const proofs = inOrder(input.papers)
    .flatMap((paper) => proofsOf(paper, rules))
    .filter(({ month }) => month <= to);
  const entry = findEntry({ ...input, papers: inOrder(input.papers) }, rules) ?? entryByProof(proofs, rules);
  if (entry === undefined) return NO_PRESENCE;
  const from = monthsBetween(entry.iso, entry.iso)[0] ?? to;
  if (from > to) {
    const message = fillSentence(rules.sentences.entryFuture, { date: writeDate(entry.iso) });
    return { ...NO_PRESENCE, because: [{ rule: 'entry-future', message, papers: entry.because.papers }] };
  }
  const months = monthsBetween(from, to).map((month) => judgeMonth(month, proofs));
  return {
    from,
    to,
    fromBecause: entry.because,
    months,
    stretches: findStretches(months, rules),
    because: [total(months, rules), ...entry.notes, ...earlierProof(proofs, { from, iso: entry.iso }, rules)],
  };
}

/** Where there is nothing to look at. */
export const NO_PRESENCE: Presence = {
  from: null,
  to: null,
  fromBecause: null,
  months: [],
  stretches: [],
  because: [],
};

function proofsOf(paper: CasePaper, rules: PresenceRules): Proof[] {
  const { record, key, copyOf } = paper;
  if (copyOf !== null || record.type === null) return [];
  const { id, confidence } = record.type;
  const fitting = rules.rules.filter(({ types }) => types.includes(id));
  if (fitting.length === 0) return [];
  const country = weighCountry(paper, rules.inFrance);
  if (country === 'no') return [];
  const isThin =
    country === 'maybe' ||
    confidence < rules.typeCertainFrom ||
    record.flags.some(({ code }) => rules.thinFlags.includes(code));
  return fitting
    .flatMap(({ claims }) => claims.flatMap((claim) => claimedMonths(paper, claim, rules)))
    .map(({ month, state }) => ({ month, state: isThin ? 'thin' : state, paper: key }));
}

function judgeMonth(month: string, proofs: readonly Proof[]): Presence['months'][number] {
  const here = proofs.filter((proof) => proof.month === month);
  const proving = here.filter(({ state }) => state === 'proven');
  const papers = [...new Set([...proving, ...here].map(({ paper }) => paper))];
  if (proving.length > 0) return { month, state: 'proven', papers };
  return { month, state: papers.length > 0 ? 'thin' : 'empty', papers };
}

function entryByProof(proofs: readonly Proof[], { sentences }: PresenceRules): Entry | undefined {
  const [first] = [...proofs].sort((a, b) => monthNumber(a.month) - monthNumber(b.month));
  if (first === undefined) return undefined;
  const message = fillSentence(sentences.entryProof, { date: writeDate(first.month) });
  return { iso: first.month, because: { rule: 'first-proof', message, papers: [first.paper] }, notes: [] };
}

function total(months: Presence['months'], { sentences }: PresenceRules): Statement {
  const count = (state: Presence['months'][number]['state']): number =>
    months.filter((one) => one.state === state).length;
  const counts = { months: months.length, proven: count('proven'), thin: count('thin'), empty: count('empty') };
  return { rule: 'total', message: fillSentence(sentences.total, counts), papers: [] };
}

/** A paper that proves presence before the entry: one of the two dates is wrong, or the entry was not the first. */
function earlierProof(
  proofs: readonly Proof[],
  { from, iso }: { readonly from: string; readonly iso: string },
  { sentences }: PresenceRules,
): Statement[] {
  const earlier = proofs.filter(({ month, state }) => month < from && state === 'proven');
  const [first] = [...earlier].sort((a, b) => monthNumber(a.month) - monthNumber(b.month));
  if (first === undefined) return [];
  const message = fillSentence(sentences.earlierProof, { month: writeDate(first.month), date: writeDate(iso) });
  return [{ rule: 'earlier-proof', message, papers: [...new Set(earlier.map(({ paper }) => paper))] }];
}
