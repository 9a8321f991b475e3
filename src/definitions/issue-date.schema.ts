import { z } from 'zod';

/** What may speak for or against a printed date being the day the paper was issued; measured in `find-dates/issue-signs.ts`. */
export const issueSignSchema = z.enum([
  // What the words beside it say.
  'issue-label',
  'issue-in-text',
  'signing-label',
  'discharge-label',
  'birth-label',
  'law-label',
  'event-label',
  'period-label',
  'expiry-label',
  'entry-label',
  'appointment-label',
  'range',
  'trace',
  'machine-line',
  'numbered',
  'clock',
  // How it stands on its line.
  'placed',
  'alone',
  'line-end',
  'line-start',
  'prose',
  'running',
  'worded',
  'column',
  'row',
  // Where it stands on the paper.
  'head',
  'foot',
  'edge',
  'opening',
  'closing',
  'last-page',
  'right',
  'stamped',
  'near-signature',
  // How it compares with the other dates and with the day of judging.
  'first',
  'last',
  'only',
  'latest',
  'older',
  'old',
  'future',
  'repeated',
  // What it is.
  'month',
  'year',
  'short-year',
]);
export type IssueSign = z.infer<typeof issueSignSchema>;

/** `issue-date.yaml`: how the date of issue is told from the other dates of a paper. */
export const issueDateRulesSchema = z.strictObject({
  /** Log-odds of any printed date against "the paper has no date of issue". */
  base: z.number(),
  /** Log-odds of each sign at full strength. */
  weights: z.partialRecord(issueSignSchema, z.number()),
  /** The likeliest date is taken where its chance against "none" alone reaches this; below, the paper counts as undated. */
  takeAt: z.number().min(0).max(1),
  /** Other dates at this probability or above are listed as candidates. */
  listAt: z.number().min(0).max(1),
});
export type IssueDateRules = z.infer<typeof issueDateRulesSchema>;
