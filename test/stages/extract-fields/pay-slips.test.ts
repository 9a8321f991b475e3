import { describe, expect, it } from 'vitest';
import { fieldsOf, type PaperOptions } from '../../support/fields-of.ts';
import { humanitarianPipeline } from '../../support/humanitarian-pipeline.ts';

const pipeline = await humanitarianPipeline();
const read = (text: string, options?: PaperOptions) =>
  Object.fromEntries(
    Object.entries(fieldsOf(pipeline, 'pay-slip', text, options)).map(([name, { value }]) => [name, value]),
  );

/** A French slip in columns; `net` is what is printed, `more` lines before it. */
const french = (net: string, more = ''): string => `BULLETIN DE PAIE
Salarié :    TRAORÉ Mariam
Rubriques    Base    Taux    Montant
Salaire de base    151,67    12,35    1 873,12
Heures supplémentaires    6,00    15,44    92,64
SALAIRE BRUT    1 965,76
Vieillesse    1 965,76    7,30    143,50
CSG/CRDS    1 965,76    9,53    187,34
Total des cotisations    330,84
${more}Net à payer    ${net} €`;

/** One slip in the numbers of a country: gross, deductions, net. */
const LOCALES: [name: string, language: string, text: string, net: number][] = [
  ['Germany', 'de', 'Gesamt-Brutto    1.852,50\nSumme Abzüge    478,87\nAuszahlungsbetrag    1.373,63 €', 1373.63],
  ['Britain', 'en', 'Total gross pay    1,915.20\nTotal deductions    337.07\nNET PAY    1,578.13 GBP', 1578.13],
  [
    'Switzerland',
    'de',
    "Bruttolohn    4'852.50\nTotal Abzüge    \nSumme Abzüge    712.30\nNettolohn    4'140.20 CHF",
    4140.2,
  ],
  ['India', 'en', 'Gross Salary    1,23,456.00\nTotal Deductions    13,456.00\nNet Pay    1,10,000.00', 110000],
  ['Egypt', 'ar', 'إجمالي الراتب    ٦٬٥٠٠٫٠٠\nمجموع الاستقطاعات    ٥٠٠٫٠٠\nصافي الراتب    ٦٬٠٠٠٫٠٠', 6000],
  ['Iran', 'fa', 'جمع حقوق و مزایا    ۱۲٬۵۰۰٬۰۰۰\nجمع کسور    ۱٬۵۰۰٬۰۰۰\nخالص پرداختی    ۱۱٬۰۰۰٬۰۰۰', 11_000_000],
  ['Bangladesh', 'bn', 'মোট বেতন    ২৫,০০০\nমোট কর্তন    ১,০০০\nনীট বেতন    ২৪,০০০', 24_000],
  ['Poland', 'pl', 'Razem brutto    5 400,00\nRazem potrącenia    1 382,40\nDo wypłaty    4 017,60 zł', 4017.6],
  [
    'Ukraine',
    'uk',
    'Всього нараховано    18 500,00\nВсього утримано    3 607,50\nДо виплати    14 892,50 грн',
    14892.5,
  ],
  ['Greece', 'el', 'Σύνολο αποδοχών    1.100,00\nΣύνολο κρατήσεων    152,57\nΠληρωτέο ποσό    947,43 €', 947.43],
];

describe('a pay slip', () => {
  it('is read by its labels, each field from where it stands', () => {
    const fields = fieldsOf(pipeline, 'pay-slip', french('1 634,92'));
    expect(fields['employee']).toMatchObject({ value: 'TRAORÉ Mariam', place: { page: 1, text: 'TRAORÉ Mariam' } });
    expect(fields['gross']?.value).toBe(1965.76);
    expect(fields['net']?.value).toBe(1634.92);
    expect(fields['net']?.place?.box[0]).toBeGreaterThan(0.15);
    expect(fields['amountsConsistent']?.value).toBe(true);
  });

  it.each(LOCALES)('of %s is read and adds up', (_name, language, text, net) => {
    expect(read(text, { language })).toMatchObject({ net, amountsConsistent: true });
  });

  it.each(LOCALES)('of %s with a wrong net is found', (_name, language, text) => {
    // The last number of the slip is the net; another first digit changes it by more than 2 %.
    const at = text.lastIndexOf('\n') + 1;
    const wrong = text.slice(0, at) + text.slice(at).replace(/\p{Nd}/u, (digit) => next(digit));
    expect(read(wrong, { language })['amountsConsistent']).toBe(false);
  });

  it.each([
    ['3 % too much', '1 683,97'],
    ['3 % too little', '1 585,87'],
    ['above the gross', '2 634,92'],
  ])('whose net is %s is found', (_name, net) => {
    expect(read(french(net))['amountsConsistent']).toBe(false);
  });

  it.each([
    ['a refund', 'Remboursement transport    43,00\n', '1 677,92'],
    ['an advance', 'Acompte    -200,00\n', '1 434,92'],
    ['tax at source', 'Impôt prélevé à la source    2,10    34,33\n', '1 600,59'],
  ])('that explains its net by %s adds up', (_name, more, net) => {
    expect(read(french(net, more))['amountsConsistent']).toBe(true);
  });

  it('takes the column that adds up where employee and employer stand side by side', () => {
    const text = `Salaire brut    2 000,00
Total des cotisations    440,00    812,33
Net à payer    1 560,00`;
    expect(read(text)['amountsConsistent']).toBe(true);
  });

  it('adds several totals up where taxes and insurance have one each', () => {
    const text = `Gesamtbrutto    3.000,00
Steuerrechtliche Abzüge    400,00
SV-rechtliche Abzüge    600,00
Auszahlungsbetrag    2.000,00`;
    expect(read(text, { language: 'de' })['amountsConsistent']).toBe(true);
  });

  it.each([
    ['a digit taken for one like it', '1 834,92'],
    ['a lost thousand', '634,92'],
  ])('is not accused for %s by a reader that is not sure', (_name, net) => {
    expect(read(french(net), { confidence: 0.6 })['amountsConsistent']).toBeUndefined();
  });

  it('is not accused when its own sums do not add up either, unless every number is read surely', () => {
    const misread = french('1 434,92').replace('143,50', '743,50');
    expect(read(misread, { confidence: 0.7 })['amountsConsistent']).toBeUndefined();
  });

  it('has values below the heads of a table, and beside labels in another column', () => {
    expect(read('Brut    Net imposable    Net à payer\n2 000,00    1 700,00    1 560,00')).toMatchObject({
      gross: 2000,
      net: 1560,
    });
  });

  it('has labels that were misread', () => {
    expect(read('SALAlRE BRUT    2 000,00\nTota1 des cotisatons    440,00\nNet a paver    1 560,00')).toMatchObject({
      gross: 2000,
      net: 1560,
      amountsConsistent: true,
    });
  });
});

