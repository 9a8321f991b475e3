import { describe, expect, it } from 'vitest';
import { createForgetfulArtifactStore } from '#adapters/artifact-stores/create-forgetful-artifact-store.ts';
import { noReadingTools } from '#app/no-reading-tools.ts';
import { type DocumentSeeds, earlierBoard, type Judgement, processDocument } from '#app/process-document.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import { absentArtifact, presentArtifact } from '#engine/board.ts';
import { humanitarianPipeline } from '../support/humanitarian-pipeline.ts';
import { pagesFromText } from '../support/pages-from-text.ts';

const pipeline = await humanitarianPipeline();
const PAPER = `Hôpital Nord
Service de cardiologie
12 rue de la République, 13015 Marseille

CERTIFICAT MÉDICAL

Je soussigné, docteur en médecine, certifie que l'état de santé de Madame K. nécessite un suivi médical régulier.

Fait à Marseille, le 9 avril 2026
`;
const pages = { pages: pagesFromText(PAPER) };
const seeds: DocumentSeeds = {
  pages: presentArtifact(pages),
  proposedCuts: { pages: [] },
  facts: { asOf: '2026-11-23', duplicateOf: null },
  decisions: {},
};

/** Judges the paper and tells which stages ran. */
async function judge(by: Pipeline, from: DocumentSeeds, earlier?: Judgement) {
  const ran: string[] = [];
  const judgement = await processDocument(
    from,
    {
      tools: noReadingTools(),
      pipeline: by,
      store: createForgetfulArtifactStore(),
      signal: new AbortController().signal,
      observer: { onStage: ({ stage, outcome }) => outcome === 'computed' && ran.push(stage) },
      inFlight: new Map(),
    },
    earlier === undefined ? {} : earlierBoard(earlier.artifacts, earlier.keys),
  );
  return { judgement, ran };
}

const { judgement: before, ran: allStages } = await judge(pipeline, seeds);

/** The seeds of a paper whose pages lie elsewhere; `isLoaded` tells whether they were fetched. */
function kept(change: Partial<DocumentSeeds> = {}) {
  let isLoaded = false;
  const known = { key: null, digest: presentArtifact(pages).digest };
  const lying = absentArtifact(known, () => {
    isLoaded = true;
    return Promise.resolve(pages);
  });
  return { seeds: { ...seeds, pages: lying, ...change }, isLoaded: () => isLoaded };
}

const { flags, documentTypes } = pipeline;
const [firstCues, firstDates, firstIssuers, firstLabels] = [
  pipeline.cues[0],
  pipeline.dateCues[0],
  pipeline.issuerCues[0],
  pipeline.fieldLabels[0],
];
if (!firstCues || !firstDates || !firstIssuers || !firstLabels) throw new Error('the pipeline has wordings');
const ruleOf = (flag: string) => ({
  flag,
  when: { fact: 'never', is: 'present' as const },
  unclear: 'ignore' as const,
});
const withRule = (type: string): Pipeline => {
  const known = documentTypes[type];
  if (known === undefined) throw new Error(`no type ${type}`);
  return { ...pipeline, documentTypes: { ...documentTypes, [type]: { ...known, rules: [ruleOf('undated')] } } };
};

