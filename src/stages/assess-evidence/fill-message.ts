import type { Condition } from '#definitions/condition.schema.ts';
import { daysBetween } from '#text/calendar-days.ts';
import type { Facts } from './facts.ts';

/** What a sentence says beyond facts, in its own language. */
export interface SentenceWords {
  /** The type of paper. */
  readonly title: string;
  /** What went wrong with the picture. */
  readonly advice: string;
  /** What a language is called, by its code. */
  nameOf(language: string): string;
}

/** Replaces {placeholders} by facts; one that is not known becomes "…", so that a sentence never shows a brace. */
export function fillMessage(message: string, facts: Facts, words: SentenceWords): string {
  return message.replace(/\{([a-z]+)\}/g, (_whole, name: string) => factText(name, facts, words));
}

function factText(name: string, facts: Facts, { title, advice, nameOf }: SentenceWords): string {
  const main = facts.values.get('languages.main');
  const issue = facts.values.get('issueDate');
  const known: Record<string, unknown> = {
    title,
    advice,
    date: issue,
    age: typeof issue === 'string' ? daysBetween(issue, facts.asOf) : undefined,
    expiry: facts.values.get('fields.expiry') ?? facts.values.get('dates.expiry') ?? facts.values.get('dates.end'),
    pages: facts.values.get('pages.count'),
    limit: facts.values.get('expects.maxPages'),
    missing: facts.values.get('pages.missing'),
    // Names of languages take long to be loaded: only for a sentence that has one.
    language: name === 'language' && typeof main === 'string' ? nameOf(main) : undefined,
  };
  const value = known[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '…';
}

/** The facts a condition asks, in order: the first that has a place is where the flag is shown. */
export function factsAskedBy(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(factsAskedBy);
  if ('any' in condition) return condition.any.flatMap(factsAskedBy);
  return 'not' in condition ? factsAskedBy(condition.not) : [condition.fact];
}
