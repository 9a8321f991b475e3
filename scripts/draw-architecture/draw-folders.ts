import { folderOf, type Module } from './module.schema.ts';

type Sees = ReadonlyMap<string, ReadonlySet<string>>;

/** The folders of src and who imports from whom: a picture of the shortest ways, and a table of all. */
export function drawFolders(modules: readonly Module[]): string {
  const sees = seenBy(modules);
  const folders = [...sees.keys()].sort(
    (one, other) => height(sees, other) - height(sees, one) || (one < other ? -1 : 1),
  );
  const arrows = folders.flatMap((folder) => direct(sees, folder).map((other) => `  ${folder} --> ${other}`));
  const rows = folders.map((folder) => {
    const others = folders.filter((other) => sees.get(folder)?.has(other));
    return `| \`${folder}\` | ${others.map((other) => `\`${other}\``).join(', ') || '–'} |`;
  });
  return [
    '```mermaid',
    'flowchart TD',
    ...arrows,
    '```',
    '',
    '| folder | imports from |',
    '|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function seenBy(modules: readonly Module[]): Sees {
  const sees = new Map<string, Set<string>>();
  for (const { source, dependencies } of modules) {
    const from = folderOf(source);
    if (from === undefined || from === 'types') continue;
    const seen = sees.get(from) ?? new Set();
    sees.set(from, seen);
    for (const { resolved } of dependencies) {
      const to = folderOf(resolved);
      if (to !== undefined && to !== from) seen.add(to);
    }
  }
  return sees;
}

/** How many folders lie below one, along the longest way. */
function height(sees: Sees, folder: string): number {
  return Math.max(0, ...[...(sees.get(folder) ?? [])].map((other) => height(sees, other) + 1));
}

/** What a folder imports from and does not reach through another one. */
function direct(sees: Sees, folder: string): string[] {
  const seen = [...(sees.get(folder) ?? [])];
  return seen.filter((other) => !seen.some((between) => between !== other && reaches(sees, between, other))).sort();
}

function reaches(sees: Sees, from: string, to: string): boolean {
  return [...(sees.get(from) ?? [])].some((next) => next === to || reaches(sees, next, to));
}
