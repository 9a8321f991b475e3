import type { DigitSet } from '../../src/definitions/digit-model.schema.ts';

/** A way of writing numbers, and how it is drawn for training; a font may know its languages' forms of a digit apart. */
export interface TaughtSet extends DigitSet {
  /** What may stand before and after a number of these papers. */
  readonly edges: readonly string[];
  /** A letter that the font must have too: it is the digits of such fonts that papers in this script print. */
  readonly letter: string;
}

const ARABIC = ['٠', '١', '٢', '٣', '٤', '٥', '٦', '٧', '٨', '٩'];
const own = (digits: string): string[] => [...digits];

/**
 * Shapes that two ways of writing share are one class. Urdu has a 7 of its own and an almost
 * Arabic 6; the Persian 5 is round in some fonts.
 */
export const TAUGHT_SETS: readonly TaughtSet[] = [
  {
    id: 'western',
    digits: '0123456789',
    shapes: own('0123456789'),
    scripts: ['Arab', 'Deva', 'Beng', 'Ethi'],
    languages: ['en'],
    edges: ['(', ')', ',', '.', ':', '।', '،'],
    letter: 'A',
  },
  {
    id: 'arabic',
    digits: ARABIC.join(''),
    shapes: ARABIC,
    scripts: ['Arab'],
    languages: ['ar'],
    edges: ['(', ')', '.', '،', ':', '،'],
    letter: 'ع',
  },
  {
    id: 'persian',
    digits: '۰۱۲۳۴۵۶۷۸۹',
    shapes: ['٠', '١', '٢', '٣', '۴', '۵٥', '۶٦', '٧۷', '٨', '٩'],
    scripts: ['Arab'],
    languages: ['fa', 'ps', 'ur'],
    edges: ['(', ')', '.', '،', ':', '،'],
    letter: 'ع',
  },
  {
    id: 'devanagari',
    digits: '०१२३४५६७८९',
    shapes: own('०१२३४५६७८९'),
    scripts: ['Deva'],
    languages: ['hi', 'ne'],
    edges: ['(', ')', ',', '।', '.', '।'],
    letter: 'क',
  },
  {
    id: 'bengali',
    digits: '০১২৩৪৫৬৭৮৯',
    shapes: own('০১২৩৪৫৬৭৮৯'),
    scripts: ['Beng'],
    languages: ['bn'],
    edges: ['(', ')', ',', '।', '.', '।'],
    letter: 'ক',
  },
];

/** Signs of numbers by the class they are drawn as. */
export const SIGNS: Readonly<Record<string, readonly string[]>> = {
  '/': ['/'],
  '-': ['-', '–'],
  '.': ['.'],
  ':': [':'],
  ',': [',', '٫'],
  '،': ['،'],
  '٬': ['٬', "'"],
  '।': ['।'],
  '(': ['('],
  ')': [')'],
};

/** Empty: any other shape. */
export const OTHER = '';
export const CLASSES: readonly string[] = [
  OTHER,
  ...Object.keys(SIGNS),
  ...new Set(TAUGHT_SETS.flatMap(({ shapes }) => shapes.flatMap((shape) => [...shape]))),
];

/** The class a character of a set is drawn as, in a language. */
export function classOf(character: string, set: DigitSet, language: string): string {
  const sign = Object.keys(SIGNS).find((one) => SIGNS[one]?.includes(character));
  if (sign !== undefined) return sign;
  const shapes = set.shapes[[...set.digits].indexOf(character)];
  if (shapes === undefined) return OTHER;
  return shapes.includes('۷') && language === 'ur' ? '۷' : ([...shapes][0] ?? OTHER);
}

/**
 * Letters whose shapes are no digits. Without those that stand alone look like a digit (alef, heh, O, l): what they are, only the letters
 * around them tell.
 */
export const LETTERS: Readonly<Record<string, string>> = {
  Arab: 'بتثجحخدذرزسشصضطظعغفقكلمنويةىئپچژکگیټډړښےٹڈڑءأإؤ',
  Deva: 'अआइईउऊएऐओऔकखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह',
  Beng: 'অআইঈউঊএঐওকখগঘচছজঝটঠডঢণতথদধনপফবভমযরলশষসহ',
  Ethi: 'ሀሁሂለሉመሙሠሰሱሲረሩራሸሹቀቁቂበቡቢተቱቲነኑኒአኡኢከኩኪወዉዊዐዓዘዙየዩደዱገጉጊጠጡጸጹፀፈፉፐ፩፪፫፬፭፮፯፰፱፲፳፴፻',
  Latn: 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz&@#%+=?!',
};
