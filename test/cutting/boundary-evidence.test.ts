import { describe, expect, it } from 'vitest';
import { boundaryEvidence, type DocumentSoFar } from '#cutting/boundary-evidence.ts';
import { withPage } from '#cutting/create-cutter.ts';
import { prepareCutting } from '#cutting/cutting-knowledge.ts';
import { summarisePage } from '#cutting/summarise-page.ts';
import type { BoundaryEvidence } from '#definitions/cutting.schema.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { shippedCutting, twoTitles } from '../support/cutting-rules.ts';
import { pageFromText } from '../support/pages-from-text.ts';

const knowledge = prepareCutting(shippedCutting, twoTitles);
const french = [{ code: 'fr', script: 'Latn', share: 1, confidence: 0.95 }];
const albanian = [{ code: 'sq', script: 'Latn', share: 1, confidence: 0.95 }];
const SENTENCE = 'Une phrase qui raconte la situation de la personne et remplit la ligne presque jusqu’à la fin,';

/** A page of text; lines of running text are added below it until it is full where asked. */
function page(text: string, change: Partial<DocumentPage> = {}): DocumentPage {
  return { ...pageFromText(text, { languages: french }), ...change };
}
const full = (text: string): DocumentPage => page([text, ...Array.from({ length: 48 }, () => SENTENCE)].join('\n'));
/** The page with a line in its foot. */
function withFoot(on: DocumentPage, foot: string): DocumentPage {
  const lines = pageFromText(foot).lines.map((line) => ({
    ...line,
    box: [0.4, 0.95, 0.2, 0.012] as [number, number, number, number],
  }));
  return { ...on, lines: [...on.lines, ...lines] };
}
const BLANK = page('', { languages: [] });

function documentOf(...pages: readonly DocumentPage[]): DocumentSoFar {
  const none: DocumentSoFar = { pages: [], blankSince: 0, blankInside: 0 };
  return pages.map((one) => summarisePage(one, knowledge)).reduce(withPage, none);
}
function evidence(before: readonly DocumentPage[], next: DocumentPage): ReadonlyMap<BoundaryEvidence, number> {
  return boundaryEvidence(documentOf(...before), summarisePage(next, knowledge));
}
const strength = (name: BoundaryEvidence, before: readonly DocumentPage[], next: DocumentPage): number =>
  evidence(before, next).get(name) ?? 0;

const LETTER = page(
  'Cabinet du docteur Fabre\n12 rue des Lilas\n31000 Toulouse\nTél. 05 61 00 00 00\nCERTIFICAT MÉDICAL\nJe soussigné certifie avoir examiné ce jour la personne.',
);
const PLAIN = full('la suite du récit, sans titre ni en-tête, comme elle vient au milieu d’une phrase');

