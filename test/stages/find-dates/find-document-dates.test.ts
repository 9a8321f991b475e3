import { describe, expect, it } from 'vitest';
import { findDocumentDates } from '#stages/find-dates/find-document-dates.ts';
import { line, page, readDateKnowledge } from './paper.ts';

const knowledge = await readDateKnowledge();
const asOf = '2026-11-23';

describe('the issue date', () => {
  it.each([
    ['fr', 'Fait à Lyon, le 12 mars 2024', '2024-03-12'],
    ['fr', 'Villeurbanne, le 3 février 2025', '2025-02-03'],
    ['fr', 'Date : 03/02/2025', '2025-02-03'],
    ['en', 'Date of issue: 12 March 2024', '2024-03-12'],
    ['es', 'Dado en Bogotá, a los 12 días del mes de marzo de 2024', '2024-03-12'],
    ['pt', 'Lisboa, 12 de março de 2024', '2024-03-12'],
    ['it', 'Roma, lì 12 marzo 2024', '2024-03-12'],
    ['de', 'Berlin, den 12. März 2024', '2024-03-12'],
    ['tr', 'Düzenleme Tarihi: 12.03.2024', '2024-03-12'],
    ['ru', 'Дата выдачи: 12.03.2024', '2024-03-12'],
    ['uk', 'Дата видачі: 12.03.2024', '2024-03-12'],
    ['ar', 'حرر بتاريخ ١٢ مارس ٢٠٢٤', '2024-03-12'],
    ['fa', 'تاریخ صدور: 1403/01/12', '2024-03-31'],
    ['ne', 'जारी मिति : २०८१।०४।१५', '2024-07-30'],
    ['ka', 'გაცემის თარიღი: 12.03.2024', '2024-03-12'],
    ['sq', 'Data e lëshimit: 12.03.2024', '2024-03-12'],
    ['pl', 'Warszawa, dnia 12 marca 2024 r.', '2024-03-12'],
    ['vi', 'Hà Nội, ngày 12 tháng 3 năm 2024', '2024-03-12'],
    ['zh', '签发日期：2024年3月12日', '2024-03-12'],
  ])('is read where the paper says it (%s: %s)', (code, text, iso) => {
    const paper = page([line('XXXX XXXX', [0.1, 0.05]), line(text, [0.5, 0.2])], code);
    const found = findDocumentDates([paper], asOf, knowledge);
    expect(found.issueDate?.iso).toBe(iso);
    expect(found.issueDate?.confidence).toBeGreaterThan(0.5);
  });

  it('is read in a coloured stamp that was read apart from the print, once', () => {
    const stamp = {
      kind: 'stamp',
      box: [0.55, 0.7, 0.25, 0.1],
      confidence: 0.9,
      text: 'POSTE DE POLICE\n12 MARS 2024\nBAMAKO',
    } as const;
    const body = line('Le plaignant est né le 3 juillet 1992 à Kayes', [0.1, 0.3]);
    const stamped = page([body], 'fr', [{ ...stamp, box: [...stamp.box] }]);
    const found = findDocumentDates([stamped], asOf, knowledge);
    expect(found.issueDate).toMatchObject({ iso: '2024-03-12', page: 1 });
    const readTwice = page([body, line('12 MARS 2024', [0.6, 0.74])], 'fr', [{ ...stamp, box: [...stamp.box] }]);
    const dates = findDocumentDates([readTwice], asOf, knowledge).dates.map(({ iso }) => iso);
    expect(dates).toEqual(['1992-07-03', '2024-03-12']);
  });

  it('is never a birth date, a law, a period, a trace of the printer or of the fax', () => {
    const paper = page([
      line('12/03/2024 10:22 De: 0472000000 FAX p. 1/2', [0.05, 0.01]),
      line('Madame Awa DIALLO, née le 03/07/1992 à Conakry', [0.1, 0.3]),
      line('Vu la loi n° 2016-483 du 20 avril 2016 relative aux droits', [0.1, 0.4]),
      line('est hébergée du 3 au 17 mars 2023 dans notre centre', [0.1, 0.5]),
      line('Imprimé le 14/05/2024', [0.1, 0.97]),
    ]);
    const found = findDocumentDates([paper], asOf, knowledge);
    expect(found.issueDate).toBeNull();
    expect(found.dates.map((date) => [date.iso, date.role])).toEqual([
      ['2024-03-12', 'other'],
      ['1992-07-03', 'birth'],
      ['2016-04-20', 'law'],
      ['2023-03-03', 'period-start'],
      ['2023-03-17', 'period-end'],
      ['2024-05-14', 'other'],
    ]);
  });

  it('is less sure where it was recognised in Persian digits, which recognisers take for each other', () => {
    const paper = page([line('تاریخ صدور: ۱۴۰۳/۰۱/۱۲', [0.5, 0.2])], 'fa');
    const read = findDocumentDates([paper], asOf, knowledge).issueDate;
    const printed = findDocumentDates([{ ...paper, source: 'text-layer' }], asOf, knowledge).issueDate;
    expect([read?.iso, printed?.iso]).toEqual(['2024-03-31', '2024-03-31']);
    expect(printed?.confidence).toBeGreaterThan(0.8);
    expect(read?.confidence).toBeLessThan(0.9 * (printed?.confidence ?? 0));
  });

  it('is none where a story only tells of dates', () => {
    const paper = page([
      line('Je suis né le 20 juin 2003 à Kankan et mon père est décédé quand j’étais petit', [0.1, 0.2], 1),
      line('la marche a eu lieu le 14 octobre 2022 et nous avons fui avec ma sœur vers le', [0.1, 0.22], 1),
      line('nord. J’ai traversé le 3 juin 2019 le désert et je suis resté longtemps en Libye', [0.1, 0.24], 1),
      line('avant de pouvoir prendre le bateau.', [0.1, 0.26], 1),
    ]);
    expect(findDocumentDates([paper], asOf, knowledge).issueDate).toBeNull();
  });

  it('is not the birth date, the appointment or the due date that stand around it', () => {
    const paper = page([
      line('Date de naissance : 04/05/1980', [0.1, 0.15]),
      line('Facture n° 10 412 774 901 du 14/10/2026', [0.1, 0.2]),
      line('À régler avant le 02/11/2026', [0.1, 0.4]),
      line('Prochain rendez-vous : 10/12/2026', [0.1, 0.5]),
    ]);
    const found = findDocumentDates([paper], asOf, knowledge);
    expect(found.issueDate?.iso).toBe('2026-10-14');
    expect(found.dates.map((date) => date.role)).toEqual(['birth', 'issue', 'expiry', 'appointment']);
  });

  it('may be any of several when nothing tells them apart: the others are listed, and no one is sure', () => {
    const paper = page([line('03/02/2025', [0.1, 0.4]), line('07/02/2025', [0.6, 0.4])]);
    const { issueDate, issueCandidates } = findDocumentDates([paper], asOf, knowledge);
    const listed = [...(issueDate === null ? [] : [issueDate]), ...issueCandidates];
    expect(listed.map(({ iso }) => iso).sort()).toEqual(['2025-02-03', '2025-02-07']);
    expect(Math.max(...listed.map(({ confidence }) => confidence))).toBeLessThan(0.9);
  });

  it('is one of two that share the chances, not none', () => {
    const paper = page(
      [
        line('Anul 2025, luna martie, ziua 11, în mun. Onești', [0.1, 0.2], 1),
        line('Persoana declară că în data de 09.03.2025 a fost lovită și amenințată', [0.1, 0.3], 2),
      ],
      'ro',
    );
    expect(findDocumentDates([paper], asOf, knowledge).issueDate?.iso).toBe('2025-03-11');
  });

  it('is the day a patient left, where a letter of a hospital has no other', () => {
    const paper = page(
      [
        line('Постъпил на 23.02.2026 г. по спешност с болки в гърдите', [0.1, 0.3]),
        line('Дата на изписване: 02.03.2026 г.', [0.1, 0.6]),
      ],
      'bg',
    );
    expect(findDocumentDates([paper], asOf, knowledge).issueDate?.iso).toBe('2026-03-02');
  });

  it('is not the line of a fax that was read in pieces', () => {
    const paper = page([
      line('12-11-2026 16:42', [0.05, 0.012], 1),
      line('FAX 01 70 00 33 00 P.01/01', [0.5, 0.012], 2),
      line('Date de déclaration : 17/02/2026 — 19:48', [0.1, 0.2], 3),
    ]);
    expect(findDocumentDates([paper], asOf, knowledge).issueDate?.iso).toBe('2026-02-17');
  });

  it('is not the date of a visit that a sentence tells of over the end of its line', () => {
    const paper = page(
      [
        line('بناءً على طلب السيدة هدى قامت الأخصائية الاجتماعية بزيارة منزلية بتاريخ 3 فبراير', [0.1, 0.3], 1),
        line('2026 لبحث حالة الأسرة.', [0.1, 0.315], 1),
      ],
      'ar',
    );
    expect(findDocumentDates([paper], asOf, knowledge).issueDate).toBeNull();
  });

  it('is less sure where another could not be read and nothing announces it', () => {
    const story = line('Nous avons quitté la ville le 9 mai 2026 en autocar avec nos enfants', [0.1, 0.3]);
    const lost = line('Date : 1:71/.7/18', [0.1, 0.8]);
    const sure = findDocumentDates([page([story])], asOf, knowledge).issueDate;
    const unsure = findDocumentDates([page([story, lost])], asOf, knowledge).issueDate;
    expect([sure?.iso, unsure?.iso]).toEqual(['2026-05-09', '2026-05-09']);
    expect(unsure?.confidence).toBeLessThan(0.7 * (sure?.confidence ?? 0));
  });

  it('is not known to be missing where what is left of a date stands', () => {
    const unread = (text: string, code: string): boolean | undefined =>
      findDocumentDates([page([line(text, [0.5, 0.2])], code)], asOf, knowledge).hasUnread;
    expect(unread('دمشق في 17 نيسان 7١77', 'ar')).toBe(true);
    expect(unread('تاريخ الصرف: 1:71/.7/18', 'ar')).toBe(true);
    expect(unread('Le patient prend 2 comprimés de 500 mg', 'fr')).toBeUndefined();
    expect(unread('Fait à Lyon, le 12 mars 2024', 'fr')).toBeUndefined();
  });

  it('goes on over the end of a line, in words or before its year', () => {
    const words = page([
      line('En Valdeterra, a veinticuatro de junio de dos mil', [0.4, 0.7], 1),
      line('veintiséis', [0.4, 0.715], 2),
    ]);
    expect(findDocumentDates([words], asOf, knowledge).issueDate?.iso).toBe('2026-06-24');
    const year = page([
      line('Fait à Rennes en deux exemplaires, le 20 octobre', [0.1, 0.7], 1),
      line('2026', [0.1, 0.715], 2),
    ]);
    expect(findDocumentDates([year], asOf, knowledge).issueDate?.iso).toBe('2026-10-20');
  });

  it('stands at the head on the right without any word', () => {
    const paper = page([
      line('le 12 mars 2024', [0.6, 0.15]),
      line('Monsieur, votre dossier du 2 mars 2024 est complet et nous le traitons', [0.1, 0.4]),
    ]);
    expect(findDocumentDates([paper], asOf, knowledge).issueDate?.iso).toBe('2024-03-12');
  });

  it('may be in the future: judging that is not for the reader', () => {
    const paper = page([line('Fait à Lyon, le 12 mars 2031', [0.1, 0.8])]);
    expect(findDocumentDates([paper], asOf, knowledge).issueDate?.iso).toBe('2031-03-12');
  });
});

