import type { Command } from 'commander';
import { caseOf } from '#app/keeping/case-of.ts';
import type { Keeping } from '#app/keeping/open-keeping.ts';
import { withKeeping } from '#app/keeping/with-keeping.ts';
import { dueCases } from '#app/trust/due-cases.ts';
import { certificateFiles } from '#app/trust/purge/certificates.ts';
import { checkPurge } from '#app/trust/purge/check-purge.ts';
import { finishPurges, runPurge } from '#app/trust/purge/run-purge.ts';
import { scopeOf, scopeOfCertificate } from '#app/trust/purge/scopes.ts';
import { retentionFile } from '#app/trust/retention-rules.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { PurgeCertificate } from '#domain/purge-certificate.ts';
import { type Confirmation, isConfirmed } from '../confirm-name.ts';
import { EXIT } from '../exit-status.ts';
import { UsageError } from '../explain-failure.ts';
import { languageOf } from '../language-of.ts';
import type { OutputLanguage } from '../messages.ts';
import { parseCaseName } from '../parse-options.ts';
import { printable } from '../printable.ts';
import { purgeCertificateText } from '../purge-certificate-text.ts';
import { PURGE_MESSAGES } from '../purge-messages.ts';
import { today } from '../today.ts';
import { addCertificateCommands } from './purge-certificates.ts';

interface PurgeFlags extends Confirmation {
  readonly case?: string;
  readonly person?: string;
  readonly due?: true;
  readonly again?: string;
  readonly resume?: true;
  readonly dryRun?: true;
  readonly withLearning?: true;
  readonly json?: true;
}

/** `liasse purge`: take out for good, and prove it. */
export function addPurgeCommand(program: Command): void {
  const purge = program
    .command('purge')
    .description('take a case, or the papers of a person in it, out for good; leaves a certificate')
    .option('--case <name>', 'this case', parseCaseName)
    .option(
      '--person <name>',
      'of the case only the files that speak of this person (all words of the name stand in them)',
    )
    .option('--due', 'the cases whose time is over (liasse retention), one after the other')
    .option('--again <cert.json>', 'what a restored backup brought back, by the certificate of its purge')
    .option('--resume', 'only finish purges that were interrupted')
    .option('--dry-run', 'show what would go, and change nothing')
    .option('--with-learning', 'also take out what was learned from these papers')
    .option('--yes', 'do not ask; needs --confirm')
    .option('--confirm <name...>', 'with --yes: the names of the cases that may be purged')
    .option('--json', 'print the certificates, one JSON line each')
    .addHelpText(
      'after',
      `
Purged are: originals, everything that was read in them, judgements, decisions about them, search words, and the keys they were encrypted with. First
rows and keys go, all at once: from then on nothing of it can be read, whatever happens. Then the bytes. If that is interrupted, the next
“liasse purge” finishes it. What also lies in another case (the very same bytes) stays there, and is counted.

You are asked to type the name of the case. Purging waits for nobody: it is refused while a worker or a backup is at it.
The certificate names hashes and counts only; it goes to LIASSE_HOME/certificates, as JSON and as text. Backups that were made before still hold
what was purged: the certificate lists them. The mailbox, watched folders and exports are not touched.

Examples:
  liasse purge --case dossier-12 --dry-run
  liasse purge --case dossier-12
  liasse purge --case dossier-12 --person "Amina Diallo"
  liasse purge --due
  liasse purge --case dossier-12 --yes --confirm dossier-12       in scripts
  liasse purge certificate 3f2a                                   show a certificate again
  liasse purge check purge-3f2a….json                             is nothing of it left?

Exit status: 0 done; 1 something was not purged; 2 wrong use.`,
    )
    .action(async (flags: PurgeFlags, command: Command) => {
      process.exitCode = await run(flags, languageOf(command));
    });
  addCertificateCommands(purge);
}

async function run(flags: PurgeFlags, language: OutputLanguage): Promise<number> {
  const text = PURGE_MESSAGES[language];
  if (![flags.case, flags.due, flags.again, flags.resume].some((one) => one !== undefined))
    throw new UsageError(text.sayWhat);
  return withKeeping(async (keeping) => {
    const at: AtPurge = { keeping, flags, language };
    if (!flags.dryRun) await resume(at);
    if (flags.again !== undefined) return again(flags.again, at);
    if (flags.due) return due(at);
    if (flags.case === undefined) return EXIT.good;
    const kept = await caseOf(keeping, flags.case);
    const asked = { person: flags.person, reason: 'request', withLearning: flags.withLearning === true } as const;
    return (await purgeAsked(kept.name, await scopeOf(keeping, kept, asked), at)) ? EXIT.good : EXIT.someFailed;
  });
}

