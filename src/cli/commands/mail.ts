import type { Command } from 'commander';
import { limitsOfEnvironment } from '#app/config.ts';
import { startMail } from '#app/ways-in/start-mail.ts';
import { limitsWith } from '#domain/limits.ts';
import type { HttpAddress } from '#http/listen-at.ts';
import { ARRIVAL_MESSAGES } from '../arrival-messages.ts';
import { EXIT } from '../exit-status.ts';
import { httpOption, serveAt } from '../http-option.ts';
import { languageOf } from '../language-of.ts';
import { createMailReport } from '../mail-report.ts';
import { stopSignals } from '../stop-signals.ts';
import { today } from '../today.ts';

interface MailFlags {
  readonly config?: string;
  readonly once?: true;
  readonly http?: HttpAddress;
}

const HELP = `
Accounts are described in mailboxes.yaml in LIASSE_HOME (~/.local/share/liasse/mailboxes.yaml):

  accounts:
    - name: reception                     # stands in messages: no person's name
      host: imap.example.org
      tls: implicit                       # or starttls; port: 993 and 143 go without saying
      user: dossier@example.org
      passwordFile: reception.password    # or passwordVariable: NAME, or accessTokenFile (OAuth 2)
      folder: INBOX
      senders: ['@association.example', marie@example.net]
      defaultCase: Accueil                # for messages that name no case; without it they are left unread
      authenticatedBy: mx.example.org     # take a sender's word only if this server says that DMARC passed

No message of anybody else is opened: it stays unread and is counted. Sender lines can be forged; authenticatedBy keeps forged ones out, if your mail
server writes Authentication-Results (most do). “caFile” names the certificate of a server that made its own.

The case of a message is named by its address (dossier+NAME@example.org), else by its subject ([NAME] papers), else it is defaultCase.
Capital letters, and a dash or dot for a space, make no difference where the case exists. Two names are one too many: the message is left unread.
Attachments and the text of the message are taken in as if it were an .eml file. It is marked as read once all of it is kept safely, and flagged if
something in it was rejected. A message that is marked as unread is taken in again; the same papers make no second ones.

With --http it answers /health, /ready and /metrics there; its log, without names, goes where LIASSE_LOG says (“liasse worker --help”).
“liasse worker” reads what was taken in; “liasse ledger” counts it.
Exit status: 0 ended by Ctrl-C or SIGTERM, or with --once everything was taken in; 1 with --once, something was not, and why is said; 2 wrong use.

Examples:
  liasse mail                          take in what is there and what comes, until told to stop
  liasse mail --once                   for cron: take in what is there, and end
  liasse mail --config ./test.yaml     accounts described elsewhere; paths in a file are relative to it`;

/** `liasse mail`: take in what is sent by mail. */
export function addMailCommand(program: Command): void {
  program
    .command('mail')
    .description('take in what is sent to a mailbox (IMAP)')
    .option('--config <file>', 'accounts (default: mailboxes.yaml in LIASSE_HOME)')
    .option('--once', 'take in what is there and end')
    .addOption(httpOption())
    .addHelpText('after', HELP)
    .action(async (flags: MailFlags, command: Command) => {
      const language = languageOf(command);
      const isOnce = flags.once === true;
      const report = createMailReport({ language, isOnce, say: (line) => process.stdout.write(`${line}\n`) });
      const isAllIn = await startMail({
        configPath: flags.config,
        isOnce,
        limits: limitsWith(limitsOfEnvironment()),
        today,
        onEvent: report.onEvent,
        signal: stopSignals(() => process.stderr.write(`${ARRIVAL_MESSAGES[language].ending}\n`)).stop,
        serve: serveAt(flags.http),
      });
      if (isOnce && !(isAllIn && report.isAllIn())) process.exitCode = EXIT.someFailed;
    });
}
