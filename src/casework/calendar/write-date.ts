import type { Bilingual } from '#domain/findings.ts';

const FRENCH = [
  'janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre',
]; // biome-ignore format: a table reads better in rows
const ENGLISH = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
]; // biome-ignore format: a table reads better in rows

/** An ISO date in words, as long as it is: "1er octobre 2026", "October 2026", "2026". */
export function writeDate(iso: string): Bilingual {
  const [year = '', month, day] = iso.split('-');
  if (month === undefined) return { fr: year, en: year };
  const names = { fr: FRENCH[Number(month) - 1] ?? month, en: ENGLISH[Number(month) - 1] ?? month };
  if (day === undefined) return { fr: `${names.fr} ${year}`, en: `${names.en} ${year}` };
  const number = Number(day);
  return { fr: `${number === 1 ? '1er' : number} ${names.fr} ${year}`, en: `${number} ${names.en} ${year}` };
}