type Scope = Awaited<ReturnType<typeof scopeOf>>;

interface AtPurge {
  readonly keeping: Keeping;
  readonly flags: PurgeFlags;
  readonly language: OutputLanguage;
}

/** What was interrupted is finished before anything else is begun. */
async function resume({ keeping, flags, language }: AtPurge): Promise<void> {
  const text = PURGE_MESSAGES[language];
  const finished = await finishPurges(keeping, { onSwept: progress(language) });
  for (const certificate of finished) await show(certificate, flags, language);
  if (finished.length > 0) process.stderr.write(`${text.resumed(finished.length)}\n`);
  else if (flags.resume) process.stderr.write(`${text.nothingToResume}\n`);
}

async function due(at: AtPurge): Promise<number> {
  const { keeping, flags, language } = at;
  const rules = await retentionFile().read();
  const cases = dueCases(await keeping.cases.all(), rules, today()).filter(({ isDue }) => isDue);
  if (cases.length === 0) process.stderr.write(`${PURGE_MESSAGES[language].noneDue}\n`);
  let isAllDone = true;
  for (const { kept } of cases) {
    const asked = { reason: 'retention', withLearning: flags.withLearning === true } as const;
    isAllDone = (await purgeAsked(kept.name, await scopeOf(keeping, kept, asked), at)) && isAllDone;
  }
  return isAllDone ? EXIT.good : EXIT.someFailed;
}

async function again(path: string, at: AtPurge): Promise<number> {
  const { keeping, language } = at;
  const certificate = await certificateFiles.read(path);
  const { certificate: state, isGone } = await checkPurge(keeping, certificate);
  if (state === 'changed') throw new LiasseFailure('not-a-certificate', path);
  if (isGone) {
    process.stdout.write(`${PURGE_MESSAGES[language].gone}\n`);
    return EXIT.good;
  }
  const scope = await scopeOfCertificate(keeping, certificate);
  const name = (await keeping.cases.byId(certificate.caseId))?.name ?? certificate.id.slice(0, 8);
  return (await purgeAsked(name, scope, at)) ? EXIT.good : EXIT.someFailed;
}

/** Shows what would go, asks, purges; whether it is done. */
async function purgeAsked(name: string, scope: Scope, { keeping, flags, language }: AtPurge): Promise<boolean> {
  const text = PURGE_MESSAGES[language];
  const plan = await keeping.purges.preview(scope);
  if (plan.scope === 'papers' && plan.counts.files === 0 && scope.broughtBack === undefined) {
    process.stderr.write(`${text.nothing}\n`);
    return true;
  }
  process.stderr.write(`${text.willGo(name, plan)}\n`);
  if (scope.fileIds !== 'all') await showFiles(keeping, scope, text.fileList);
  if (flags.dryRun) return true;
  if (!(await isConfirmed(name, flags, text.type(name)))) {
    process.stderr.write(`${text.refused(name)}\n`);
    return false;
  }
  await show(await runPurge(keeping, scope, { onSwept: progress(language) }), flags, language);
  return true;
}

async function showFiles(keeping: Keeping, { caseId, fileIds }: Scope, head: string): Promise<void> {
  const files = (await keeping.files.ofCase(caseId)).filter(({ id }) => fileIds.includes(id));
  process.stderr.write([head, ...files.map(({ name }) => `  ${printable(name)}`), ''].join('\n'));
}

async function show(certificate: PurgeCertificate, flags: PurgeFlags, language: OutputLanguage): Promise<void> {
  const texts = { fr: purgeCertificateText(certificate, 'fr'), en: purgeCertificateText(certificate, 'en') };
  const path = await certificateFiles.keep(certificate, texts);
  process.stdout.write(flags.json ? `${JSON.stringify(certificate)}\n` : texts[language]);
  process.stderr.write(`${PURGE_MESSAGES[language].kept(path)}\n`);
}

function progress(language: OutputLanguage): (swept: number, of: number) => void {
  const { sweeping } = PURGE_MESSAGES[language];
  return (swept, of) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${sweeping}: ${swept}/${of}${swept === of ? '\n' : ''}`);
  };
}