describe('roles', () => {
  it.each([
    ['fr', 'Date de naissance : 03/07/1992', 'birth'],
    ['fr', 'Valable jusqu’au 03/07/2027', 'expiry'],
    ['fr', 'Date des faits : 03/07/2022', 'event'],
    ['fr', 'Entré en France le 3 juillet 2019', 'entry'],
    ['fr', 'Votre prochain rendez-vous : 03/07/2027 à 14 h 30', 'appointment'],
    ['en', 'Date of birth: 3 July 1992', 'birth'],
    ['en', 'Date of expiry 3 July 2030', 'expiry'],
    ['ar', 'تاريخ الميلاد: 03/07/1992', 'birth'],
    ['ru', 'Дата рождения 03.07.1992', 'birth'],
    ['tr', 'Doğum Tarihi 03.07.1992', 'birth'],
    ['ta', 'பிறந்த திகதி: 03.07.1992', 'birth'],
    ['sq', 'Data dhe vendi i lindjes 03.07.1992', 'birth'],
    ['bg', 'Днес, 21.02.2022 г., в гр. Гоце Делчев, се сключи договор', 'issue'],
    ['hy', '2018 թվականի ապրիլի 2-ից աշխատում է ընկերությունում', 'period-start'],
    ['ru', 'в соответствии с требованиями от 27.07.2006 № 152-ФЗ', 'law'],
    ['uk', 'відповідно до Закону України «Про запобігання насильству» від 07.12.2017 № 2229-VIII', 'law'],
  ])('come from the words beside the date (%s: %s)', (code, text, role) => {
    const found = findDocumentDates([page([line(text, [0.1, 0.5])], code)], asOf, knowledge);
    expect(found.dates.map((date) => date.role)).toEqual([role]);
  });

  it('are shared by the dates of a list', () => {
    const text = 'Контролни прегледи на 26.02.2026 г. и 26.03.2026 г.';
    const found = findDocumentDates([page([line(text, [0.1, 0.5])], 'bg')], asOf, knowledge);
    expect(found.dates.map((date) => date.role)).toEqual(['appointment', 'appointment']);
  });

  it('come from the cell above or left of the date', () => {
    const paper = page([
      line('Date de naissance', [0.1, 0.3], 1),
      line('Date d’expiration', [0.6, 0.3], 2),
      line('03/07/1992', [0.1, 0.318], 3),
      line('03/07/2030', [0.6, 0.318], 4),
      line('Délivré le', [0.1, 0.5], 5),
      line('04/07/2020', [0.35, 0.5], 6),
    ]);
    expect(findDocumentDates([paper], asOf, knowledge).dates.map((date) => date.role)).toEqual([
      'birth',
      'expiry',
      'issue',
    ]);
  });

  it('knows that nobody is born in the future', () => {
    const found = findDocumentDates([page([line('né le 03/07/31', [0.1, 0.5])])], asOf, knowledge);
    expect(found.dates[0]?.iso).toBe('1931-07-03');
  });

  it('reads a date that breaks across two lines once', () => {
    const paper = page([
      line('je soussigné certifie que le patient est suivi depuis le 12', [0.1, 0.5], 1),
      line('mars 2021 dans le service', [0.1, 0.52], 1),
    ]);
    expect(findDocumentDates([paper], asOf, knowledge).dates.map((date) => [date.iso, date.role])).toEqual([
      ['2021-03-12', 'period-start'],
    ]);
  });

  it('takes the order of day and month from the other dates of the paper', () => {
    const paper = page([line('Visit 03/04/2024', [0.1, 0.4]), line('Visit 03/25/2024', [0.1, 0.5])], 'en');
    expect(findDocumentDates([paper], asOf, knowledge).dates.map((date) => date.iso)).toEqual([
      '2024-03-04',
      '2024-03-25',
    ]);
  });
});

it('dates by the thousand, as in the statements of an account, take no longer each than a few', () => {
  const timeOf = (pageCount: number): number => {
    const lines = Array.from({ length: 40 }, (_, row) =>
      line(`${1 + (row % 28)}/03/2024 Virement`, [0.1, 0.01 + row / 42]),
    );
    const pages = Array.from({ length: pageCount }, (_, at) => ({ ...page(lines), page: at + 1 }));
    const startedAt = performance.now();
    expect(findDocumentDates(pages, asOf, knowledge).dates).toHaveLength(pageCount * 40);
    return performance.now() - startedAt;
  };
  timeOf(10);
  // Eight times as long, were each as quick; sixty-four times, were each compared with all others.
  expect(timeOf(160) / timeOf(20)).toBeLessThan(30);
}, 60_000);
