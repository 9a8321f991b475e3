import type { Command } from 'commander';
import { decideAboutPaper, type Saying } from '#app/desk/decide-about-paper.ts';
import { type FoundPaper, findPaper } from '#app/desk/find-paper.ts';
import { withKeeping } from '#app/keeping/with-keeping.ts';
import { LONGEST_SAID } from '#domain/decisions.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import { DISMISS_MESSAGES } from '../dismiss-messages.ts';
import { EXIT } from '../exit-status.ts';
import { explainFailure, UsageError } from '../explain-failure.ts';
import { type OutputLanguage, outputLanguage } from '../messages.ts';
import { parseCaseName } from '../parse-options.ts';

interface DismissFlags {
  readonly reason?: string;
  readonly undo?: true;
  readonly case?: string;
  readonly json?: true;
}

/** `liasse dismiss ID FLAG`: a flag that does not count on a paper, and why, said by a person. */
export function addDismissCommand(program: Command): void {
  program
    .command('dismiss')
    .description('say that a flag does not count on a paper, and why; no later run says otherwise')
    .argument('<id>', 'id of the paper, or its first letters (the table of “intake --case” and the JSON show them)')
    .argument('<flag...>', 'codes of flags, as “results --json” shows them: no-stamp, low-quality …')
    .option('--reason <text>', 'why it does not count: whoever looks at the paper later reads it')
    .option('--undo', 'let the flag count again')
    .option('--case <name>', 'look in this case only', parseCaseName)
    .option('--json', 'print the new record as a JSON line')
    .addHelpText(
      'after',
      `
A flag says what is weak about a paper. When you know better (the stamp is there, only pale), dismiss it: the score is that of the flags that are left,
and the flag stays beside them with your reason. Dismissing “needs-review” says that a person has looked. It holds for the same paper in any case.

Examples:
  liasse dismiss 3f2a9c no-stamp --reason "Stamped on the back, seen on the original"
  liasse dismiss 3f2a9c needs-review --reason "Looked at by Amina"
  liasse dismiss 3f2a9c no-stamp --undo`,
    )
    .action(async (id: string, codes: string[], flags: DismissFlags, command: Command) => {
      process.exitCode = await dismiss(
        { id, codes },
        flags,
        outputLanguage(command.optsWithGlobals()['lang'], process.env),
      );
    });
}

interface Asked {
  readonly id: string;
  readonly codes: readonly string[];
}

async function dismiss({ id, codes }: Asked, flags: DismissFlags, language: OutputLanguage): Promise<number> {
  const text = DISMISS_MESSAGES[language];
  try {
    const reason = reasonOf(flags, language);
    await withKeeping(async (keeping) => {
      const found = await findPaper(keeping, id, flags.case);
      const sayings = codes.map((flag) => sayingOf(flag, reason, { found, language }));
      const { before, after } = await decideAboutPaper(keeping, found, sayings, { language, now: new Date() });
      const shown = lines({ before, after, sayings }, found, language);
      process.stdout.write(flags.json ? `${JSON.stringify(after)}\n` : `${shown.join('\n')}\n`);
      process.stderr.write(`${text.kept(after.id.slice(0, 8))}\n`);
    });
    return EXIT.good;
  } catch (error) {
    process.stderr.write(`liasse: ${explainFailure(error, language)}\n`);
    return EXIT.wrongUse;
  }
}

/** Why; null when the flag is to count again. */
function reasonOf({ reason, undo }: DismissFlags, language: OutputLanguage): string | null {
  const text = DISMISS_MESSAGES[language];
  const said = reason?.normalize('NFC').trim() ?? '';
  if (undo === true && reason !== undefined) throw new UsageError(text.reasonAndUndo);
  if (undo === true) return null;
  if (said === '') throw new UsageError(text.reasonMissing);
  if (said.length > LONGEST_SAID) throw new UsageError(text.reasonTooLong(LONGEST_SAID));
  return said;
}

function sayingOf(
  flag: string,
  reason: string | null,
  { found, language }: { readonly found: FoundPaper; readonly language: OutputLanguage },
): Saying & { readonly flag: string } {
  const text = DISMISS_MESSAGES[language];
  const { flags, dismissed } = found.record;
  const gone = dismissed.map(({ code }) => code);
  // One that was dismissed may be given another reason.
  const known = reason === null ? gone : [...flags.map(({ code }) => code), ...gone];
  if (!known.includes(flag)) {
    const there = known.join(', ') || text.none;
    throw new UsageError(reason === null ? text.notDismissed(flag, there) : text.noSuchFlag(flag, there));
  }
  return reason === null ? { kind: 'restore', flag } : { kind: 'dismiss', flag, reason };
}

interface Change {
  readonly before: DocumentRecord;
  readonly after: DocumentRecord;
  readonly sayings: readonly { readonly kind: Saying['kind']; readonly flag: string }[];
}

function lines({ before, after, sayings }: Change, { pipeline }: FoundPaper, language: OutputLanguage): string[] {
  const text = DISMISS_MESSAGES[language];
  const label = (code: string): string => pipeline.flags.flags[code]?.label[language] ?? code;
  return [
    ...sayings.map(({ kind, flag }) => (kind === 'dismiss' ? text.dismissed(label(flag)) : text.restored(label(flag)))),
    text.score(String(before.score ?? '–'), String(after.score ?? '–')),
    text.flags(after.flags.map(({ code }) => label(code)).join(', ') || text.none),
  ];
}
