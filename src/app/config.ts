import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where Liasse keeps what it is told to keep: `LIASSE_HOME`, else the place the XDG standard gives. */
export function liasseHome(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const { LIASSE_HOME: home, XDG_DATA_HOME: data } = environment;
  return home ?? join(data ?? join(homedir(), '.local', 'share'), 'liasse');
}

/** Where Liasse keeps what it can make again: unpacked models, compiled code. Nothing of anybody's papers. */
export function liasseCache(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const { XDG_CACHE_HOME: cache } = environment;
  return join(cache ?? join(homedir(), '.cache'), 'liasse');
}

/** Folders in which programs are looked for. */
export function searchPath(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  return environment['PATH'] ?? '';
}
