import { describe, expect, it } from 'vitest';
import type { Line, Word } from '#domain/page-reading.ts';
import { inReadingOrder } from '#stages/proofread/order/reading-order.ts';
import { lineText } from '#text/line-text.ts';

const A4 = { width: 1654, height: 2338 };
/** Print of 11 points, in fractions of the page: letters, their width, from line to line of a paragraph. */
const HEIGHT = 0.012;
const LETTER = 0.0085;
const STEP = 0.0175;

type Part = readonly [text: string, x: number];
const isArabic = (text: string): boolean => /\p{sc=Arab}/u.test(text);

/** Words printed from x on; right-to-left script from its right end. */
function words([text, x]: Part, y: number): Word[] {
  const width = text.length * LETTER;
  let at = 0;
  return text.split(' ').map((word) => {
    const left = isArabic(text) ? x + width - (at + word.length) * LETTER : x + at * LETTER;
    at += word.length + 1;
    return { text: word, box: [left, y, word.length * LETTER, HEIGHT], confidence: 0.9 };
  });
}

/** One line of the recogniser, over all its parts: it reads across columns. */
function line(y: number, ...parts: readonly Part[]): Line {
  const all = parts.flatMap((part) => words(part, y));
  const left = Math.min(...all.map(({ box }) => box[0]));
  const right = Math.max(...all.map(({ box }) => box[0] + box[2]));
  return { block: 0, box: [left, y, right - left, HEIGHT], words: all };
}

const column = (x: number, y: number, texts: readonly string[], step = STEP): Line[] =>
  texts.map((text, row) => line(y + row * step, [text, x]));
const across = (y: number, rows: readonly (readonly Part[])[], step: number): Line[] =>
  rows.map((parts, row) => line(y + row * step, ...parts));
const ordered = (lines: readonly Line[]): Line[] => inReadingOrder({ ...A4, lines: [...lines] });
const read = (...lines: readonly (readonly Line[])[]): string[] => ordered(lines.flat()).map(lineText);

const PROSE = [
  'Je soussigné certifie avoir examiné ce jour la personne nommée ci-dessus qui me dit avoir',
  'été frappée au visage et au bras droit par un inconnu dans la nuit du samedi au dimanche et',
  'ne plus dormir depuis lors malgré le traitement que lui a prescrit son médecin de famille.',
];
const prose = (y: number, x = 0.09): Line[] => column(x, y, PROSE);

