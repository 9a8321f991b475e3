import type { PageOutline } from '#domain/document-outline.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import { languageName } from '#text/language-name.ts';
import type { ModelAdvice } from './model-advice.ts';

type Warning = DocumentRecord['warnings'][number];

/** Kinds of warnings, as the record calls them. */
export const WARNING = { lessExact: 'less-exact-model', noneFits: 'no-fitting-model', cutShort: 'cut-short' } as const;

/** A page read less surely than this was hardly read at all. */
const HARDLY_READ = 0.35;

/** What a document's pages lost for want of a model, and which one to add; a page that was read as well as can be gives none. */
export function readingWarnings(
  pages: readonly Pick<PageOutline, 'page' | 'source' | 'model' | 'languages' | 'confidence' | 'isCutShort'>[],
  advice: ModelAdvice,
): Warning[] {
  const lessExact = pages.filter((page) => advice.missingModel(page) !== null);
  const groups = Map.groupBy(lessExact, (page) => `${page.model} ${advice.missingModel(page)}`);
  const hardly = pages.filter(
    (page) => page.source === 'ocr' && page.confidence < HARDLY_READ && !lessExact.includes(page),
  );
  return [
    ...cutShort(pages),
    ...[...groups].map(([models, group]) => lessExactly(models, group)),
    ...(hardly.length === 0 || advice.unread.length === 0 ? [] : [hardlyRead(hardly, advice.unread)]),
  ];
}

function cutShort(pages: readonly { readonly page: number; readonly isCutShort: boolean }[]): Warning[] {
  const short = pages.filter(({ isCutShort }) => isCutShort).map(({ page }) => page);
  if (short.length === 0) return [];
  const message = {
    fr: `Page ${short.join(', ')} : le temps a manqué pour mieux la lire. Relancez la même commande, ou donnez-lui plus de temps : --limit readingTimeoutMs=60000`,
    en: `Page ${short.join(', ')}: time ran out before it could be read better. Run the same command again, or give it more time: --limit readingTimeoutMs=60000`,
  };
  return [{ code: WARNING.cutShort, message, pages: short }];
}

function lessExactly(models: string, group: readonly { readonly page: number }[]): Warning {
  const [used = '', missing = ''] = models.split(' ');
  const pages = group.map(({ page }) => page);
  return {
    code: WARNING.lessExact,
    message: {
      fr: `Page ${pages.join(', ')} : lu avec « ${used} », moins exactement. Ajoutez le modèle « ${missing} » : liasse models add ${missing}.traineddata`,
      en: `Page ${pages.join(', ')}: read with “${used}”, less exactly. Add the model “${missing}”: liasse models add ${missing}.traineddata`,
    },
    pages,
  };
}

function hardlyRead(group: readonly { readonly page: number }[], unread: ModelAdvice['unread']): Warning {
  const pages = group.map(({ page }) => page);
  const named = (language: 'fr' | 'en'): string =>
    unread.map((one) => `${languageName(one.language, language)} (${one.model})`).join(', ');
  return {
    code: WARNING.noneFits,
    message: {
      fr: `Page ${pages.join(', ')} : presque rien n’a pu être lu. Si c’est écrit dans une de ces langues, ajoutez son modèle par « liasse models add » : ${named('fr')}.`,
      en: `Page ${pages.join(', ')}: hardly anything could be read. If it is in one of these languages, add its model by “liasse models add”: ${named('en')}.`,
    },
    pages,
  };
}