/** Another digit of the same script, unlike it. */
function next(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = [0x30, 0x660, 0x6f0, 0x9e6].find((one) => code >= one && code < one + 10) ?? 0x30;
  const other = { 1: 5, 2: 6, 3: 6, 4: 6, 5: 1, 6: 2, 7: 5, 8: 4, 9: 5, 0: 5 }[code - zero] ?? 5;
  return String.fromCharCode(zero + other);
}

describe('the amounts of a pay slip that were not all read', () => {
  it('are told by the two that were, where the third is printed where it belongs', () => {
    expect(read('ጠቅላላ ድምር    7,528.00\nxxxx    1,370.10\nyyyy    6,157.90 ብር', { language: 'am' })).toMatchObject({
      gross: 7528,
      deductions: 1370.1,
      net: 6157.9,
    });
    expect(read('Zzzz    2 000,00\nTotal des cotisations    440,00\nNet à payer    1 560,00')['gross']).toBe(2000);
  });
  it('are what they must be when a comma was lost or thousands were parted from their number', () => {
    expect(read('SALAIRE BRUT    118445\nTotal des retenues    253,01\nNet à payer    931,44')['gross']).toBe(1184.45);
    expect(
      read("Salaire brut    3'321.30\nTotal déductions    542.69\nSalaire net versé    2'°778.61 CHF")['net'],
    ).toBe(2778.61);
    expect(
      read('TOTALE COMPETENZE    985, 34\nTOTALE TRATTENUTE    154, 30\nNETTO DEL MESE    831,04', { language: 'it' })[
        'gross'
      ],
    ).toBe(985.34);
  });
  it('are not made up where they do not add up', () => {
    expect(read('Salaire brut    2 000,00\nTotal des cotisations    440,00\nNet à payer    1 700,00')).toMatchObject({
      gross: 2000,
      net: 1700,
      amountsConsistent: false,
    });
  });
  it('contradict each other also when nobody knows the name of the deductions, if their lines make up a total', () => {
    const slip = (net: string) => `Salaire brut    2 114,65
Assurances    2 114,65    154,37
Retraite    2 114,65    84,80
CSG    2 114,65    201,53
Retenues xyz    440,70
Net à payer    ${net}`;
    expect(read(slip('1 673,95'))['amountsConsistent']).toBe(true);
    expect(read(slip('1 553,95'))['amountsConsistent']).toBe(false);
  });
});

describe('the period of a pay slip', () => {
  it('is the month it names, not the one it is paid in nor the term of the contract', () => {
    const text = 'BULLETIN DE PAIE – AVRIL 2026\nContrat du 02/03/2026 au 31/08/2026\nPayé le 4 mai 2026';
    expect(read(text)['period']).toBe('2026-04');
  });
});

describe('the currency of a pay slip', () => {
  it('is that of the amounts, not a word that looks like a sign', () => {
    expect(read('SEK ELEKTRIK A.S.\nNet ödenen    27.824,47 TL', { language: 'tr' })['currency']).toBe('TL');
    expect(read('Net Pay    €1,560.00', { language: 'en' })['currency']).toBe('€');
    expect(read('Paid for all 12 days\nNet Pay    1,560.00 GBP', { language: 'en' })['currency']).toBe('GBP');
  });
  it('may stand in the head of a column only', () => {
    expect(read('Libellé    Montant (EUR)\nNet à payer    1 560,00')['currency']).toBe('EUR');
  });
  it('is told as it is printed and by its code', () => {
    const slip = read('Wynagrodzenie brutto    5 536,00\nDo wypłaty    4 059,00 zł', { language: 'pl' });
    expect([slip['currency'], slip['currencyCode']]).toEqual(['zł', 'PLN']);
    expect(read('Net à payer    154 000 F CFA')['currencyCode']).toBe('XOF');
    expect(read('实发工资    5,420.00元', { language: 'zh' })['currencyCode']).toBe('CNY');
    expect(read('শোধ: ১২,৫০০ টাকা', { language: 'bn' })['currency']).toBe('টাকা');
  });
  it('may be a word that was misread behind an amount', () => {
    expect(read("Qo'lga beriladi    3 250 000 so'rm", { language: 'uz' })['currencyCode']).toBe('UZS');
  });
});
