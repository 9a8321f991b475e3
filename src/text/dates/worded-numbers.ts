/** Numbers in words, folded, by value; longest spelling forms are put together by `wordedNumber`. */
const TABLES: Readonly<Record<string, string>> = {
  fr: '1 premier un une|2 deux deuxieme|3 trois|4 quatre|5 cinq|6 six|7 sept|8 huit|9 neuf|10 dix|11 onze|12 douze|13 treize|14 quatorze|15 quinze|16 seize|20 vingt vingts|30 trente|40 quarante|50 cinquante|60 soixante|100 cent cents|1000 mil mille',
  en: '1 first one|2 second two|3 third three|4 fourth four|5 fifth five|6 sixth six|7 seventh seven|8 eighth eight|9 ninth nine|10 tenth ten|11 eleventh eleven|12 twelfth twelve|13 thirteenth thirteen|14 fourteenth fourteen|15 fifteenth fifteen|16 sixteenth sixteen|17 seventeenth seventeen|18 eighteenth eighteen|19 nineteenth nineteen|20 twentieth twenty|30 thirtieth thirty|40 forty|50 fifty|60 sixty|70 seventy|80 eighty|90 ninety|100 hundred|1000 thousand',
  es: '1 primero uno un|2 dos|3 tres|4 cuatro|5 cinco|6 seis|7 siete|8 ocho|9 nueve|10 diez|11 once|12 doce|13 trece|14 catorce|15 quince|16 dieciseis|17 diecisiete|18 dieciocho|19 diecinueve|20 veinte|21 veintiuno veintiun|22 veintidos|23 veintitres|24 veinticuatro|25 veinticinco|26 veintiseis|27 veintisiete|28 veintiocho|29 veintinueve|30 treinta|40 cuarenta|50 cincuenta|60 sesenta|70 setenta|80 ochenta|90 noventa|100 cien ciento|900 novecientos|1000 mil',
  pt: '1 primeiro um|2 dois|3 tres|4 quatro|5 cinco|6 seis|7 sete|8 oito|9 nove|10 dez|11 onze|12 doze|13 treze|14 catorze quatorze|15 quinze|16 dezasseis dezesseis|17 dezassete dezessete|18 dezoito|19 dezanove dezenove|20 vinte|30 trinta|40 quarenta|50 cinquenta|60 sessenta|70 setenta|80 oitenta|90 noventa|100 cem cento|900 novecentos|1000 mil',
  it: '1 primo uno un|2 due|3 tre|4 quattro|5 cinque|6 sei|7 sette|8 otto|9 nove|10 dieci|11 undici|12 dodici|13 tredici|14 quattordici|15 quindici|16 sedici|17 diciassette|18 diciotto|19 diciannove|20 venti vent|30 trenta trent|40 quaranta quarant|50 cinquanta cinquant|60 sessanta sessant|70 settanta settant|80 ottanta ottant|90 novanta novant|100 cento|1000 mille mila',
  de: '1 ersten erste erster ein eins|2 zweiten zweite zwei|3 dritten dritte drei|4 vierten vierte vier|5 funften funfte funf|6 sechsten sechste sechs|7 siebten siebte siebenten sieben|8 achten achte acht|9 neunten neunte neun|10 zehnten zehnte zehn|11 elften elfte elf|12 zwolften zwolfte zwolf|13 dreizehnten dreizehn|14 vierzehnten vierzehn|15 funfzehnten funfzehn|16 sechzehnten sechzehn|17 siebzehnten siebzehn|18 achtzehnten achtzehn|19 neunzehnten neunzehn|20 zwanzigsten zwanzig|30 dreissigsten dreissig|40 vierzig|50 funfzig|60 sechzig|70 siebzig|80 achtzig|90 neunzig|100 hundert|1000 tausend',
};
const JOINTS = new Set(['et', 'and', 'y', 'e', 'und', 'of']);
const GLUED = new Set(['it', 'de']);

type Values = readonly (readonly [string, number])[];
const VALUES = new Map<string, Values>(
  Object.entries(TABLES).map(([language, table]) => [
    language,
    table
      .split('|')
      .flatMap((row) => {
        const [value, ...words] = row.split(' ');
        return words.map((word) => [word, Number(value)] as const);
      })
      .sort((one, other) => other[0].length - one[0].length),
  ]),
);
const WORDS = new Map([...VALUES].map(([language, values]) => [language, new Map(values)]));

/** Languages whose dates are read in words. */
export const WORDED_LANGUAGES: readonly string[] = [...VALUES.keys()];

/** The numbers a folded word holds, one after the other (`vierundzwanzig` → 4, 20); undefined when it is no number word; [] for "and". */
export function numbersOfWord(word: string, language: string): readonly number[] | undefined {
  const plain = word.replace(/ß/g, 'ss');
  const whole = WORDS.get(language)?.get(plain);
  if (whole !== undefined) return [whole];
  if (JOINTS.has(plain)) return [];
  return GLUED.has(language) ? takeApart(plain, language) : undefined;
}

function takeApart(word: string, language: string): readonly number[] | undefined {
  if (word === '') return [];
  for (const [part, value] of VALUES.get(language) ?? []) {
    if (!word.startsWith(part)) continue;
    const rest = takeApart(word.slice(part.length), language);
    if (rest !== undefined) return [value, ...rest];
  }
  return language === 'de' && word.startsWith('und') ? takeApart(word.slice(3), language) : undefined;
}

/**
 * The value of a row of number words: two thousand twenty-four, mil neuf cent quatre-vingt-dix, nineteen ninety, vierundzwanzig.
 * Not a checker of grammar: rows that no one would write still give a number.
 */
export function valueOfNumbers(numbers: readonly number[], language: string): number {
  let total = 0;
  let part = 0;
  for (const value of numbers) {
    if (value === 1000) {
      total += Math.max(part, 1) * 1000;
      part = 0;
    } else if (value === 100) part = part === 0 ? 100 : hundreds(part);
    else if (language === 'fr' && value === 20 && part % 10 === 4 && part % 100 < 10) part += 76;
    else if (language === 'en' && part >= 10 && part < 100 && value >= 10 && total === 0) part = part * 100 + value;
    else part += value;
  }
  return total + part;
}

function hundreds(part: number): number {
  return Math.floor(part / 100) * 100 + (part % 100) * 100;
}
