import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { classificationSchema } from '#definitions/classification.schema.ts';
import { classifierModelSchema } from '#definitions/classifier-model.schema.ts';
import type { LanguageCues } from '#definitions/cues.schema.ts';
import { parseDefinition } from '#definitions/parse-definition.ts';
import { loadModel } from '#stages/classify/score-by-model.ts';
import { weighEvidence } from '#stages/classify/weigh-evidence.ts';
import { pageFromText } from '../../support/pages-from-text.ts';

const folder = join(import.meta.dirname, '../../../pipelines/humanitarian-permit');
const parsed = await parseDefinition(
  'classification.yaml',
  readFileSync(join(folder, 'classification.yaml'), 'utf8'),
  classificationSchema,
);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const classification = parsed.value;
const model = loadModel(
  classifierModelSchema.parse(JSON.parse(readFileSync(join(folder, 'models/classifier.json'), 'utf8'))),
);

const none = { titles: [], phrases: [], words: [], against: [] };
const cues: LanguageCues[] = [
  {
    language: 'fr',
    types: {
      'medical-certificate': { ...none, titles: ['certificat médical'], phrases: ['certifie avoir examiné'] },
      'police-report': { ...none, titles: ['procès-verbal'], phrases: ['persiste et signe'] },
    },
  },
];
const knowledge = { classification, cues, model };

const CERTIFICATE = `Docteur Ines Vauquelin
Médecine générale
CERTIFICAT MÉDICAL
Je soussignée certifie avoir examiné ce jour Madame Rosa T., dont l'état de santé nécessite un suivi régulier.
Certificat remis en main propre à l'intéressée.`;

describe('what a paper is', () => {
  it('is told by its title and wording, with the places that decided', () => {
    const decision = weighEvidence([pageFromText(CERTIFICATE)], ['fr'], knowledge);
    expect(decision.id).toBe('medical-certificate');
    expect(decision.confidence).toBeGreaterThan(0.9);
    expect(decision.because.map((place) => place.text)).toContain('CERTIFICAT MÉDICAL');
    expect(decision.because[0]).toMatchObject({ page: 1, box: expect.any(Array) });
  });

  it('is not what an attachment list names', () => {
    const statement = `Madame la Préfète,
J'ai l'honneur de solliciter votre bienveillance. Je suis arrivée en France en 2019 et j'ai fui mon pays.
Je travaille, j'apprends le français et mes enfants vont à l'école. Je vous expose mon parcours.
Annexe 1 : certificat médical
Annexe 2 : procès-verbal
Annexe 3 : certificat médical du docteur`;
    expect(weighEvidence([pageFromText(statement)], ['fr'], knowledge).id).toBe('personal-statement');
  });

  it.each([
    ['an empty page', ''],
    ['noise', 'xq zzk 17 wwv\nbrr kk 88\nqqx jj'],
    ['a language nobody taught it', 'Ther gwelet an avel war ar mor bras\nmont a ra kuit da vale'],
    ['a shopping list', 'lait, beurre, trois pommes\npain complet\nlessive'],
  ])('is not guessed for %s', (_what, text) => {
    const decision = weighEvidence([pageFromText(text)], ['und'], knowledge);
    const isUnknown = decision.id === classification.unknownType;
    expect(isUnknown || decision.confidence < classification.reviewBelow).toBe(true);
  });

  it('is a photograph when a picture fills the page and nothing is written', () => {
    const page = pageFromText('', {
      marks: [{ kind: 'photo', box: [0.1, 0.1, 0.8, 0.7], confidence: 0.9, text: null }],
    });
    const decision = weighEvidence([page], [], knowledge);
    expect(classification.traits.find((one) => one.trait === 'picture')?.type).toBe(decision.id);
  });

  it('gives probabilities that leave room for the runners-up', () => {
    const decision = weighEvidence([pageFromText(CERTIFICATE)], ['fr'], knowledge);
    const sum = decision.confidence + decision.alternatives.reduce((total, one) => total + one.confidence, 0);
    expect(sum).toBeLessThanOrEqual(1.000001);
    expect(decision.alternatives.length).toBeLessThanOrEqual(3);
  });

  it('is the same for the same paper', () => {
    const once = weighEvidence([pageFromText(CERTIFICATE)], ['fr'], knowledge);
    expect(weighEvidence([pageFromText(CERTIFICATE)], ['fr'], knowledge)).toEqual(once);
  });
});
