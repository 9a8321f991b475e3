import type { PresenceRules } from '#definitions/casework/presence.schema.ts';
import type { Statement } from '#domain/case-judgement.ts';
import type { CaseInput } from '#domain/case-paper.ts';
import { writeDate } from '../calendar/write-date.ts';
import { fillSentence } from '../fill-sentence.ts';
import { monthNumber } from './months.ts';

/** When the count of months begins, and why. */
export interface Entry {
  /** As it is known: day, month or year. */
  readonly iso: string;
  readonly because: Statement;
  /** What else is to be said of it. */
  readonly notes: readonly Statement[];
}

/** The entry into France: as the facts say, else as most papers do (the earliest of several), else undefined. */
export function findEntry({ papers, facts, asOf }: CaseInput, rules: PresenceRules): Entry | undefined {
  const { sentences, certainFrom, mostYears } = rules;
  const isPlausible = (iso: string): boolean => monthNumber(asOf) - monthNumber(iso) <= 12 * mostYears;
  const printed = papers
    .filter(({ copyOf }) => copyOf === null)
    .flatMap(({ key, record }) => record.dates.map((date) => ({ ...date, key })))
    .filter(({ role, confidence, iso }) => role === 'entry' && confidence >= certainFrom && iso <= asOf)
    .filter(({ iso }) => isPlausible(iso));
  const stated = facts.entry !== undefined && isPlausible(facts.entry) ? facts.entry : undefined;
  const iso = stated ?? mostPrinted(printed.map((date) => date.iso));
  if (iso === undefined) return undefined;
  const agreeing = printed.filter((date) => isSame(date.iso, iso)).map(({ key }) => key);
  const sentence = stated === undefined ? sentences.entryPaper : sentences.entryFact;
  const others = printed.filter((date) => !isSame(date.iso, iso));
  return {
    iso,
    because: { rule: 'entry', message: fillSentence(sentence, { date: writeDate(iso) }), papers: unique(agreeing) },
    notes: [
      ...(iso.length < 10
        ? [{ rule: 'entry-short', message: fillSentence(sentences.entryShort, { date: writeDate(iso) }), papers: [] }]
        : []),
      ...(others.length > 0
        ? [
            {
              rule: 'entries-differ',
              message: fillSentence(sentences.entriesDiffer, {
                dates: inWords([iso, ...others.map((date) => date.iso)]),
              }),
              papers: unique(others.map(({ key }) => key)),
            },
          ]
        : []),
    ],
  };
}

/** The date that most papers print; of several, the earliest. */
function mostPrinted(dates: readonly string[]): string | undefined {
  const count = (iso: string): number => dates.filter((date) => date === iso).length;
  return unique(dates).sort((a, b) => count(b) - count(a) || (a < b ? -1 : 1))[0];
}

/** A date and a shortened form of it are the same date. */
function isSame(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

function inWords(dates: readonly string[]): { fr: string; en: string } {
  const words = unique(dates).sort().map(writeDate);
  return { fr: words.map(({ fr }) => fr).join(', '), en: words.map(({ en }) => en).join(', ') };
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
