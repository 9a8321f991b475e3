import type { MonthlyRules } from '#definitions/casework/series.schema.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { foldWords } from '#text/fold-words.ts';

/** A paper of a month. */
export interface MonthPaper {
  readonly paper: CasePaper;
  /** YYYY-MM. */
  readonly month: string;
}

/** The papers of one issuer, by month. */
export interface MonthlySeries {
  readonly issuer: string;
  readonly papers: readonly MonthPaper[];
}

const MONTH = /^\d{4}-\d{2}/;

/** What tells an issuer from others. */
interface IssuerSigns {
  readonly numbers: readonly string[];
  readonly name: string;
  readonly words: ReadonlySet<string>;
}

/** Puts the papers of a type together by issuer. Papers whose month or issuer was not read are in no series. */
export function monthlySeries(papers: readonly CasePaper[], rules: MonthlyRules): MonthlySeries[] {
  const series: { issuer: string; signs: IssuerSigns[]; papers: MonthPaper[] }[] = [];
  const forms = new Set(rules.legalForms.flatMap(foldWords));
  for (const paper of papers) {
    const month = monthOf(paper, rules);
    const signs = signsOf(paper, rules, forms);
    if (month === undefined || (signs.numbers.length === 0 && signs.words.size === 0)) continue;
    let into = series.find((one) => one.signs.some((known) => isOneIssuer(known, signs)));
    if (into === undefined) {
      into = { issuer: signs.name, signs: [], papers: [] };
      series.push(into);
    }
    into.signs.push(signs);
    into.papers.push({ paper, month });
  }
  return series.map(({ issuer, papers: found }) => ({
    issuer,
    papers: found.toSorted((a, b) => (a.month < b.month ? -1 : Number(a.month > b.month))),
  }));
}

function monthOf({ record }: CasePaper, rules: MonthlyRules): string | undefined {
  const period = record.fields[rules.period];
  if (record.type?.id !== rules.type || typeof period !== 'string' || !MONTH.test(period)) return undefined;
  return period.slice(0, 7);
}

function signsOf({ record }: CasePaper, rules: MonthlyRules, forms: ReadonlySet<string>): IssuerSigns {
  const numbers = rules.issuerNumbers
    .map((field) => record.fields[field])
    .filter((value): value is string => typeof value === 'string');
  const name = record.fields[rules.issuerName];
  const words = typeof name === 'string' ? foldWords(name).filter((word) => !forms.has(word)) : [];
  return { numbers, name: typeof name === 'string' ? name : (numbers[0] ?? ''), words: new Set(words) };
}

function isOneIssuer(one: IssuerSigns, other: IssuerSigns): boolean {
  return one.numbers.some((number) => other.numbers.includes(number)) || isOneName(one.words, other.words);
}

/** Whether the shorter of two names is in the other, but for a word in three. */
function isOneName(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const least = Math.min(one.size, other.size);
  return least > 0 && one.intersection(other).size * 3 >= least * 2;
}
