import Table from 'cli-table3';
import type { Command } from 'commander';
import { withKeeping } from '#app/keeping/with-keeping.ts';
import { certificateFiles, findCertificate } from '#app/trust/purge/certificates.ts';
import { checkPurge, type PurgeCheck } from '#app/trust/purge/check-purge.ts';
import type { PurgeCertificate } from '#domain/purge-certificate.ts';
import { EXIT } from '../exit-status.ts';
import { languageOf } from '../language-of.ts';
import type { OutputLanguage } from '../messages.ts';
import { printable } from '../printable.ts';
import { purgeCertificateText } from '../purge-certificate-text.ts';
import { PURGE_MESSAGES } from '../purge-messages.ts';

/** `liasse purge certificate` and `liasse purge check`: the proofs, and whether they hold. */
export function addCertificateCommands(purge: Command): void {
  purge
    .command('certificate')
    .description('show the certificate of a purge again, or list them all')
    .argument('[id]', 'id of the certificate, or its first letters')
    .option('--json', 'as JSON')
    .action(async (id: string | undefined, _flags: unknown, command: Command) => {
      const language = languageOf(command);
      const isJson = command.optsWithGlobals()['json'] === true;
      const found = await withKeeping(async (keeping) =>
        id === undefined ? keeping.purges.certificates() : [await findCertificate(keeping, id)],
      );
      process.stdout.write(
        isJson ? found.map((one) => `${JSON.stringify(one)}\n`).join('') : shown(found, id, language),
      );
    });
  purge
    .command('check')
    .description('whether nothing is left of what a certificate names, and whether the certificate is genuine')
    .argument('<cert.json>', 'the certificate')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      `
Rows, keys and bytes are looked through. A backup that is restored brings back what was purged since it was made: run this for every certificate that is
younger than the backup.

Exit status: 0 genuine, and nothing is left; 1 something is left, or the certificate was changed.`,
    )
    .action(async (path: string, _flags: unknown, command: Command) => {
      const certificate = await certificateFiles.read(path);
      const check = await withKeeping((keeping) => checkPurge(keeping, certificate));
      const isJson = command.optsWithGlobals()['json'] === true;
      process.stdout.write(isJson ? `${JSON.stringify(check, null, 2)}\n` : verdict(check, languageOf(command)));
      process.exitCode = check.isGone && check.certificate === 'unchanged' ? EXIT.good : EXIT.someFailed;
    });
}

function shown(found: readonly PurgeCertificate[], id: string | undefined, language: OutputLanguage): string {
  const { columns, scopes, noCertificates } = PURGE_MESSAGES[language];
  if (id !== undefined) return found.map((one) => purgeCertificateText(one, language)).join('\n');
  if (found.length === 0) return `${noCertificates}\n`;
  const table = new Table({ head: Object.values(columns), style: { head: [], border: [], compact: true } });
  for (const { id: name, doneAt, scope, counts, actor } of found)
    table.push([name, doneAt.slice(0, 16).replace('T', ' '), scopes[scope], counts.files, printable(actor)]);
  return `${table.toString()}\n`;
}

function verdict({ certificate, left, isGone }: PurgeCheck, language: OutputLanguage): string {
  const text = PURGE_MESSAGES[language];
  const names = text.leftParts;
  const counted = (['files', 'documents', 'decisions', 'keys', 'blobs'] as const).flatMap((what) =>
    left[what] > 0 ? [`${left[what]} ${names[what]}`] : [],
  );
  const parts = [...(left.isCaseThere ? [names.case] : []), ...counted];
  const lines = [text.check[certificate], isGone ? text.gone : text.left(parts.join(', '))];
  if (left.cameAgain.length > 0) lines.push(text.cameAgain(left.cameAgain.length));
  return `${lines.join('\n')}\n`;
}
