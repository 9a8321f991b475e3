import { KEYS_EN, KEYS_FR } from '#app/keeping/keys/keys-messages.ts';
import type { MasterKeyStatus } from '#app/keeping/keys/master-key-status.ts';
import { type MasterKeyWarning, masterKeyWarnings } from '#app/keeping/keys/master-key-warnings.ts';
import type { OutputLanguage } from './messages.ts';

/** The words of `liasse keys` in a language. */
export function keysMessages(language: OutputLanguage): typeof KEYS_EN {
  return language === 'fr' ? KEYS_FR : KEYS_EN;
}

/** What `liasse keys` shows: where the master key is, what it protects, its copies, and what could lose it. */
export function keysText(status: MasterKeyStatus, language: OutputLanguage): string {
  const text = keysMessages(language);
  const { labels } = text;
  const lines: (readonly [string, string])[] = [[labels.key, whereIs(status, language)]];
  if (status.fingerprint !== null) lines.push([labels.fingerprint, status.fingerprint]);
  if (status.needed !== null && status.needed !== status.fingerprint)
    lines.push([
      labels.needed,
      status.neededFoundAt === null ? status.needed : text.neededFound(status.needed, status.neededFoundAt),
    ]);
  if (status.needed !== null) lines.push([labels.protects, text.keyCount(status.keyCount)]);
  for (const { keyCount, fingerprint } of status.others) lines.push(['', text.others(keyCount, fingerprint)]);
  if (status.source !== null) lines.push(...copyLines(status, text));
  for (const [index, path] of status.oldKeyFiles.entries())
    lines.push([index === 0 ? labels.old : '', text.oldKey(path)]);
  const width = Math.max(...lines.map(([label]) => label.length));
  return [
    ...lines.map(([label, words]) => `${label.padEnd(width)}  ${words}`),
    ...masterKeyWarnings(status).map((warning) => `\n${warningText(warning, language)}`),
    '',
  ].join('\n');
}

/** A warning in a sentence, and what to do. */
export function warningText(warning: MasterKeyWarning, language: OutputLanguage): string {
  const text = keysMessages(language);
  return `${text.warning}: ${text.warnings[warning]}`;
}

function whereIs({ source, path, lookedFor, needed }: MasterKeyStatus, language: OutputLanguage): string {
  const text = keysMessages(language);
  if (source === null) return needed === null ? text.notYet(lookedFor) : text.notFound(lookedFor);
  return source === 'environment' || path === null ? text.sources.environment : text.sources[source](path);
}

function copyLines({ copies }: MasterKeyStatus, text: typeof KEYS_EN): (readonly [string, string])[] {
  if (copies.length === 0) return [[text.labels.copies, text.noCopies]];
  return copies.map(({ at, path }, index) => [index === 0 ? text.labels.copies : '', `${at.slice(0, 10)}  ${path}`]);
}
