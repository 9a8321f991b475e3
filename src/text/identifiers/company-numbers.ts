import { passesLuhn } from './luhn.ts';

/** A number that a state gives to firms and bodies: how it is announced, how long it is, and the check it must pass. */
export interface CompanyNumber {
  readonly name: string;
  readonly label: RegExp;
  readonly digits: readonly number[];
  readonly check: (digits: string) => boolean;
}

/** Outside France; each check is the one its register publishes. */
export const FOREIGN_NUMBERS: readonly CompanyNumber[] = [
  { name: 'partitaIva', label: /p\.?\s?iva|partita iva/, digits: [11], check: passesLuhn },
  { name: 'nip', label: /nip/, digits: [10], check: (number) => byWeights(number, [6, 5, 7, 2, 3, 4, 5, 6, 7]) },
  { name: 'regon', label: /regon/, digits: [9], check: (number) => byWeights(number, [8, 9, 2, 3, 4, 5, 6, 7]) },
  { name: 'inn', label: /инн/, digits: [10], check: (number) => byWeights(number, [2, 4, 10, 3, 5, 9, 4, 6, 8]) },
  { name: 'ogrn', label: /огрн/, digits: [13], check: (number) => byRemainder(number, 11) },
  { name: 'eik', label: /еик|булстат/, digits: [9], check: isEik },
  { name: 'edrpou', label: /єдрпоу/, digits: [8], check: isEdrpou },
  { name: 'nif', label: /nif|nipc|contribuinte/, digits: [9], check: isPortugueseNif },
  { name: 'cnpj', label: /cnpj/, digits: [14], check: isCnpj },
  { name: 'afm', label: /αφμ|α\.φ\.μ/, digits: [9], check: isAfm },
  { name: 'kbo', label: /kbo|bce|ondernemingsnummer|n° d'entreprise|numéro d'entreprise/, digits: [10], check: isKbo },
];

/** Weighted sum modulo 11 (then modulo 10) is the last digit: Poland, Russia. */
function byWeights(number: string, weights: readonly number[]): boolean {
  return (weightedSum(number, weights) % 11) % 10 === Number(number.at(-1));
}

/** All but the last digit as a number, modulo 11 (then 10), is the last digit: OGRN. */
function byRemainder(number: string, modulus: number): boolean {
  return (Number(number.slice(0, -1)) % modulus) % 10 === Number(number.at(-1));
}

/** Bulgaria: weights 1 to 8; when the remainder is 10, weights 3 to 10. */
function isEik(number: string): boolean {
  return byTwoWeights(number, [1, 2, 3, 4, 5, 6, 7, 8], [3, 4, 5, 6, 7, 8, 9, 10]);
}

/** Ukraine: other weights between 30 and 60 million; when the remainder is 10, each weight two higher. */
function isEdrpou(number: string): boolean {
  const isMiddle = number > '30000000' && number < '60000000';
  const weights = isMiddle ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7];
  return byTwoWeights(
    number,
    weights,
    weights.map((weight) => weight + 2),
  );
}

function byTwoWeights(number: string, first: readonly number[], second: readonly number[]): boolean {
  const remainder = weightedSum(number, first) % 11;
  const check = remainder === 10 ? (weightedSum(number, second) % 11) % 10 : remainder;
  return check === Number(number.at(-1));
}

/** Portugal: weights 9 to 2, eleven minus the remainder, 0 above 9. */
function isPortugueseNif(number: string): boolean {
  return isElevenMinus(number, [9, 8, 7, 6, 5, 4, 3, 2]);
}

/** Brazil: two check digits, each eleven minus the remainder, 0 above 9. */
function isCnpj(number: string): boolean {
  const weights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
  return isElevenMinus(number.slice(0, 13), weights.slice(1)) && isElevenMinus(number, weights);
}

function isElevenMinus(number: string, weights: readonly number[]): boolean {
  const check = 11 - (weightedSum(number, weights) % 11);
  return (check > 9 ? 0 : check) === Number(number.at(-1));
}

/** Greece: powers of two from 256, modulo 11, modulo 10. */
function isAfm(number: string): boolean {
  return byWeights(number, [256, 128, 64, 32, 16, 8, 4, 2]);
}

/** Belgium: the last two digits are 97 minus the first eight modulo 97. */
function isKbo(number: string): boolean {
  return 97 - (Number(number.slice(0, 8)) % 97) === Number(number.slice(8));
}

/** Sum of the digits before the check digit, each times its weight. */
function weightedSum(number: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(number[at] ?? 0), 0);
}
