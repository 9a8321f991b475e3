import type { PurgeCertificate } from '#domain/purge-certificate.ts';
import type { OutputLanguage } from './messages.ts';
import { printable } from './printable.ts';
import { CERTIFICATE_MESSAGES } from './purge-certificate-messages.ts';
import { PURGE_MESSAGES } from './purge-messages.ts';

/** A certificate as a person reads and files it. */
export function purgeCertificateText(certificate: PurgeCertificate, language: OutputLanguage): string {
  const text = CERTIFICATE_MESSAGES[language];
  const { scopes, reasons } = PURGE_MESSAGES[language];
  const { id, caseId, scope, reason, begunAt, doneAt, actor, audit, digest, blobs, blobBytes, originals } = certificate;
  const facts: readonly (readonly [string, string])[] = [
    [text.lines.id, id],
    [text.lines.case, caseId],
    [text.lines.scope, scopes[scope]],
    [text.lines.reason, reasons[reason]],
    [text.lines.begun, begunAt],
    [text.lines.done, doneAt],
    [text.lines.actor, printable(actor)],
    [text.lines.audit, `${audit.seq} ${audit.hash}`],
    [text.lines.digest, digest],
  ];
  const width = Math.max(...facts.map(([name]) => name.length));
  return [
    text.title,
    '',
    text.intro,
    '',
    ...facts.map(([name, value]) => `${name.padEnd(width)}  ${value}`),
    '',
    text.counts(certificate.counts),
    text.bytes(blobs, blobBytes),
    ...remarks(certificate, language),
    '',
    text.originals,
    ...listOf(originals),
    text.documents,
    ...listOf(certificate.documents),
    '',
    text.check(id),
    '',
  ].join('\n');
}

function remarks({ sharedOriginals, counts, backups }: PurgeCertificate, language: OutputLanguage): string[] {
  const text = CERTIFICATE_MESSAGES[language];
  return [
    ...(sharedOriginals.length > 0 ? [text.shared(sharedOriginals.length)] : []),
    ...(counts.learnedModels > 0 ? [text.learnedGone(counts.learnedModels)] : []),
    ...(counts.learnedModelsKept > 0 ? [text.learnedKept(counts.learnedModelsKept)] : []),
    ...(backups.length === 0
      ? [text.noBackups]
      : [text.backups, ...backups.map(({ id, at }) => `  ${at.slice(0, 16).replace('T', ' ')}  ${id}`)]),
  ];
}

function listOf(ids: readonly string[]): string[] {
  return ids.length === 0 ? ['  –'] : ids.map((id) => `  ${id}`);
}
