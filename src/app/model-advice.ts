import type { Reading } from '#definitions/reading.schema.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { chooseModels } from '#stages/read-page/choose-models.ts';

/** What more models would have done for a page. */
export interface ModelAdvice {
  /** The model that would have read the page more exactly and is not installed; null when it was read as exactly as can be. */
  missingModel(page: Pick<DocumentPage, 'source' | 'model' | 'languages'>): string | null;
  /** Languages (ISO 639) of the pipeline that no installed model reads, with the model that does. */
  readonly unread: readonly { readonly language: string; readonly model: string }[];
}

/** Below this the language of a page is a guess, and no advice is built on it. */
const LANGUAGE_TOLD = 0.5;

/** Advice from the pipeline's `reading.yaml` for the models that are installed. */
export function createModelAdvice(reading: Reading, installed: readonly string[]): ModelAdvice {
  const choice = chooseModels(reading, installed);
  return {
    missingModel: ({ source, model, languages: [language] }) => {
      if (source !== 'ocr' || model === null || language === undefined || language.confidence < LANGUAGE_TOLD)
        return null;
      return choice.missingFor(language.code, model, language.script) ?? null;
    },
    unread: Object.entries(reading.languages).flatMap(([language, { models }]) =>
      choice.bestOf(language) === undefined ? models.slice(0, 1).map((model) => ({ language, model })) : [],
    ),
  };
}
