import type { Module } from './module.schema.ts';

/** Each library and the one or two folders that know it. */
export function listLibraries(modules: readonly Module[]): string {
  const places = new Map<string, Set<string>>();
  for (const { source, dependencies } of modules) {
    const place = placeOf(source);
    if (place === undefined) continue;
    for (const { resolved } of dependencies) {
      const library = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(resolved)?.[1];
      if (library !== undefined) places.set(library, (places.get(library) ?? new Set()).add(place));
    }
  }
  const rows = [...places].sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    '| library | known to |',
    '|---|---|',
    ...rows.map(
      ([library, known]) =>
        `| ${library} | ${[...known]
          .sort()
          .map((place) => `\`${place}\``)
          .join(', ')} |`,
    ),
    '',
  ].join('\n');
}

/** Adapters by their own folder, all else by the folder of src. */
function placeOf(path: string): string | undefined {
  return /^src\/(adapters\/[^/]+(?=\/)|[^/]+)/.exec(path)?.[1];
}
