import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { french } from './fr.ts';
import { keepAllTogether } from './keep-together.ts';
import { KEPT_AS, keptLanguage, type Language, parseLanguage } from './language.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof french };
  }
}

/** The words of the page; one language is fetched, the other when it is asked for. */
export const words = createInstance();

/** Fetches the words of the reader's language. To be awaited before the first page shows. */
export async function startWords(): Promise<void> {
  const language = keptLanguage();
  await words.use(initReactI18next).init({
    lng: language,
    supportedLngs: ['fr', 'en'],
    ns: ['words'],
    defaultNS: 'words',
    resources: { [language]: { words: await catalogue(language) } },
    // React writes text as text.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
  // Another tab changed it.
  window.addEventListener('storage', ({ key, newValue }) => {
    const changed = key === KEPT_AS ? parseLanguage(newValue) : undefined;
    if (changed !== undefined) void changeLanguage(changed);
  });
}

/** Changes the language of the page at once, without losing what is being typed. */
export async function changeLanguage(language: Language): Promise<void> {
  if (!words.hasResourceBundle(language, 'words'))
    words.addResourceBundle(language, 'words', await catalogue(language));
  await words.changeLanguage(language);
  document.documentElement.lang = language;
  localStorage.setItem(KEPT_AS, language);
}

async function catalogue(language: Language): Promise<object> {
  return language === 'fr' ? keepAllTogether((await import('./fr.ts')).french) : (await import('./en.ts')).english;
}
