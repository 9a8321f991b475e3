/** A language of the page. */
export type Language = 'fr' | 'en';

/** Under which name this device keeps the choice. */
export const KEPT_AS = 'liasse-language';

/** `fr` or `en` of whatever was given; undefined for anything else. */
export function parseLanguage(text: string | null | undefined): Language | undefined {
  const short = text?.slice(0, 2).toLowerCase();
  return short === 'fr' || short === 'en' ? short : undefined;
}

/** The language chosen last time on this device, else the browser's, else French. */
export function keptLanguage(): Language {
  return (
    parseLanguage(localStorage.getItem(KEPT_AS)) ??
    navigator.languages.map(parseLanguage).find((language) => language !== undefined) ??
    'fr'
  );
}
