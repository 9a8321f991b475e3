import type { DocumentType } from '#definitions/document-type.schema.ts';
import type { Flags } from '#definitions/flags.schema.ts';
import type { DocumentArtifacts } from '#domain/artifacts.ts';
import type { FactPlace, Facts, FactValue } from './facts.ts';
import { isDateContested } from './is-date-contested.ts';
import { pageFacts, textFacts } from './page-facts.ts';

/** Languages in other letters are mistaken for each other, never for one in these. */
const ROMAN = 'Latn';

/** Everything rules may ask about a paper. What was not measured is left out: unknown, never "no". */
export function gatherFacts(
  inputs: Omit<DocumentArtifacts, 'assess-evidence' | 'decisions' | 'document-pages'>,
  type: DocumentType | undefined,
  flags: Flags,
  reviewBelow: number,
): Facts {
  const decision = inputs.classify;
  const { pages } = inputs['outline-pages'];
  const values = new Map<string, FactValue>([
    ...pageFacts(pages, inputs['find-traits'], flags),
    ...dateFacts(
      inputs['find-dates'],
      pages.some((page) => page.state === 'failed'),
      flags,
    ),
    ...languageFacts(inputs['detect-language'].languages, flags),
    ...letterheadFacts(inputs['find-letterhead'], flags),
    ['type.id', decision.id],
    ['type.confidence', decision.confidence],
    ['type.doubtful', decision.confidence < reviewBelow],
    ['pages.proposedCuts', inputs['proposed-cuts'].pages.length],
    ['duplicateOf', inputs['run-facts'].duplicateOf],
    ...textFacts(inputs['find-traits'], flags.traits, inputs['detect-language'].languages[0]?.code),
  ]);
  for (const [name, value] of Object.entries(type?.expects ?? {})) values.set(`expects.${name}`, value);
  if (type?.expects.maxPages !== undefined) values.set('pages.excess', pages.length - type.expects.maxPages);
  const places = new Map<string, FactPlace>();
  for (const name of Object.keys(type?.fields ?? {})) values.set(`fields.${name}`, null);
  for (const [name, field] of Object.entries(inputs['extract-fields'].fields)) {
    values.set(`fields.${name}`, field.value);
    if (field.place !== null) places.set(`fields.${name}`, field.place);
  }
  const flawed = pages.find(({ problems }) => problems.length > 0);
  if (flawed !== undefined) places.set('quality.problems', { page: flawed.page, box: null });
  const [proposed] = inputs['proposed-cuts'].pages;
  if (proposed !== undefined) places.set('pages.proposedCuts', { page: proposed, box: null });
  if (inputs['find-dates'].issueDate !== null) places.set('issueDate', inputs['find-dates'].issueDate);
  return { asOf: inputs['run-facts'].asOf, values, places };
}

function dateFacts(dates: DocumentArtifacts['find-dates'], isPartlyRead: boolean, flags: Flags): [string, FactValue][] {
  const expiries = dates.dates
    .filter((date) => date.role === 'expiry' || date.role === 'period-end')
    .map((date) => date.iso);
  const issue = dates.issueDate;
  return [
    // A page that could not be read may hold the date; so does a line of which only a month could be.
    ['issueDate', issue?.iso ?? (isPartlyRead || dates.hasUnread === true ? undefined : null)],
    ['issueDate.confidence', issue?.confidence],
    ['issueDate.contested', isDateContested(dates, flags.thresholds)],
    [
      'dates.expiry',
      dates.dates
        .filter((date) => date.role === 'expiry')
        .map((date) => date.iso)
        .sort()
        .at(-1),
    ],
    ['dates.end', expiries.sort().at(-1)],
  ];
}

function languageFacts(
  languages: DocumentArtifacts['detect-language']['languages'],
  flags: Flags,
): [string, FactValue][] {
  const sure = languages.filter(
    ({ code, confidence, script }) =>
      code !== 'und' && (confidence >= flags.thresholds.languageConfidence || script !== ROMAN),
  );
  const [main] = sure;
  return [
    ['languages.main', main?.code],
    [
      'languages.used',
      main === undefined
        ? undefined
        : sure.filter((one) => one.share >= flags.thresholds.languageShare).map((one) => one.code),
    ],
  ];
}

function letterheadFacts(letterhead: DocumentArtifacts['find-letterhead'], flags: Flags): [string, FactValue][] {
  const isSure = letterhead.confidence >= flags.thresholds.letterhead;
  return [
    ['letterhead.present', isSure ? letterhead.present : undefined],
    ['letterhead.kind', letterhead.kind],
  ];
}
