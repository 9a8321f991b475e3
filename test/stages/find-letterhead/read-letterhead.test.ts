import { beforeAll, describe, expect, it } from 'vitest';
import { loadPipeline } from '#app/load-pipeline.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import type { Letterhead } from '#domain/findings.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { readLetterhead } from '#stages/find-letterhead/read-letterhead.ts';
import { pageFromText, pagesFromText } from '../../support/pages-from-text.ts';

/** A type no paper has: the prior of real types is not what these tests are about. */
const ANY_TYPE = 'any';
const SENTENCE =
  'Nous certifions par la présente que la personne nommée ci-dessous est suivie par nos soins depuis le printemps.';

describe('the issuer of a paper', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await loadPipeline('humanitarian-permit');
  });
  const read = (text: string, type = ANY_TYPE): Letterhead =>
    readLetterhead(pagesFromText(text), type, { ...pipeline, usualKinds: pipeline.documentTypes[type]?.issuers ?? [] });

  it('is the station below the state and the ministry', () => {
    const found = read(
      "RÉPUBLIQUE FRANÇAISE\nMinistère de l'Intérieur\nCommissariat de police de Valmont\nPROCÈS-VERBAL",
    );
    expect(found).toMatchObject({ present: true, kind: 'police' });
    expect(found.issuer).toContain('Valmont');
  });

  it('is the station of the place, not the directorate of the region above it', () => {
    const found = read(
      `DIRECTION DÉPARTEMENTALE DE LA POLICE NATIONALE\nCommissariat de police de Valmont\n4 rue Haute, 38000 Valmont\n${SENTENCE}`,
    );
    expect(found).toMatchObject({ issuer: 'Commissariat de police de Valmont', kind: 'police' });
  });

  it('is the police station of an area below the district that commands it, in any script', () => {
    expect(read('नेपाल प्रहरी\nजिल्ला प्रहरी कार्यालय, कैलाली\nइलाका प्रहरी कार्यालय, टीकापुर').issuer).toBe(
      'इलाका प्रहरी कार्यालय, टीकापुर',
    );
  });

  it('is a newspaper whose name begins with a word that dates begin with', () => {
    expect(read(`LE NOUVEAU RÉVEIL DE VALMONT\nwww.reveil.example\n${SENTENCE}`, 'news-article').issuer).toBe(
      'LE NOUVEAU RÉVEIL DE VALMONT',
    );
  });

  it('is surer where papers of that type come from such a body', () => {
    const text = `Clinique du Parc\nTribunal judiciaire de Valmont\n4 rue Haute, 38000 Valmont\n${SENTENCE}`;
    expect(read(text, 'hospital-letter')).toMatchObject({ issuer: 'Clinique du Parc' });
    expect(read(text, 'hospital-letter').confidence).toBeGreaterThan(read(text, 'protection-order').confidence + 0.2);
  });

  it('is neither the name of the paper nor whoever pays', () => {
    const found = read(
      `Avec le soutien du Conseil départemental\nRAPPORT SOCIAL\nAssociation Le Phare\n12 bis rue des Lilas, 93100 Montreuil\n${SENTENCE}`,
    );
    expect(found.issuer).toBe('Association Le Phare');
  });

  it('is the commune above its register office, whatever registers are named below', () => {
    const found = read(
      "RÉPUBLIQUE DU MALI\nCOMMUNE DE VALMONT\nCentre principal d'état civil\nRegistre de l'état civil de l'année",
      'birth-certificate',
    );
    expect(found.issuer).toBe('COMMUNE DE VALMONT');
  });

  it('is the hospital below the group of hospitals it belongs to', () => {
    const found = read(
      `Hôpitaux de la Haute Vallée\nHôpital Saint-Roch\nService de cardiologie\n4 rue Haute, 38000 Valmont\n${SENTENCE}`,
      'hospital-letter',
    );
    expect(found.issuer).toBe('Hôpital Saint-Roch');
  });

  it('is not the register office of a town hall', () => {
    expect(read(`Mairie de Valmont\nService de l'état civil\nEXTRAIT D'ACTE DE NAISSANCE`).issuer).toBe(
      'Mairie de Valmont',
    );
  });

  it('is the body below a ministry whose word ends the line', () => {
    expect(read('Maliyyə Nazirliyi\nŞəhər Xəstəxana\nARAYIŞ').issuer).toBe('Şəhər Xəstəxana');
  });

  it('is the hospital, not the service below it', () => {
    const found = read(`Hôpital Sainte-Marthe\nService de pneumologie\n3 rue des Acacias, 69003 Lyon\n${SENTENCE}`);
    expect(found).toMatchObject({ issuer: 'Hôpital Sainte-Marthe', kind: 'hospital' });
  });

  it('is the person above a profession', () => {
    const found = read(`Irina VASSILIEVA\nTraductrice assermentée\n8 rue Basse, 44000 Nantes\n${SENTENCE}`);
    expect(found).toMatchObject({ issuer: 'Irina VASSILIEVA', kind: 'translator' });
  });

  it('is named without the office printed after it on the same line', () => {
    expect(read(`Clinique du Parc – Service des admissions\n12 rue Haute, 31000 Toulouse\n${SENTENCE}`).issuer).toBe(
      'Clinique du Parc',
    );
  });

  it('comes with the contact details of its block', () => {
    const found = read(
      `Association Le Phare\n12 bis rue des Lilas, 93100 Montreuil\nTél. 01 99 00 12 34 – accueil@phare.example\nSIRET 732 829 320 00074\n${SENTENCE}`,
    );
    expect(found).toMatchObject({
      address: '12 bis rue des Lilas, 93100 Montreuil',
      phone: '01 99 00 12 34',
      email: 'accueil@phare.example',
      identifiers: { siret: '73282932000074' },
    });
  });

  it('is found in the foot of a page that begins with its title', () => {
    const found = readLetterhead(
      [
        withFoot(
          pageFromText(`ATTESTATION DE PRÉSENCE\n${SENTENCE}`),
          'CHRS Les Glycines\n47 chemin de Nîmes, 30100 Alès',
        ),
      ],
      ANY_TYPE,
      { ...pipeline, usualKinds: [] },
    );
    expect(found).toMatchObject({ present: true, issuer: 'CHRS Les Glycines' });
  });

  it('is nobody on a page without words', () => {
    expect(read('')).toMatchObject({ present: false, issuer: null });
  });

  it('is nobody where a title is followed by text', () => {
    expect(
      read(
        `ATTESTATION SUR L'HONNEUR\nJe soussigné Paul Durand, né le 3 mai 1970 à Lyon, déclare ce qui suit.\n${SENTENCE}`,
      ),
    ).toMatchObject({
      present: false,
      issuer: null,
    });
  });

  it('is never the recipient', () => {
    const found = read(`Madame la Directrice\nCentre hospitalier de Valmont\n${SENTENCE}`);
    expect(found.issuer).not.toBe('Madame la Directrice');
  });
});

/** The page with small lines at its lower edge. */
function withFoot(page: DocumentPage, foot: string): DocumentPage {
  const { lines } = pageFromText(foot);
  const moved = lines.map((line, at) => {
    const top = 0.92 + at * 0.015;
    return {
      ...line,
      box: [0.3, top, 0.4, 0.009] as const satisfies readonly number[],
      words: line.words.map((word) => ({
        ...word,
        box: [word.box[0], top, word.box[2], 0.009] as [number, number, number, number],
      })),
    };
  });
  return {
    ...page,
    lines: [
      ...page.lines,
      ...moved.map((line) => ({ ...line, box: [...line.box] as [number, number, number, number] })),
    ],
  };
}