describe('judging a document again', () => {
  it('runs every stage the first time', () => {
    expect(allStages).toEqual([
      ...['outline-pages', 'find-traits', 'detect-language', 'classify', 'find-dates', 'find-letterhead'],
      ...['extract-fields', 'assess-evidence'],
    ]);
    expect(before.artifacts.classify.id).toBe('medical-certificate');
  });

  it.each<{
    readonly what: string;
    readonly by?: Pipeline;
    readonly change?: Partial<DocumentSeeds>;
    readonly ran: string[];
  }>([
    { what: 'nothing', ran: [] },
    { what: 'the version of the pipeline alone', by: { ...pipeline, version: 'other' }, ran: [] },
    {
      what: 'a flag rule',
      by: { ...pipeline, flags: { ...flags, rules: [...flags.rules, ruleOf('undated')] } },
      ran: ['assess-evidence'],
    },
    {
      what: 'a threshold of flags',
      by: { ...pipeline, flags: { ...flags, thresholds: { ...flags.thresholds, mark: 0.77 } } },
      ran: ['assess-evidence'],
    },
    {
      what: 'the evidence table',
      by: { ...pipeline, evidenceTable: { ...pipeline.evidenceTable, criteria: [] } },
      ran: ['assess-evidence'],
    },
    { what: 'a rule of its type', by: withRule('medical-certificate'), ran: ['assess-evidence'] },
    { what: 'a rule of another type', by: withRule('pay-slip'), ran: [] },
    { what: 'how pages are read', by: { ...pipeline, reading: { ...pipeline.reading, languages: {} } }, ran: [] },
    { what: 'how scans are cut', by: { ...pipeline, cutting: { ...pipeline.cutting, cutAt: 0.99 } }, ran: [] },
    { what: 'a proposed cut', change: { proposedCuts: { pages: [2] } }, ran: ['assess-evidence'] },
  ])('after a change of $what runs $ran and looks at no page', async ({ by = pipeline, change, ran }) => {
    const again = kept(change);
    expect((await judge(by, again.seeds, before)).ran).toEqual(ran);
    expect(again.isLoaded()).toBe(false);
  });

  it.each<{
    readonly what: string;
    readonly by?: Pipeline;
    readonly change?: Partial<DocumentSeeds>;
    readonly ran: string[];
  }>([
    {
      what: 'the wording of a trait',
      by: {
        ...pipeline,
        flags: { ...flags, traits: { ...flags.traits, odd: { words: { fr: ['zzyzx'] }, patterns: [] } } },
      },
      ran: ['find-traits', 'assess-evidence'],
    },
    {
      what: 'the cue of a type, which changes no answer (early cut-off)',
      by: { ...pipeline, cues: [{ ...firstCues, types: {} }, ...pipeline.cues.slice(1)] },
      ran: ['classify', 'find-letterhead'],
    },
    {
      what: 'wording around dates',
      by: { ...pipeline, dateCues: [{ ...firstDates, traces: ['zzyzx'] }, ...pipeline.dateCues.slice(1)] },
      ran: ['find-dates'],
    },
    {
      what: 'words of issuers',
      by: { ...pipeline, issuerCues: [{ ...firstIssuers, local: ['zzyzx'] }, ...pipeline.issuerCues.slice(1)] },
      ran: ['find-letterhead'],
    },
    {
      what: 'labels of fields',
      by: {
        ...pipeline,
        fieldLabels: [{ ...firstLabels, labels: { odd: ['zzyzx'] } }, ...pipeline.fieldLabels.slice(1)],
      },
      ran: ['extract-fields'],
    },
    {
      what: 'the day of judging',
      change: { facts: { asOf: '2027-01-01', duplicateOf: null } },
      ran: ['find-dates', 'extract-fields', 'assess-evidence'],
    },
    {
      what: 'a person’s decision',
      change: { decisions: { type: 'hospital-letter' } },
      ran: ['detect-language', 'classify', 'find-dates', 'find-letterhead', 'extract-fields', 'assess-evidence'],
    },
  ])('after a change of $what runs $ran', async ({ by = pipeline, change, ran }) => {
    const again = kept(change);
    expect((await judge(by, again.seeds, before)).ran).toEqual(ran);
    expect(again.isLoaded()).toBe(true);
  });

  it('says the same as judging from the beginning', async () => {
    const by = { ...pipeline, flags: { ...flags, thresholds: { ...flags.thresholds, letterhead: 0.999 } } };
    const again = await judge(by, kept().seeds, before);
    const anew = await judge(by, seeds);
    expect(JSON.stringify(again.judgement)).toBe(JSON.stringify(anew.judgement));
  });
});
