/** A language to be known by its code (ISO 639) or by any of its names. */
export interface NamedLanguage {
  readonly code: string;
  readonly names: readonly string[];
}

const CODE = /^[a-z]{2,3}$/;

/** Codes of the languages that somebody wrote, by name or by code, each once (`arabe, tigrigna` or `ar ti`); `unknown`: the first word that is neither. */
export function writtenLanguages(
  written: string,
  known: readonly NamedLanguage[],
): { readonly codes: readonly string[]; readonly unknown: string | null } {
  const byName = new Map(known.flatMap(({ code, names }) => names.map((name) => [folded(name), code] as const)));
  const found = written
    .split(/[,;]/)
    // Names of several words stand between commas; codes may have a space between them.
    .flatMap((part) => (byName.has(folded(part)) ? [part] : part.split(/\s+/)))
    .map(folded)
    .filter((word) => word !== '')
    .map((word) => ({ word, code: byName.get(word) ?? (CODE.test(word) ? word : null) }));
  return {
    codes: [...new Set(found.flatMap(({ code }) => code ?? []))],
    unknown: found.find(({ code }) => code === null)?.word ?? null,
  };
}

function folded(text: string): string {
  return text.trim().normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
