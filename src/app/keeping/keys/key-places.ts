import type { KeyPlaces } from '#adapters/master-key/held-keys.ts';
import { liasseHome } from '../../config.ts';

/** Where master keys are looked for, by the environment. An empty variable counts as none. */
export function keyPlaces(environment: Readonly<Record<string, string | undefined>>): KeyPlaces {
  const {
    LIASSE_MASTER_KEY_FILE: file,
    LIASSE_MASTER_KEY: text,
    LIASSE_PREVIOUS_MASTER_KEY_FILE: previousFile,
  } = environment;
  return {
    home: liasseHome(environment),
    file: file || undefined,
    text: text || undefined,
    previousFile: previousFile || undefined,
  };
}