describe('what speaks for a new document', () => {
  it('a title that is known, and any line set as one', () => {
    expect(strength('title', [PLAIN], LETTER)).toBeGreaterThan(0.5);
    expect(strength('title', [PLAIN], full('Projet de la famille'))).toBe(0);
    expect(strength('heading', [PLAIN], full('RÉCIT DE MA VIE'))).toBeGreaterThan(0.6);
    expect(strength('heading', [PLAIN], PLAIN)).toBe(0);
  });

  it('a sender’s address, short lines at the top, the wording of a head', () => {
    expect(strength('sender', [PLAIN], LETTER)).toBe(1);
    expect(strength('sender', [PLAIN], PLAIN)).toBe(0);
    expect(strength('short-head', [PLAIN], LETTER)).toBe(1);
    expect(strength('short-head', [PLAIN], PLAIN)).toBeLessThan(0.5);
    expect(strength('head-wording', [PLAIN], page('Préfecture du Rhône\nObjet : votre demande'))).toBe(1);
  });

  it('the first words of a letter or statement', () => {
    expect(strength('opening', [PLAIN], LETTER)).toBe(1);
    expect(strength('opening', [PLAIN], PLAIN)).toBe(0);
  });

  it('a date at the head that this document does not bear yet', () => {
    const dated = (date: string) => page(`Foyer des Acacias\nLyon, le ${date}\nMadame, Monsieur,`);
    expect(strength('date-at-head', [dated('3 mars 2026')], dated('9 avril 2026'))).toBe(1);
    expect(strength('date-at-head', [dated('3 mars 2026')], dated('3 mars 2026'))).toBe(0);
  });

  it('page numbers that begin again, or have come to their end', () => {
    expect(strength('first-of-numbered', [PLAIN], withFoot(LETTER, 'Page 1 sur 3'))).toBe(1);
    expect(strength('first-of-numbered', [PLAIN], withFoot(LETTER, '1'))).toBe(0.5);
    const both = [withFoot(LETTER, '1/2'), withFoot(PLAIN, '2/2')];
    expect(strength('numbering-complete', both, PLAIN)).toBe(1);
    expect(strength('numbering-lost', both, PLAIN)).toBe(1);
  });

  it('an end before it: closing words, a signature, room left on the page', () => {
    const ended = page('Je reste à votre disposition.\nVeuillez agréer mes salutations.', {
      marks: [{ kind: 'signature', box: [0.5, 0.6, 0.2, 0.1], confidence: 0.9, text: null }],
    });
    const found = evidence([ended], LETTER);
    expect([found.get('closing-before'), found.get('ink-before')]).toEqual([1, 1]);
    expect(found.get('room-before')).toBeGreaterThan(0.8);
    expect(strength('room-before', [PLAIN], LETTER)).toBeLessThan(0.1);
  });

  it('another language, another size of page, another way it came, a machine-readable zone', () => {
    expect(strength('language-change', [PLAIN], { ...LETTER, languages: albanian })).toBeGreaterThan(0.5);
    expect(strength('language-change', [PLAIN], { ...LETTER, languages: [] })).toBe(0);
    expect(strength('size-change', [PLAIN], { ...LETTER, width: 2339, height: 1654 })).toBe(1);
    expect(strength('look-change', [PLAIN], { ...LETTER, source: 'text-layer' })).toBe(1);
    const passport = page('P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10');
    expect(strength('machine-readable-zone', [PLAIN], passport)).toBe(1);
  });

  it('a picture after text, or a page of which nothing could be read', () => {
    const photo = { kind: 'photo', box: [0.1, 0.1, 0.8, 0.8], confidence: 1, text: null } as const;
    const picture = { ...BLANK, marks: [{ ...photo, box: [...photo.box] as [number, number, number, number] }] };
    expect(strength('picture-change', [PLAIN], picture)).toBe(1);
    expect(strength('picture-change', [picture], picture)).toBe(0);
    expect(strength('nothing-read', [PLAIN], { ...BLANK, state: 'failed' })).toBe(1);
  });

  it('the same form over again: a second pay slip of the same employer', () => {
    const slip = (month: string, net: string) =>
      page(
        `NETTOYAGE DU RHÔNE SARL\nSiège : 4 rue Bossuet, Lyon\nBulletin de paie ${month}\nSalarié : Monsieur Diallo Mamadou\nEmploi : agent de service\nSalaire de base 151,67 11,88\nNet à payer ${net}`,
      );
    expect(strength('same-form', [slip('mai 2026', '1 402,11')], slip('juin 2026', '1 377,20'))).toBeGreaterThan(0.6);
    expect(strength('same-form', [slip('mai 2026', '1 402,11')], LETTER)).toBe(0);
  });
});

