import { match } from 'node:assert/strict';
import fc from 'fast-check';
import { createForgetfulArtifactStore } from '#adapters/artifact-stores/create-forgetful-artifact-store.ts';
import { MOST_LETTERS } from '#adapters/pdf/is-printable.ts';
import { parseTsv } from '#adapters/tesseract/parse-tsv.ts';
import { noReadingTools } from '#app/no-reading-tools.ts';
import { processDocument } from '#app/process-document.ts';
import { createNameComparison } from '#casework/relations/people/compare-names.ts';
import { createNameReader } from '#casework/relations/people/name-reader.ts';
import { findCaseName } from '#domain/case-name.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { presentArtifact } from '#engine/board.ts';
import { NO_LETTERHEAD, readLetterhead } from '#stages/find-letterhead/read-letterhead.ts';
import { findAmounts, parseAmount } from '#text/amounts.ts';
import { findDatesInText } from '#text/dates/find-dates-in-text.ts';
import { findEmail, findIdentifiers, findPhone, isAddressLine } from '#text/identifiers/find-identifiers.ts';
import { findMachineReadableZone } from '#text/mrz/find-zone.ts';
import { rankLanguages } from '#text/rank-languages.ts';
import { parseTwoDDoc } from '#text/two-d-doc.ts';
import { humanitarianCasework } from '../../a-case.ts';
import { humanitarianPipeline } from '../../humanitarian-pipeline.ts';
import { pagesFromText } from '../../pages-from-text.ts';
import { type FuzzTarget, fuzzTarget } from '../fuzz-target.ts';
import { hostileText } from '../hostile-text.ts';
import { mutatedText } from '../mutated.ts';
import { DATED_LINES, PAPERS, TWO_D_DOC, ZONE_LINES } from '../seeds/texts.ts';

/** Lines as long as the edge lets them be. */
const line = (text: string): string => text.slice(0, MOST_LETTERS.line);
const pages = (text: string): DocumentPage[] => pagesFromText(text.split('\n').map(line).join('\n'));
const papers = fc.oneof({ weight: 3, arbitrary: mutatedText(...PAPERS) }, hostileText);
const languages = fc.subarray(['fr', 'ar', 'fa', 'ps', 'am', 'ne', 'th', 'zh', 'ru', 'tr'], {
  minLength: 1,
  maxLength: 3,
});

/** What is found in the words of papers. */
export const printedTextTargets: readonly FuzzTarget[] = [
  fuzzTarget('dates in every calendar', () => ({
    input: fc.tuple(
      fc.oneof(mutatedText(...DATED_LINES), hostileText),
      languages,
      fc.constantFrom('dmy' as const, 'mdy' as const),
    ),
    take: ([text, spoken, order]) => {
      const context = { languages: spoken, order, isOrderSure: false, year: 2026, isRecognised: true };
      for (const { iso } of findDatesInText(line(text), context)) match(iso, /^\d{4}(-\d\d(-\d\d)?)?$/);
    },
  })),
  fuzzTarget('machine-readable zone', () => ({
    input: fc
      .constantFrom(...ZONE_LINES)
      .chain((lines) => fc.tuple(...lines.map((one) => mutatedText(one)), hostileText, fc.nat(3)))
      .map((parts) => parts.filter((part) => typeof part === 'string')),
    take: (lines) => findMachineReadableZone(lines.map(line)),
  })),
  fuzzTarget('2D-Doc', () => ({
    input: fc.oneof(mutatedText(TWO_D_DOC), hostileText),
    take: (text) => parseTwoDDoc(text, new Map([['44', 13]])),
  })),
  fuzzTarget('amounts and identifiers', () => ({
    input: papers,
    take: (text) => {
      for (const one of text.split('\n').map(line)) {
        for (const amount of findAmounts(one)) match(String(amount), /^-?\d/);
        parseAmount(one);
        findIdentifiers(one);
        findEmail(one);
        findPhone(one);
        isAddressLine(one);
      }
    },
  })),
  fuzzTarget(
    'letterhead',
    async () => {
      const pipeline = await humanitarianPipeline();
      return {
        input: papers,
        take: (text) => {
          const found = readLetterhead(pages(text), 'any', { ...pipeline, usualKinds: [] });
          if (!found.present) match(String(found.issuer), String(NO_LETTERHEAD.issuer) === 'null' ? /^null$/ : /./);
        },
      };
    },
    { runs: 40 },
  ),
  fuzzTarget(
    'every stage over a paper',
    async () => {
      const environment = {
        tools: noReadingTools(),
        pipeline: await humanitarianPipeline(),
        store: createForgetfulArtifactStore(),
        signal: new AbortController().signal,
        observer: { onStage: () => undefined },
        inFlight: new Map(),
      };
      return {
        input: papers,
        take: (text) =>
          processDocument(
            {
              pages: presentArtifact({ pages: pages(text) }),
              proposedCuts: { pages: [] },
              facts: { asOf: '2026-11-23', duplicateOf: null },
              decisions: {},
            },
            environment,
          ),
      };
    },
    { runs: 30 },
  ),
  fuzzTarget('language', () => ({ input: papers, take: (text) => rankLanguages(text) })),
  fuzzTarget('recogniser’s table', () => ({
    input: mutatedText(
      '4\t1\t1\t1\t1\t0\t10\t10\t200\t20\t-1\t\n5\t1\t1\t1\t1\t1\t10\t10\t80\t20\t96.5\tBonjour\n5\t1\t1\t1\t1\t2\t99\t10\t80\t20\t91\t二〇\n5\t1\t1\t1\t1\t3\t180\t10\t80\t20\t91\t二六\n',
    ),
    take: (tsv) => {
      for (const { confidence } of parseTsv(tsv, { width: 300, height: 200 }).lines.flatMap(({ words }) => words))
        if (!(confidence >= 0 && confidence <= 1)) throw new Error(`confidence ${confidence}`);
    },
  })),
  fuzzTarget(
    'names of people',
    async () => {
      const { people } = (await humanitarianCasework()).casework;
      if (people === undefined) throw new Error('people.yaml is missing or wrong');
      const reader = createNameReader(people.names);
      const compareNames = createNameComparison(people.names);
      return {
        input: fc.oneof(hostileText, mutatedText('DIALLO Amina', 'محمد بن عبد الله', 'Nguyễn Thị Minh')),
        take: (text) => compareNames(reader.name(text.slice(0, 300)), reader.name('Amina Diallo')),
      };
    },
    { runs: 60 },
  ),
  fuzzTarget('name of a case', () => ({
    input: fc.oneof(hostileText, mutatedText('Dossier Élan 12')),
    take: (text) => {
      const name = findCaseName(text);
      if (name !== undefined && /\p{Cc}|\p{Cf}|[/\\<>"'=]|^[.+@-]/u.test(name)) throw new Error('leads elsewhere');
    },
  })),
];
