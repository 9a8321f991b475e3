import type { Reading } from '#definitions/reading.schema.ts';

/** Models of one script that only a sample tells apart. */
export interface ModelFamily {
  readonly models: readonly string[];
  /** The one that alone reads a style of writing which all the others are unsure of. */
  readonly style?: string | undefined;
}

/** What can be asked about the installed models. */
export interface ModelChoice {
  /** The first model for a page in a script (ISO 15924); undefined when none of the script's models is installed. */
  firstOf(script: string): string | undefined;
  /** The model that reads a language (ISO 639-1, else 639-3) best among the installed ones; in one of its scripts (ISO 15924) where it has two. */
  bestOf(language: string, script?: string): string | undefined;
  /** The models of several languages, without repetition. */
  ofLanguages(languages: readonly string[]): string[];
  /** Models to try on a sample, in order, when nothing else tells the script. */
  readonly toTry: readonly string[];
  /** Models to try on a sample of a Latin page whose language is not clear. */
  readonly latinToTry: readonly string[];
  /** Models of the scripts that papers in two scripts most often have beside the Latin one. */
  readonly besideLatin: readonly string[];
  /** The model itself and those that only a sample tells from it. */
  familyOf(model: string): ModelFamily;
  /**
   * The model that would read the language better than the one that did, when it is not installed; undefined when the reading is as exact as
   * it can be.
   */
  missingFor(language: string, model: string, script?: string): string | undefined;
}

/** Answers from the pipeline's `reading.yaml` for the models that are installed. */
export function chooseModels(reading: Reading, installed: readonly string[]): ModelChoice {
  const present = new Set(installed);
  const only = (models: readonly string[]): string[] => models.filter((model) => present.has(model));
  const modelsOf = (code: string, script = ''): Reading['languages'][string] | undefined =>
    reading.languages[`${code}-${script}`] ?? reading.languages[code];
  const bestOf = (language: string, script?: string): string | undefined =>
    only(modelsOf(language, script)?.models ?? [])[0];
  return {
    firstOf: (script) => only(reading.scripts[script] ?? [])[0],
    bestOf,
    ofLanguages: (languages) => [...new Set(languages.flatMap((language) => bestOf(language) ?? []))],
    toTry: only(reading.tryOrder),
    latinToTry: only(reading.latinTryOrder),
    besideLatin: only(reading.besideLatin),
    familyOf: (model) => {
      const family = reading.sisters.find(({ models }) => models.includes(model)) ?? { models: [model] };
      return { ...family, models: only(family.models) };
    },
    missingFor: (language, model, script) => {
      const known = modelsOf(language, script);
      const [best] = known?.models ?? [];
      if (known === undefined || best === undefined || present.has(best)) return undefined;
      const isExact = known.models.includes(model) && !known.lessExact.includes(model);
      return isExact ? undefined : best;
    },
  };
}