describe('what speaks against it', () => {
  it('numbers that go on or are not through', () => {
    expect(strength('next-of-numbered', [LETTER], withFoot(PLAIN, '5'))).toBe(1);
    expect(strength('numbering-unfinished', [withFoot(LETTER, '1/3')], PLAIN)).toBe(1);
    expect(strength('numbering-unfinished', [withFoot(LETTER, '1/1')], PLAIN)).toBe(0);
  });

  it('a sentence that goes on over the page', () => {
    expect(strength('continued-sentence', [PLAIN], PLAIN)).toBe(1);
    expect(strength('continued-sentence', [PLAIN], LETTER)).toBe(0);
    expect(strength('sentence-ended', [LETTER], LETTER)).toBe(1);
  });

  it('a page that calls itself continued or an annex, on a line of its own', () => {
    expect(strength('says-continued', [PLAIN], full('Annexe 2 : liste des rendez-vous'))).toBe(1);
    expect(strength('says-continued', [PLAIN], full('(suite)'))).toBe(1);
    expect(strength('says-continued', [PLAIN], full('Suite à votre demande'))).toBe(0);
  });

  it('a heading that stands inside documents, sections that follow each other', () => {
    expect(strength('inner-heading', [PLAIN], full('PAR CES MOTIFS'))).toBe(1);
    expect(strength('inner-heading', [PLAIN], full('3. Conclusion'))).toBe(1);
    expect(strength('inner-heading', [PLAIN], full('CONCLUSIONS DU MÉDECIN EXPERT'))).toBe(0);
    const contract = full('Article 1 — Engagement\nArticle 2 — Durée');
    expect(strength('section-goes-on', [contract], full('Article 3 — Congés'))).toBe(1);
    expect(strength('section-goes-on', [contract], full('Article 1 — Engagement'))).toBe(0);
    expect(strength('section-goes-on', [full('II – Sur les faits')], full('III – Sur le fond'))).toBe(1);
  });

  it('the same reference, running head or foot as before', () => {
    const headed = (text: string) =>
      withFoot(
        page(`CHU de Dijon, service de neurologie\nDossier 2026-004417\n${`${text}\n`.repeat(20)}`),
        'CHU de Dijon, finess 210000001',
      );
    const found = evidence(
      [headed('Le patient décrit des crises depuis son enfance, quatre fois chaque mois.')],
      headed('Une hospitalisation programmée permettra d’adapter son traitement, sous surveillance.'),
    );
    expect([found.get('same-head'), found.get('same-foot'), found.get('same-reference')]).toEqual([1, 1, 1]);
  });
});

describe('what must decide nothing', () => {
  it('a blank page between says something once, and nothing where every sheet has a blank back', () => {
    expect(strength('blank-between', [LETTER, BLANK], PLAIN)).toBe(1);
    expect(strength('blank-between', [LETTER, BLANK, PLAIN, BLANK], PLAIN)).toBe(0);
    expect(strength('blank-between', [BLANK, LETTER], PLAIN)).toBe(0);
  });

  it('a fax machine’s line numbers the sheets of a call, not the pages of a document', () => {
    const faxed = {
      ...LETTER,
      lines: [...pageFromText('24/11/2026 09:14 FAX 01 70 00 33 00 P.02/05').lines, ...LETTER.lines],
    };
    const found = evidence([LETTER], faxed);
    expect(found.has('next-of-numbered')).toBe(false);
    expect(found.has('numbering-unfinished')).toBe(false);
    expect(found.get('sender')).toBe(1);
  });

  it('a fraction or a figure in the text is no page number', () => {
    const dose = full('Ordonnance\nparacétamol 1/2 comprimé\n2');
    const middle = {
      ...dose,
      lines: dose.lines.map((line) => ({ ...line, box: [0.1, 0.5, 0.3, 0.012] as [number, number, number, number] })),
    };
    expect(strength('first-of-numbered', [PLAIN], middle)).toBe(0);
    expect(strength('next-of-numbered', [PLAIN], middle)).toBe(0);
  });

  it('rows of a table that begin with dates are no dates of issue', () => {
    expect(strength('date-at-head', [PLAIN], page('12/03/2026 virement 33,20\n14/03/2026 retrait 20,00'))).toBe(0);
  });
});
