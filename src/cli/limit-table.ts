import { DEFAULT_LIMITS, LIMIT_TABLE } from '#domain/limits.ts';

/** The limits with their defaults and the code of what passes them, for `--help`. */
export function limitTable(): string {
  const defaults = new Map(Object.entries(DEFAULT_LIMITS));
  return Object.entries(LIMIT_TABLE)
    .map(
      ([name, { code, meaning }]) =>
        `  ${name.padEnd(17)}${String(defaults.get(name)).padStart(11)}  ${meaning.en} (${code})`,
    )
    .join('\n');
}
