import { FOREIGN_NUMBERS } from './company-numbers.ts';
import { passesLuhn } from './luhn.ts';

/** La Poste's SIRET numbers are checked by the sum of their digits instead (INSEE). */
const LA_POSTE_SIREN = '356000000';

/** Professional and company numbers: how many digits, the word that announces them, the check they must pass. */
const NUMBERS: readonly {
  readonly name: string;
  readonly digits: number;
  readonly label?: RegExp;
  readonly check?: (digits: string) => boolean;
}[] = [
  { name: 'siret', digits: 14, check: isSiret },
  { name: 'siren', digits: 9, label: /siren|rcs/i, check: passesLuhn },
  { name: 'rpps', digits: 11, label: /rpps/i },
  { name: 'adeli', digits: 9, label: /adeli/i },
  { name: 'finess', digits: 9, label: /finess/i },
];

/** What identifies an issuer in a text: numbers that pass their check, the first of each. Keys as the contract names them. */
export function findIdentifiers(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const match of text.matchAll(/(?<!\d)\d(?:[ .\u00a0]?\d){8,13}(?!\d)/g)) {
    const digits = match[0].replace(/\D/g, '');
    const label = text.slice(Math.max(0, match.index - 24), match.index);
    const kind = NUMBERS.find(
      (one) => one.digits === digits.length && (one.label?.test(label) ?? true) && (one.check?.(digits) ?? true),
    );
    if (kind !== undefined) found[kind.name] ??= digits;
  }
  for (const { name, label, digits, check } of FOREIGN_NUMBERS) {
    const number = numberAfter(text, label, digits);
    if (number !== undefined && check(number)) found[name] ??= number;
  }
  const court = /\bR\.?G\.?\s*(?:n[°o]|:)?\s*(\d{2}\/\d{4,6})/i.exec(text)?.[1];
  if (court !== undefined) found['courtNumber'] = court;
  const report = /\b(?:PV|proc[èe]s[- ]verbal)\s*n?[°o]?\s*:?\s*([\dA-Z][\dA-Z/.-]{3,24})/i.exec(text)?.[1];
  if (report !== undefined && /\d/.test(report)) found['reportNumber'] = report;
  return found;
}

/** The digits after a label, when there are as many as there should be. */
function numberAfter(text: string, label: RegExp, digits: readonly number[]): string | undefined {
  const after = new RegExp(
    `(?<!\\p{L})(?:${label.source})\\s?[.:№°/-]{0,3}\\s{0,2}([\\d][\\d .\u00a0/-]{5,22}\\d)`,
    'iu',
  ).exec(text)?.[1];
  const number = after?.replace(/\D/g, '');
  return number !== undefined && digits.includes(number.length) ? number : undefined;
}

/** A SIRET is a SIREN and five digits of the establishment; the whole passes Luhn. */
export function isSiret(digits: string): boolean {
  if (!/^\d{14}$/.test(digits)) return false;
  if (digits.startsWith(LA_POSTE_SIREN)) return [...digits].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0;
  return passesLuhn(digits);
}

/** The first e-mail address of a text. */
export function findEmail(text: string): string | null {
  return /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u.exec(text)?.[0] ?? null;
}

/** Words that announce a telephone number, in the scripts of our languages. */
const PHONE_LABEL =
  /(?:t[ée]l(?:[ée]f(?:on|ono|one|oon)o?|[ée]phone|p|f)?|tlf|phone|simu|telefon|тел(?:ефон)?|τηλ|հեռ|ტელ|הטלפון|טלפון|טל|هاتف|الهاتف|تلفن|تلفون|ټیلیفون|فون|फोन|दूरभाष|ফোন|মোবাইল|தொலைபேசி|தொ\.பே|ስልክ|ተሌፎን|电话|電話|điện thoại|đt)\s?[.:：'’]{0,2}\s{0,3}/iu;
/** A number as people print it: figures of any script with spaces, dots, dashes and brackets between. */
const PHONE_NUMBER = /[+(]?\p{Nd}(?:[ .\u00a0()/-]{0,2}\p{Nd}){5,14}/u;

/** The first telephone number: French (ten digits from 01 to 09), international with +, or any that its label announces. */
export function findPhone(text: string): string | null {
  const french = /(?<![\d/])0[1-9](?:[ .\u00a0-]?\d{2}){4}(?![\d/])/.exec(text)?.[0];
  const international = /\+\d{1,3}(?:[ .\u00a0()-]{0,2}\d){6,12}/.exec(text)?.[0]?.trim();
  const labelled = new RegExp(`(?<!\\p{L})${PHONE_LABEL.source}(${PHONE_NUMBER.source})`, 'iu').exec(text)?.[1];
  return french ?? international ?? labelled?.trim() ?? null;
}

/** A line that holds a postal address: a French postcode with its town, or a street with its number. */
export function isAddressLine(text: string): boolean {
  if (/\b(?:F-)?\d{5}\s+\p{Lu}[\p{L}'’ -]{2,}/u.test(text)) return true;
  if (
    /\b\d{1,4}(?:\s?(?:bis|ter|[A-D]))?,?\s+(?:rue|avenue|av\.?|boulevard|bd|place|pl\.?|chemin|ch\.?|allée|quai|cours|impasse|route|square|passage)\b/iu.test(
      text,
    )
  )
    return true;
  return /\b(?:P\.?O\.? ?Box|BP|TSA|CS)\s*\d+/i.test(text);
}
