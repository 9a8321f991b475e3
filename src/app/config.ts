import { readFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import type { S3Place } from '#adapters/blob-s3/connect-s3.ts';
import type { KeyPlaces } from '#adapters/master-key/held-keys.ts';
import type { DatabasePlace } from '#adapters/sql/open-database.ts';
import { isLogLevel, type LogLevel } from '#adapters/telemetry/log-level.ts';
import { LiasseFailure } from '#domain/failure.ts';

/** Where Liasse keeps what it is told to keep: `LIASSE_HOME`, else the place the XDG standard gives. */
export function liasseHome(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const { LIASSE_HOME: home, XDG_DATA_HOME: data } = environment;
  return home ?? join(data ?? join(homedir(), '.local', 'share'), 'liasse');
}

/** Readings of labelled papers are remembered there when Liasse measures itself, a folder a name. */
export function casesFolder(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  return join(liasseHome(environment), 'cases');
}

/** Where everything is that is kept: rows, bytes, the master key, and the Redis that hands out work, if there is one. */
export interface KeepingPlaces {
  readonly home: string;
  readonly database: DatabasePlace;
  readonly blobs: BlobsPlace;
  readonly redisUrl: string | undefined;
  readonly masterKey: KeyPlaces;
}

/** A folder of this machine, or a bucket of an S3-compatible store. */
export type BlobsPlace = { readonly folder: string } | { readonly s3: string };

/**
 * On this machine below Liasse's home, unless `DATABASE_URL`, `LIASSE_BLOBS` (a folder, or `s3://bucket/prefix`) and `REDIS_URL` say otherwise. Secrets
 * may be given as files: `DATABASE_URL_FILE`, `REDIS_URL_FILE`. The master key is read from `LIASSE_MASTER_KEY_FILE`, else `LIASSE_MASTER_KEY`, else
 * a file in the home; while it is changed the one before lies in `LIASSE_PREVIOUS_MASTER_KEY_FILE`.
 */
export function keepingPlaces(environment: Readonly<Record<string, string | undefined>> = process.env): KeepingPlaces {
  const home = liasseHome(environment);
  const url = secretOf('DATABASE_URL', environment);
  const blobs = environment['LIASSE_BLOBS'] || join(home, 'blobs');
  return {
    home,
    database: url === undefined ? { home } : { url },
    blobs: blobs.startsWith('s3://') ? { s3: blobs } : { folder: resolve(blobs) },
    redisUrl: secretOf('REDIS_URL', environment),
    masterKey: {
      home,
      file: environment['LIASSE_MASTER_KEY_FILE'] || undefined,
      text: environment['LIASSE_MASTER_KEY'] || undefined,
      previousFile: environment['LIASSE_PREVIOUS_MASTER_KEY_FILE'] || undefined,
    },
  };
}

/** The places of a database server by its URL, or of a home of its own with everything in it. */
export function placesInto(
  into: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): KeepingPlaces {
  return /^postgres(ql)?:/.test(into)
    ? keepingPlaces({ ...environment, DATABASE_URL: into, DATABASE_URL_FILE: '' })
    : keepingPlaces({
        ...environment,
        LIASSE_HOME: resolve(into),
        DATABASE_URL: '',
        DATABASE_URL_FILE: '',
        LIASSE_BLOBS: '',
      });
}

/**
 * A bucket as `s3://bucket/prefix` names it, with what else it takes to reach it: `LIASSE_S3_ENDPOINT` (undefined: Amazon's own), `LIASSE_S3_REGION`,
 * `LIASSE_S3_ACCESS_KEY` and `LIASSE_S3_SECRET_KEY`, or the files that name them. Throws `s3-misconfigured`.
 */
export function s3PlaceOf(
  address: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): S3Place {
  if (!URL.canParse(address)) throw new LiasseFailure('s3-misconfigured');
  const { hostname: bucket, pathname } = new URL(address);
  const accessKey = secretOf('LIASSE_S3_ACCESS_KEY', environment);
  const secretKey = secretOf('LIASSE_S3_SECRET_KEY', environment);
  if (bucket === '' || accessKey === undefined || secretKey === undefined) throw new LiasseFailure('s3-misconfigured');
  return {
    bucket,
    prefix: pathname.replace(/^\/|\/$/g, ''),
    endpoint: environment['LIASSE_S3_ENDPOINT'] || undefined,
    region: environment['LIASSE_S3_REGION'] || 'us-east-1',
    accessKey,
    secretKey,
  };
}

/** A secret from the environment, or from the file that `<NAME>_FILE` names; undefined when neither is given. Throws `secret-file-unreadable`. */
export function secretOf(
  name: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  const file = environment[`${name}_FILE`];
  if (file === undefined || file === '') return environment[name] || undefined;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new LiasseFailure('secret-file-unreadable', `${name}_FILE`, { cause: error });
  }
}

/** Whom the audit log names: `LIASSE_ACTOR`, else the user of this machine. */
export function actorOf(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const { LIASSE_ACTOR: named } = environment;
  if (named !== undefined && named.trim() !== '') return named.trim();
  try {
    return userInfo().username;
  } catch {
    // In a container the user may have a number and no name.
    return `uid-${process.getuid?.() ?? '?'}`;
  }
}

/** Variables in which passwords of mail accounts may stand; `mailboxes.yaml` says which. */
export function environmentOfMail(): Readonly<Record<string, string | undefined>> {
  return process.env;
}

/** Where Liasse keeps what it can make again: unpacked models, compiled code, definitions as they were read. Nothing of anybody's papers. */
export function liasseCache(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const { XDG_CACHE_HOME: cache } = environment;
  return join(cache ?? join(homedir(), '.cache'), 'liasse');
}

/** The folder of an organisation's own pipelines, `LIASSE_PIPELINES`: copies of those that come with Liasse, changed. Undefined: there is none. */
export function ownPipelines(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  const { LIASSE_PIPELINES: folder } = environment;
  return folder === undefined || folder === '' ? undefined : resolve(folder);
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

/** The time zone that days are to be counted in, if `TZ` says. */
export function timeZoneAsked(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  return environment['TZ'] || undefined;
}

/** Names and addresses of inner networks that webhooks may be sent to, `LIASSE_WEBHOOK_HOSTS=n8n.intern,10.0.0.5`; all others must be of the internet. */
export function webhookHosts(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): readonly string[] {
  const hosts = (environment['LIASSE_WEBHOOK_HOSTS'] ?? '').split(',');
  return hosts.map((host) => host.trim().toLowerCase()).filter((host) => host !== '');
}

/** Limits for every run, `LIASSE_LIMITS=pages=500,fileBytes=1000000`. */
export function limitsOfEnvironment(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): readonly string[] {
  return (environment['LIASSE_LIMITS'] ?? '').split(',').filter((one) => one.trim() !== '');
}

/** Where the log goes: a file, `-` for standard error, undefined when nothing is said. And the least that is written. */
export interface LogSettings {
  readonly to: string | undefined;
  readonly level: LogLevel;
}

/** The log, by `LIASSE_LOG` and `LIASSE_LOG_LEVEL` (else `info`). Throws `log-level-unknown`. */
export function logSettings(environment: Readonly<Record<string, string | undefined>> = process.env): LogSettings {
  const { LIASSE_LOG: to, LIASSE_LOG_LEVEL: level } = environment;
  const wanted = level || 'info';
  if (!isLogLevel(wanted)) throw new LiasseFailure('log-level-unknown', wanted);
  return { to: to || undefined, level: wanted };
}
