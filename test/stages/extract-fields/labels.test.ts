import { describe, expect, it } from 'vitest';
import { fieldsOf, type PaperOptions } from '../../support/fields-of.ts';
import { humanitarianPipeline } from '../../support/humanitarian-pipeline.ts';

const pipeline = await humanitarianPipeline();
const read = (type: string, text: string, options?: PaperOptions) =>
  Object.fromEntries(Object.entries(fieldsOf(pipeline, type, text, options)).map(([name, { value }]) => [name, value]));

describe('a label', () => {
  it('has its value behind a colon, glued to it, after a gap, or on the next line', () => {
    for (const text of [
      'Plaignant : DIALLO Awa',
      'Plaignant:DIALLO Awa',
      'Plaignant    DIALLO Awa',
      'Plaignant\nDIALLO Awa',
    ])
      expect(read('police-report', text)['complainant'], text).toBe('DIALLO Awa');
  });

  it('names nobody in running text', () => {
    for (const text of [
      'La plaignante a été informée de ses droits.',
      'Le plaignant persiste et signe avec nous.',
      'Victime de violences, elle a été reçue.',
    ])
      expect(read('police-report', text)['complainant'], text).toBeUndefined();
  });

  it('ends where another label begins on the same line', () => {
    expect(read('birth-certificate', 'Nom : DIALLO Prénom : Awa Père : DIALLO Moussa')).toMatchObject({
      surname: 'DIALLO',
      givenNames: 'Awa',
      father: 'DIALLO Moussa',
    });
  });

  it('is not taken for a shorter one that it begins with', () => {
    expect(read('birth-certificate', 'Nom et prénoms : DIALLO Awa')).toMatchObject({ person: 'DIALLO Awa' });
    expect(read('birth-certificate', 'Nom et prénoms : DIALLO Awa')['surname']).toBeUndefined();
  });

  it('may stand in two languages, with a number before it, or be misread', () => {
    expect(read('passport', 'Passport No. / N° 14BA22817')['passport']).toBe('14BA22817');
    expect(read('passport', 'Surname / Nom\nGelashvili')['surname']).toBe('Gelashvili');
    expect(read('police-report', '4. Complainant\nMuhammad Asif s/o Akram', { language: 'en' })['complainant']).toBe(
      'Muhammad Asif',
    );
    expect(read('medical-certificate', 'Diagnostlc : asthme sévère')['diagnosis']).toBe('asthme sévère');
  });

  it('leaves courtesy titles and what follows a name out of the name', () => {
    expect(read('proof-of-address', 'Titulaire du contrat : Mme DIALLO Awa, née le 3 mai 1990')['holder']).toBe(
      'DIALLO Awa',
    );
  });

  it.each([
    [
      'ar',
      'police-report',
      'رقم المحضر: 4471 لسنة 2025\nالمشتكية: منى صالح',
      { number: '4471', complainant: 'منى صالح' },
    ],
    [
      'fa',
      'medical-certificate',
      'نام بیمار: مهدی کریمی\nتشخیص: آسم شدید',
      { patient: 'مهدی کریمی', diagnosis: 'آسم شدید' },
    ],
    [
      'ru',
      'medical-certificate',
      'Пациент: Иванова Анна\nДиагноз: бронхиальная астма',
      { patient: 'Иванова Анна', diagnosis: 'бронхиальная астма' },
    ],
    ['zh', 'hospital-letter', '姓名：林建国\n出院诊断：脑梗死', { diagnosis: '脑梗死' }],
    [
      'tr',
      'police-report',
      'Müşteki : Ayşe DOĞAN\nSoruşturma No : 2024/3317',
      { complainant: 'Ayşe DOĞAN', number: '2024/3317' },
    ],
    ['ka', 'birth-certificate', 'გვარი: ბერიძე\nმამა: დავით ბერიძე', { surname: 'ბერიძე', father: 'დავით ბერიძე' }],
    ['am', 'birth-certificate', 'የእናት ስም: አልማዝ ተስፋዬ', { mother: 'አልማዝ ተስፋዬ' }],
    ['bn', 'birth-certificate', 'পিতার নাম: আব্দুল করিম', { father: 'আব্দুল করিম' }],
    [
      'es',
      'police-report',
      'Atestado n° 5821/25\nDenunciante: HERRERA Lucía',
      { number: '5821/25', complainant: 'HERRERA Lucía' },
    ],
    [
      'pl',
      'medical-certificate',
      'Pacjent: Kowalska Anna\nRozpoznanie: cukrzyca typu 1',
      { patient: 'Kowalska Anna', diagnosis: 'cukrzyca typu 1' },
    ],
  ])('is known in %s (%s)', (language, type, text, fields) => {
    expect(read(type, text, { language })).toMatchObject(fields);
  });
});