describe('the reading order of a page', () => {
  it('leaves a page of one column as it is', () => {
    const lines = [...column(0.3, 0.05, ['CERTIFICAT MÉDICAL']), ...prose(0.1), ...prose(0.17)];
    expect(ordered(lines)).toEqual(lines);
  });

  it('reads the sender whole before the addressee that the recogniser read on the same lines', () => {
    const head = across(
      0.05,
      [
        [
          ['Docteur Philippe VASSEUR', 0.09],
          ['Madame Awa DIALLO', 0.62],
        ],
        [
          ['Médecine générale', 0.09],
          ['12 rue des Acacias', 0.62],
        ],
        [
          ['59 boulevard Carnot, 69008 Lyon', 0.09],
          ['69100 Villeurbanne', 0.62],
        ],
      ],
      0.016,
    );
    expect(read(head, prose(0.14))).toEqual([
      'Docteur Philippe VASSEUR',
      'Médecine générale',
      '59 boulevard Carnot, 69008 Lyon',
      'Madame Awa DIALLO',
      '12 rue des Acacias',
      '69100 Villeurbanne',
      ...PROSE,
    ]);
  });

  it('reads side by side blocks apart though their lines stand on different levels', () => {
    const sender = column(
      0.09,
      0.05,
      ['Association Accueil', '4 rue du Port', '35000 Rennes', 'SIRET 123 456 789 00012'],
      0.016,
    );
    const addressee = column(
      0.62,
      0.058,
      ['Monsieur le préfet', 'Bureau des étrangers', '3 avenue de la Préfecture'],
      0.019,
    );
    const levels = [...sender, ...addressee].sort((a, b) => a.box[1] - b.box[1]);
    expect(read(levels, prose(0.16)).slice(0, 7)).toEqual([...sender, ...addressee].map(lineText));
  });

  it('reads a form across, also where the recogniser took labels and values for columns', () => {
    const labels = ['Nom', 'Prénom', 'Né le', 'Nationalité'];
    const values = ['KOVALENKO', 'Nadiia', '02.12.1957', 'ukrainienne'];
    const form = [...column(0.09, 0.2, labels, 0.0245), ...column(0.4, 0.2, values, 0.0245)];
    expect(read(prose(0.1), form, prose(0.32))).toEqual([
      ...PROSE,
      'Nom KOVALENKO',
      'Prénom Nadiia',
      'Né le 02.12.1957',
      'Nationalité ukrainienne',
      ...PROSE,
    ]);
  });

  it('reads labels with a colon across however close the lines stand', () => {
    const form = across(
      0.2,
      [
        [
          ['Nom :', 0.09],
          ['KOVALENKO', 0.3],
        ],
        [
          ['Prénom :', 0.09],
          ['Nadiia', 0.3],
        ],
        [
          ['Pays :', 0.09],
          ['Ukraine', 0.3],
        ],
      ],
      0.0155,
    );
    expect(read(prose(0.1), form, prose(0.27)).slice(3, 6)).toEqual([
      'Nom : KOVALENKO',
      'Prénom : Nadiia',
      'Pays : Ukraine',
    ]);
  });

  it('keeps a value that runs over several lines after its label', () => {
    const form = [
      line(0.2, ['Lieu', 0.09], ['8 rue de Brest', 0.4]),
      line(0.225, ['Motif', 0.09], ['coups et blessures sur la', 0.4]),
      line(0.2425, ['voie publique, de nuit', 0.4]),
      line(0.2675, ['Agent', 0.09], ['brigadier Leroux', 0.4]),
      line(0.2925, ['Service', 0.09], ['nuit', 0.4]),
    ];
    expect(read(prose(0.1), form).slice(3)).toEqual([
      'Lieu 8 rue de Brest',
      'Motif coups et blessures sur la',
      'voie publique, de nuit',
      'Agent brigadier Leroux',
      'Service nuit',
    ]);
  });

  it('keeps the rows of a pay slip, amounts and all', () => {
    const rows: Part[][] = [
      [
        ['Rubrique', 0.09],
        ['Base', 0.45],
        ['Taux', 0.6],
        ['Montant', 0.8],
      ],
      [
        ['Salaire de base', 0.09],
        ['151,67', 0.45],
        ['12,35', 0.6],
        ['1 873,12', 0.8],
      ],
      [
        ['Prime de panier', 0.09],
        ['20,00', 0.45],
        ['6,10', 0.6],
        ['122,00', 0.8],
      ],
      [
        ['Brut', 0.09],
        ['1 995,12', 0.8],
      ],
      [
        ['Net à payer', 0.09],
        ['1 578,74', 0.8],
      ],
    ];
    const head = across(
      0.05,
      [
        [
          ['SARL Nettoyage du Port', 0.09],
          ['BULLETIN DE PAIE', 0.7],
        ],
        [
          ['44800 Saint-Herblain', 0.09],
          ['mars 2026', 0.7],
        ],
      ],
      0.016,
    );
    for (const step of [0.0145, 0.021])
      expect(read(head, across(0.2, rows, step))).toEqual([
        'SARL Nettoyage du Port',
        '44800 Saint-Herblain',
        'BULLETIN DE PAIE',
        'mars 2026',
        ...rows.map((row) => row.map(([text]) => text).join(' ')),
      ]);
  });

  it('reads the columns of an article one after the other, also the lines read through both', () => {
    const left = [
      'Une femme de trente ans a porté plainte hier',
      'après l’incendie de sa tente dans la nuit de',
      'samedi à dimanche près du canal de Calais,',
      'a dit son avocate à la sortie du tribunal.',
      'Elle vit depuis dans un foyer de la région',
      'avec ses deux enfants et attend sa réponse.',
    ];
    const right = [
      'Le parquet a ouvert une enquête et demande',
      'aux témoins de se faire connaître au plus',
      'vite. La préfecture rappelle que cent places',
      'restent libres dans les centres voisins et',
      'que chacun peut y être conduit sur simple',
      'demande auprès des associations du lieu.',
    ];
    const rows = left.map((text, row) => line(0.2 + row * STEP, [text, 0.08], [right[row] ?? '', 0.48]));
    expect(read(column(0.25, 0.1, ['LA VOIX DU LITTORAL']), rows)).toEqual(['LA VOIX DU LITTORAL', ...left, ...right]);
  });

  it('reads each paragraph of a page in two languages before the other language says it again', () => {
    const fr = [
      ['Vous êtes né à Kukës le 30/01/1992 et avez', 'un mois pour quitter la France.'],
      ['Vous pouvez saisir le tribunal dans les', '15 jours, 2 place de Verdun.'],
    ];
    const sq = [
      ['Jeni i lindur në Kukës më 30/01/1992 dhe', 'keni një muaj për të lënë Francën.'],
      ['Mund t’i drejtoheni gjykatës brenda 15', 'ditëve, 2 place de Verdun.'],
    ];
    const lines = [0, 1].flatMap((at) =>
      [0, 1].map((row) =>
        line(0.2 + at * 0.045 + row * STEP, [fr[at]?.[row] ?? '', 0.09], [sq[at]?.[row] ?? '', 0.52]),
      ),
    );
    expect(read(lines, prose(0.32)).slice(0, 8)).toEqual([
      ...(fr[0] ?? []),
      ...(sq[0] ?? []),
      ...(fr[1] ?? []),
      ...(sq[1] ?? []),
    ]);
  });

  it('begins at the right where the writing does, and parts the languages of a line', () => {
    const ar = ['يشهد الموقع أسفله أن السيدة حنان', 'الوزاني تعالج منذ 2004 في هذا', 'المركز وقد سلمت لها الشهادة'];
    const fr = [
      'Je soussigné certifie que Madame',
      'Hanane OUAZZANI est suivie depuis',
      '2004 dans ce centre hospitalier.',
    ];
    const head = column(0.35, 0.05, ['المركز الاستشفائي الجهوي مولاي يوسف', 'وزارة الصحة والحماية الاجتماعية']);
    const lines = ar.map((text, row) => line(0.2 + row * STEP, [fr[row] ?? '', 0.09], [text, 0.55]));
    expect(read(head, lines)).toEqual([...head.map(lineText), ...ar, ...fr]);
  });

  it('puts the words of a mixed line in the order they are said, and drops signs that only steer display', () => {
    const head = column(0.3, 0.05, [
      'الجمهورية الجزائرية الديمقراطية الشعبية',
      'وزارة العمل والتشغيل والضمان الاجتماعي',
    ]);
    const mixed = line(0.2, ['Salaire de base', 0.5], ['الأجر القاعدي /', 0.64]);
    const amounts = line(0.23, ['4 500,00', 0.1], ['الراتب‏', 0.8]);
    expect(read(head, [mixed, amounts]).slice(2)).toEqual(['الأجر القاعدي / Salaire de base', 'الراتب 4 500,00']);
  });

  it('reads a column of the letterhead beside the text whole', () => {
    const side = column(
      0.09,
      0.15,
      ['Hôpital Saint-Roch', 'Psychiatrie adulte', 'Pr Hélène Morin', 'Dr Luc Petit', 'Tél. 01 69 00 00 21'],
      0.0135,
    );
    const text = [
      'Je soussigné certifie suivre depuis deux mois la patiente',
      'nommée ci-dessus pour des troubles du sommeil et de',
      'l’appétit et une anxiété qui ne cède pas encore tout à fait.',
      'Le traitement est à poursuivre pendant un an.',
    ];
    const main = [
      ...column(0.5, 0.1, ['CERTIFICAT']),
      ...column(0.36, 0.142, text),
      ...column(0.36, 0.24, ['Fait à Nice le 3 mars 2026']),
    ];
    const levels = [...side, ...main].sort((a, b) => a.box[1] - b.box[1]);
    expect(read(levels)).toEqual([...side, ...main].map(lineText));
  });

  it('reads what each party signs as, then who signs', () => {
    const signed = [
      line(0.5, ['Le bailleur', 0.12], ['Le locataire', 0.6]),
      line(0.57, ['Jean MARTIN', 0.12], ['Awa DIALLO', 0.6]),
    ];
    expect(read(prose(0.4), signed).slice(3)).toEqual(['Le bailleur', 'Jean MARTIN', 'Le locataire', 'Awa DIALLO']);
  });

  it('reads a label and the value under it before the next label of a row of boxes', () => {
    const boxes = across(
      0.2,
      [
        [
          ['Matricule', 0.09],
          ['Emploi', 0.37],
          ['Entrée', 0.65],
        ],
        [
          ['00218', 0.09],
          ['Agent de propreté', 0.37],
          ['03/02/2025', 0.65],
        ],
      ],
      0.015,
    );
    expect(read(prose(0.1), boxes, prose(0.27)).slice(3, 9)).toEqual([
      'Matricule',
      '00218',
      'Emploi',
      'Agent de propreté',
      'Entrée',
      '03/02/2025',
    ]);
  });

  it('takes the white of a justified line for no column', () => {
    const spread = (y: number): Line =>
      line(y, ['hébergement', 0.09], ['provisoirement', 0.225], ['renouvelable', 0.39]);
    const lines = [
      ...column(0.09, 0.1, ['La personne est accueillie dans un foyer pour un']),
      spread(0.1175),
      spread(0.135),
      ...column(0.09, 0.1525, ['chaque mois sur avis de la commission du lieu.']),
    ];
    expect(read(lines)).toEqual(lines.map(lineText));
  });

  it('leaves the numbers of a list with their items, the fax line at the top and the page number at the foot', () => {
    const items = ['1.', '2.', '3.', '4.'].map((number, row) =>
      line(0.2 + row * STEP, [number, 0.09], ['conserver ce document avec les autres pièces', 0.125]),
    );
    const lines = [
      line(0.01, ['19/11/2026 09:14', 0.04], ['FAX 01 70 00 33 00', 0.3], ['P.01/01', 0.6]),
      ...prose(0.1),
      ...items,
      line(0.96, ['1/2', 0.49]),
    ];
    expect(read(lines)).toEqual(lines.map(lineText));
  });

  it('numbers blocks upwards, a new one where reading goes on further up', () => {
    const head = across(
      0.05,
      [
        [
          ['Mairie de Lille', 0.09],
          ['Affaire suivie par', 0.66],
        ],
        [
          ['Place Roger Salengro', 0.09],
          ['Mme Leroy', 0.66],
        ],
        [
          ['59000 Lille', 0.09],
          ['poste 4412', 0.66],
        ],
      ],
      0.016,
    );
    expect(ordered(head).map(({ block }) => block)).toEqual([0, 0, 0, 1, 1, 1]);
  });

  it('loses and doubles no word of a page without rhyme or reason', () => {
    let seed = 7;
    const random = (): number => {
      seed = (seed * 16807) % 2147483647;
      return seed / 2147483647;
    };
    const lines = Array.from({ length: 60 }, (_, at) =>
      line(random() * 0.95, ...[0, 1, 2].map((part): Part => [`w${at}x${part} y${at}`, random() * 0.9])),
    );
    const all = (some: readonly Line[]): string[] => some.flatMap((one) => one.words.map(({ text }) => text)).sort();
    expect(all(ordered(lines))).toEqual(all(lines));
  });

  it('of nothing is nothing', () => {
    expect(ordered([])).toEqual([]);
  });
});
