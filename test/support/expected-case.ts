import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { clockSchema, coverageSchema, crossFindingSchema } from '#domain/case-judgement.ts';
import { caseFactsSchema } from '#domain/case-paper.ts';

/** A paper as `case.yaml` calls it: its file and its first page there. */
const paperSchema = z.string().regex(/:\d+$/);

const expectedFindingSchema = z.strictObject({
  kind: crossFindingSchema.shape.kind,
  severity: crossFindingSchema.shape.severity.optional(),
  /** All of them must be among the finding's. */
  papers: z.array(paperSchema).default([]),
  /** Stands in the French sentence. */
  says: z.string().optional(),
});
export type ExpectedFinding = z.infer<typeof expectedFindingSchema>;

const expectedRequestSchema = z.strictObject({ rule: z.string().optional(), paper: paperSchema.optional() });
export type ExpectedRequest = z.infer<typeof expectedRequestSchema>;

const expectedClockSchema = z.strictObject({
  rule: z.string(),
  paper: paperSchema,
  due: z.iso.date(),
  actBy: z.iso.date().optional(),
  states: z.array(clockSchema.shape.state).min(1),
});

const expectedCaseSchema = z.strictObject({
  story: z.string(),
  asOf: z.iso.date(),
  facts: caseFactsSchema,
  papers: z.array(z.strictObject({ paper: paperSchema, type: z.string() })),
  /** Coverage by criterion, several where advisers would differ. */
  criteria: z.record(z.string(), z.array(coverageSchema).min(1)),
  /** The criterion that carries the file. */
  first: z.string(),
  clocks: z.array(expectedClockSchema),
  noClocks: z.array(z.string()),
  requests: z.array(expectedRequestSchema),
  noRequests: z.array(expectedRequestSchema),
  findings: z.array(expectedFindingSchema),
  noFindings: z.array(expectedFindingSchema),
  /** Expected, and not found today: each with why. The test tells when one of them begins to be found. */
  missed: z.array(expectedFindingSchema.extend({ because: z.string() })).default([]),
  copies: z.array(z.array(paperSchema).min(2)),
  translations: z.array(z.strictObject({ original: paperSchema, translation: paperSchema })),
  presence: z.strictObject({
    months: z.number(),
    proven: z.array(z.string()),
    atLeastProven: z.number(),
    empty: z.array(z.string()),
  }),
});
export type ExpectedCase = z.infer<typeof expectedCaseSchema>;

/** What an adviser expects of a client's folder: its `case.yaml`. */
export function readExpectedCase(folder: string): ExpectedCase {
  return expectedCaseSchema.parse(parse(readFileSync(join(folder, 'case.yaml'), 'utf8')));
}
