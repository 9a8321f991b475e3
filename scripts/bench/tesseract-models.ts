import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readingSchema } from '../../src/definitions/reading.schema.ts';

const READING = join(import.meta.dirname, '../../pipelines/humanitarian-permit/reading.yaml');
/** Read with when nobody made a model for a language: it knows the plain Latin letters. */
const PLAIN = 'eng';

/** For each language, as Liasse knows them, the models that read it, best first. */
function knownModels(): ReadonlyMap<string, readonly string[]> {
  const { languages } = readingSchema.parse(parse(readFileSync(READING, 'utf8')));
  const models = new Map<string, string[]>();
  for (const [tag, language] of Object.entries(languages)) {
    const [code = tag] = tag.split('-');
    // A language in two scripts needs a model for each.
    models.set(code, [...(models.get(code) ?? []), ...language.models]);
  }
  return models;
}

/** Models to tell Tesseract for these languages, as far as they are installed; never none. */
export function modelsToRead(languages: readonly string[], installed: readonly string[]): string[] {
  const known = knownModels();
  const chosen = languages.flatMap((language) => {
    const best = (known.get(language) ?? []).find((model) => installed.includes(model));
    return best === undefined ? [] : [best];
  });
  return chosen.length > 0 ? [...new Set(chosen)] : [PLAIN];
}

/** Languages that no installed model was made for: they can only be read by those of others. */
export function languagesWithoutModel(languages: readonly string[], installed: readonly string[]): string[] {
  const known = knownModels();
  return languages.filter((language) => !(known.get(language) ?? []).some((model) => installed.includes(model)));
}
