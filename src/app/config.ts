import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { isLogLevel, type LogLevel } from '#adapters/telemetry/log-level.ts';
import { LiasseFailure } from '#domain/failure.ts';

/** Where Liasse keeps what it is told to keep: `LIASSE_HOME`, else the place the XDG standard gives. */
export function liasseHome(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const { LIASSE_HOME: home, XDG_DATA_HOME: data } = environment;
  return home ?? join(data ?? join(homedir(), '.local', 'share'), 'liasse');
}

/** Cases are folders there, one each. */
export function casesFolder(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  return join(liasseHome(environment), 'cases');
}

/** Where the decisions of the organisation's people are kept, and what was learned from them. */
export function learningPlaces(environment: Readonly<Record<string, string | undefined>> = process.env): {
  readonly decisions: string;
  readonly learned: string;
} {
  const home = liasseHome(environment);
  return { decisions: join(home, 'decisions.ndjson'), learned: join(home, 'learned') };
}

/** Where Liasse keeps what it can make again: unpacked models, compiled code, definitions as they were read. Nothing of anybody's papers. */
export function liasseCache(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const { XDG_CACHE_HOME: cache } = environment;
  return join(cache ?? join(homedir(), '.cache'), 'liasse');
}

/** Folders in which programs are looked for. */
export function searchPath(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  return environment['PATH'] ?? '';
}

/** Recognition models that are added go to `LIASSE_MODELS`, else below Liasse's home; those of an installed tesseract are found where systems put them. */
export function modelPlaces(environment: Readonly<Record<string, string | undefined>> = process.env): {
  readonly added: string;
  readonly system: readonly string[];
} {
  const { LIASSE_MODELS: added, LIASSE_TESSDATA: told, TESSDATA_PREFIX: prefix } = environment;
  return {
    // Absolute, since links to the models are made from another folder.
    added: resolve(added || join(liasseHome(environment), 'models')),
    // Told to look nowhere (an empty value), Liasse reads the same on every machine.
    system: (
      told?.split(delimiter) ?? [
        ...(prefix === undefined ? [] : [prefix, join(prefix, 'tessdata')]),
        ...SYSTEM_TESSDATA,
      ]
    ).flatMap((folder) => (folder === '' ? [] : resolve(folder))),
  };
}

const SYSTEM_TESSDATA = [
  '/usr/share/tesseract-ocr/5/tessdata',
  '/usr/share/tesseract-ocr/4.00/tessdata',
  '/usr/share/tessdata',
  '/usr/share/tesseract/tessdata',
  '/usr/local/share/tessdata',
  '/opt/homebrew/share/tessdata',
];

/** Limits for every run, `LIASSE_LIMITS=pages=500,fileBytes=1000000`. */
export function limitsOfEnvironment(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): readonly string[] {
  return (environment['LIASSE_LIMITS'] ?? '').split(',').filter((one) => one.trim() !== '');
}

/** The log: `LIASSE_LOG` names its file (else standard error), `LIASSE_LOG_LEVEL` the least that is written. Throws `log-level-unknown`. */
export function logSettings(environment: Readonly<Record<string, string | undefined>> = process.env): {
  readonly file: string | undefined;
  readonly level: LogLevel;
} {
  const { LIASSE_LOG: file, LIASSE_LOG_LEVEL: level } = environment;
  const wanted = level || 'info';
  if (!isLogLevel(wanted)) throw new LiasseFailure('log-level-unknown', wanted);
  return { file: file || undefined, level: wanted };
}