describe('a medical paper', () => {
  it('says what makes it concrete', () => {
    const text = `Dr Léa FONTANEL – Endocrinologue
RPPS 10101234565
Diagnostic : diabète de type 1
INSULINE LISPRO 100 UI/ml : 8 UI avant chaque repas
RAMIPRIL 5 mg : 1 cp le matin
Suivi : tous les trois mois
Coût total : 1 240,00 €`;
    expect(read('medical-certificate', text)).toMatchObject({
      practitioner: 'Dr Léa FONTANEL',
      registration: '10101234565',
      medication: ['INSULINE LISPRO 100 UI/ml : 8 UI avant chaque repas', 'RAMIPRIL 5 mg : 1 cp le matin'],
      cost: 1240,
      concrete: ['diagnosis', 'medication', 'followUp', 'cost'],
    });
  });

  it('is not concrete for words alone', () => {
    expect(
      read('medical-certificate', "Je certifie suivre M. DIALLO dont l'état de santé nécessite des soins."),
    ).toMatchObject({ concrete: [] });
  });
});

describe('a passport', () => {
  const ZONE = 'P<GEOGELASHVILI<<DAVIT<<<<<<<<<<<<<<<<<<<<<<\n14BA228174GEO8603094M2906117<<<<<<<<<<<<<<04';
  const print = (number: string) => `Passport No. / N°    ${number}
Surname / Nom
GELASHVILI
Date of birth / Date de naissance
09/03/1986
Date of expiry / Date d'expiration
11/06/2029
${ZONE}`;

  it('whose print is that of its zone says so', () => {
    expect(read('passport', print('14BA22817'))).toMatchObject({ mrzValid: true, printAgrees: true });
  });
  it('whose print is another says so', () => {
    expect(read('passport', print('99ZZ00055'))['printAgrees']).toBe(false);
  });
  it('without readable print says nothing', () => {
    expect(read('passport', ZONE)['printAgrees']).toBeUndefined();
  });
});

describe('decisions, notices, certificates', () => {
  it('name the deadline, the number, the level', () => {
    expect(
      read(
        'prefecture-decision',
        'Arrêté n° 2026-95-1174\nVous pouvez former un recours dans un délai de trente jours.',
      ),
    ).toMatchObject({ number: '2026-95-1174', deadline: 'trente jours' });
    expect(read('language-certificate', 'DELF – Niveau atteint : A2')).toMatchObject({ level: 'A2', test: 'DELF' });
    expect(read('tax-notice', 'IMPÔT SUR LES REVENUS DE L’ANNÉE 2025\nPage 1/4')).toMatchObject({
      year: 2025,
      pagesAnnounced: 4,
    });
    expect(
      read('tax-notice', "Date d'établissement : 24/07/2026 – Date de mise en recouvrement : 31/07/2026")[
        'recoveryDate'
      ],
    ).toBe('2026-07-31');
    expect(
      read('school-certificate', 'Élève : BAH Aïssatou\nest inscrite en classe de 5ème – année 2026-2027'),
    ).toMatchObject({ pupil: 'BAH Aïssatou', class: 'cinquieme', schoolYear: '2026-2027' });
  });
});

describe('the end of validity', () => {
  it('of a declaration of loss is its own, not that of the lost paper', () => {
    const text = "Passeport valable jusqu'au 05/02/2025 a été volé.\nFait à Paris, le 8 octobre 2026";
    expect(read('loss-declaration', text)['expiry']).toBeUndefined();
    expect(read('loss-declaration', `${text}\nValable jusqu'au 08/12/2026`)['expiry']).toBe('2026-12-08');
  });
});

describe('all fields of a dense paper', () => {
  it('are read in a few milliseconds', () => {
    const line = 'Salaire de base    151,67    12,35    1 873,12    Cotisation vieillesse plafonnée\n';
    const text = `Salarié : TRAORÉ Mariam\n${line.repeat(48)}Net à payer    1 634,92`;
    const times = Array.from({ length: 12 }, () => {
      const before = performance.now();
      read('pay-slip', text);
      return performance.now() - before;
    });
    // The dates of the page are found in this time, too; on a busy machine only the best run tells.
    expect(Math.min(...times)).toBeLessThan(25);
  });
});
