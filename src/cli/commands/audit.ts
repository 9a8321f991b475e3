import Table from 'cli-table3';
import type { Command } from 'commander';
import { z } from 'zod';
import { caseOf } from '#app/keeping/case-of.ts';
import { withKeeping } from '#app/keeping/with-keeping.ts';
import { type AuditVerification, isWholeLog, verifyAudit } from '#app/trust/verify-audit.ts';
import { type AuditRow, auditActionSchema } from '#domain/audit.ts';
import { calendarDaySchema } from '#domain/calendar-day.ts';
import { AUDIT_MESSAGES } from '../audit-messages.ts';
import { EXIT } from '../exit-status.ts';
import { UsageError } from '../explain-failure.ts';
import { languageOf } from '../language-of.ts';
import type { OutputLanguage } from '../messages.ts';
import { parseCaseName } from '../parse-options.ts';
import { printable } from '../printable.ts';

interface AuditFlags {
  readonly case?: string;
  readonly since?: string;
  readonly json?: true;
}

/** `liasse audit`: who did what. */
export function addAuditCommand(program: Command): void {
  const audit = program
    .command('audit')
    .description('who did what: a log that nobody can change unnoticed')
    .option('--case <name>', 'about this case, its papers and files', parseCaseName)
    .option('--since <moment>', 'from then on: 2026-01-31, or 2026-01-31T14:00:00Z')
    .option('--json', 'print one JSON line a row, as it is kept')
    .addHelpText(
      'after',
      `
Files that came in, decisions, runs that were accepted, learning, purges, exports, backups, changes of keys and of the state of cases are told here as
they happen: who, when, to what (ids and hashes), and counts. No word of any paper is in it.
Who: the user of this machine, or LIASSE_ACTOR.

Each row holds the hash of the one before, so a row that is changed or taken out breaks the chain:
  liasse audit verify                    is the log whole?
  liasse audit verify --expect HASH      … and does it still hold the row whose hash I noted?

Examples:
  liasse audit --case dossier-12
  liasse audit --since 2026-01-01 --json > audit-2026.ndjson`,
    )
    .action(async (flags: AuditFlags, command: Command) => list(flags, languageOf(command)));
  audit
    .command('verify')
    .description('whether every row is as it was written, and none is missing')
    .option('--expect <hash>', 'a row that must be there: the head that was printed earlier')
    .option('--json', 'print what was found as JSON')
    .addHelpText(
      'after',
      `
Rows that were cut off at the end leave no gap. So the hash of the last row is kept in a file beside the database (audit-head), and printed here for you
to keep elsewhere: with --expect the log must still hold it.
A row is sealed as SHA-256 of the JSON array [seq, at, actor, action, subject, detail, previous]; anybody can check what --json prints.

Exit status: 0 the log is whole; 1 it is not (the first broken row is named); 2 wrong use.`,
    )
    .action(async (_flags: unknown, command: Command) => {
      // The option --json is known to both commands, and commander gives it to the outer one.
      const flags = z
        .object({ expect: z.string().optional(), json: z.literal(true).optional() })
        .parse(command.optsWithGlobals());
      process.exitCode = await verify(flags, languageOf(command));
    });
}

async function list(flags: AuditFlags, language: OutputLanguage): Promise<void> {
  const text = AUDIT_MESSAGES[language];
  const since = flags.since === undefined ? undefined : momentOf(flags.since, text.badMoment);
  await withKeeping(async (keeping) => {
    const caseId = (await caseOf(keeping, flags.case))?.id;
    const rows = keeping.audit.rows({ caseId, since });
    if (flags.json) {
      for await (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`);
      return;
    }
    const names = new Map((await keeping.cases.all()).map(({ id, name }) => [id, name]));
    const shown = await Array.fromAsync(rows);
    process.stdout.write(shown.length === 0 ? `${text.empty}\n` : `${tableOf(shown, names, language)}\n`);
    if (shown.length > 0) process.stderr.write(`${text.shown(shown.length)}\n`);
  });
}

function tableOf(rows: readonly AuditRow[], names: ReadonlyMap<string, string>, language: OutputLanguage): string {
  const { columns, actions } = AUDIT_MESSAGES[language];
  const table = new Table({ head: Object.values(columns), style: { head: [], border: [], compact: true } });
  for (const { seq, at, actor, action, subject, detail } of rows) {
    const known = auditActionSchema.safeParse(action);
    const what = known.success ? actions[known.data] : action;
    const whom = names.get(subject) ?? subject.slice(0, 12);
    table.push([seq, at.slice(0, 19).replace('T', ' '), printable(actor), what, whom, shownDetail(detail)]);
  }
  return table.toString();
}

function shownDetail(detail: string): string {
  const values = z.record(z.string(), z.unknown()).parse(JSON.parse(detail));
  return Object.entries(values)
    .map(([name, value]) => `${name} ${String(value).slice(0, 20)}`)
    .join(', ');
}

async function verify(
  flags: { readonly expect?: string | undefined; readonly json?: true | undefined },
  language: OutputLanguage,
): Promise<number> {
  const text = AUDIT_MESSAGES[language];
  const expected = flags.expect?.toLowerCase();
  if (expected !== undefined && !/^[0-9a-f]{64}$/.test(expected)) throw new UsageError(text.badHash);
  const { found, path } = await withKeeping(async (keeping) => ({
    found: await verifyAudit(keeping, expected),
    path: keeping.auditHead.path,
  }));
  if (flags.json) process.stdout.write(`${JSON.stringify({ isWhole: isWholeLog(found), ...found }, null, 2)}\n`);
  else process.stdout.write(`${verdict(found, path, language).join('\n')}\n`);
  return isWholeLog(found) ? EXIT.good : EXIT.someFailed;
}

function verdict(
  { rows, head, broken, headFile, expected }: AuditVerification,
  path: string,
  language: OutputLanguage,
): string[] {
  const text = AUDIT_MESSAGES[language];
  const lines = [broken === undefined ? text.whole(rows) : text.broken[broken.problem](broken.seq)];
  if (headFile === 'not-in-log') lines.push(text.headFile(path));
  if (headFile === 'unreadable') lines.push(text.headFileUnreadable(path));
  if (expected !== null) lines.push(expected === 'found' ? text.expected : text.notExpected);
  const isBroken = broken !== undefined || headFile === 'not-in-log' || expected === 'not-in-log';
  if (isBroken) lines.push(text.whatToDo);
  else if (head !== undefined) lines.push(text.head(head.hash));
  return lines;
}

function momentOf(text: string, message: string): string {
  const isDay = calendarDaySchema.safeParse(text.slice(0, 10)).success;
  if (!isDay || (text.length > 10 && !z.iso.datetime({ offset: true }).safeParse(text).success))
    throw new UsageError(message);
  return new Date(text).toISOString();
}
