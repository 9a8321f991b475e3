import type { Flags } from '#definitions/flags.schema.ts';

const both = (text: string) => ({ fr: `${text} (fr)`, en: `${text} (en)` });
const flag = (factor: number, message: string): Flags['flags'][string] => ({
  label: both('label'),
  severity: 'weak',
  message: both(message),
  factor,
});

/** Flags whose figures can be worked out in the head. */
export const SMALL_FLAGS: Flags = {
  reviewFlag: 'look',
  flags: {
    blurred: flag(0.5, '{title}: {advice}'),
    old: flag(0.8, 'of {date}, {age} days'),
    look: flag(1, 'look at it'),
  },
  rules: [],
  advice: { unknown: both('nobody knows'), problems: { dark: both('too dark'), cut: both('cut off') } },
  thresholds: {
    mark: 0.8,
    markDoubt: 0.4,
    letterhead: 0.6,
    languageShare: 0.3,
    languageConfidence: 0.7,
    issueDate: 0.5,
    runnerUp: 0.2,
  },
  pageNumbers: [],
  traits: { vague: { words: { fr: ['vague'] }, patterns: [] }, concrete: { words: { de: ['genau'] }, patterns: [] } },
};
