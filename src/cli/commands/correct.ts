import type { Command } from 'commander';
import { distance } from 'fastest-levenshtein';
import { decideAboutPaper, type Saying } from '#app/desk/decide-about-paper.ts';
import { type FoundPaper, findPaper } from '#app/desk/find-paper.ts';
import { withKeeping } from '#app/keeping/with-keeping.ts';
import { type Decidable, decidableSchema } from '#domain/decisions.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import { isPrintedDate } from '#domain/printed-date.ts';
import { EXIT } from '../exit-status.ts';
import { explainFailure, UsageError } from '../explain-failure.ts';
import { MESSAGES, type OutputLanguage, outputLanguage } from '../messages.ts';
import { parseCaseName } from '../parse-options.ts';

interface CorrectFlags {
  readonly case?: string;
  readonly type?: string;
  readonly issueDate?: string;
  readonly issuer?: string;
  readonly language?: string;
  readonly withdraw?: readonly string[];
  readonly json?: true;
}

/** What a person writes for "there is none". */
const NONE = 'none';

/** `liasse correct ID`: what a paper is, when and by whom it was issued, said by a person. */
export function addCorrectCommand(program: Command): void {
  program
    .command('correct')
    .description('say what a paper is, when or by whom it was issued; no later run says otherwise')
    .argument('<id...>', 'ids of papers, or their first letters (the table of “intake --case” and the JSON show them)')
    .option('--type <id>', 'what it is; “liasse types” lists the types. The type Liasse found confirms it')
    .option('--issue-date <date>', `when it was issued: 2025-03-14, 2025-03, 2025, or ${NONE}`)
    .option('--issuer <name>', `who issued it, or ${NONE} for a paper without letterhead`)
    .option('--language <code>', 'its main language (ISO 639)')
    .option('--withdraw <field...>', `take corrections back: ${decidableSchema.options.join(', ')}`)
    .option('--case <name>', 'look in this case only', parseCaseName)
    .option('--json', 'print the new records, one JSON line a paper')
    .addHelpText(
      'after',
      `
The paper is judged again at once, from what was read before. Corrections belong to your organisation: they hold for the same paper in any case, and
“liasse learn” learns from them.

Examples:
  liasse correct 3f2a9c --type medical-certificate
  liasse correct 3f2a9c --issue-date 2025-03-14 --issuer "Hôpital Nord"
  liasse correct 3f2a9c --withdraw type
  liasse correct 77e0 91bc 4d2a --type pay-slip`,
    )
    .action(async (ids: string[], flags: CorrectFlags, command: Command) => {
      process.exitCode = await correct(ids, flags, outputLanguage(command.optsWithGlobals()['lang'], process.env));
    });
}

async function correct(ids: readonly string[], flags: CorrectFlags, language: OutputLanguage): Promise<number> {
  const text = MESSAGES[language].decisions;
  try {
    await withKeeping(async (keeping) => {
      // All are looked up before anything is kept: one wrong id, and nothing is changed.
      const papers = await Promise.all(ids.map((id) => findPaper(keeping, id, flags.case)));
      for (const found of papers) {
        const sayings = sayingsOf(flags, found, language);
        if (sayings.length === 0) throw new UsageError(text.nothingSaid);
        const { before, after } = await decideAboutPaper(keeping, found, sayings, { language, now: new Date() });
        const lines = (): string =>
          `${changes(before, after, { fields: sayings.map(({ field }) => field), language, found }).join('\n')}\n`;
        process.stdout.write(flags.json ? `${JSON.stringify(after)}\n` : lines());
        process.stderr.write(`${text.kept(after.id.slice(0, 8))}\n`);
      }
    });
    return EXIT.good;
  } catch (error) {
    process.stderr.write(`liasse: ${explainFailure(error, language)}\n`);
    return EXIT.wrongUse;
  }
}

/** About fields; flags are dismissed where they are seen. */
type AboutField = Extract<Saying, { field: Decidable }>;

function sayingsOf(flags: CorrectFlags, { pipeline }: FoundPaper, language: OutputLanguage): AboutField[] {
  const text = MESSAGES[language].decisions;
  const sayings = new Map<Decidable, AboutField>();
  const correct = (field: Decidable, value: string | null): void => {
    sayings.set(field, { kind: 'correct', field, value });
  };
  if (flags.type !== undefined) {
    const types = Object.keys(pipeline.documentTypes);
    if (!types.includes(flags.type)) throw new UsageError(text.unknownType(flags.type, likest(flags.type, types)));
    correct('type', flags.type);
  }
  if (flags.issueDate !== undefined) correct('issueDate', dayOf(flags.issueDate, text.badDay));
  if (flags.issuer !== undefined)
    correct('issuer', flags.issuer === NONE ? null : flags.issuer.normalize('NFC').trim());
  if (flags.language !== undefined) {
    if (!/^[a-z]{2,3}$/.test(flags.language)) throw new UsageError(text.badLanguage);
    correct('language', flags.language);
  }
  for (const field of flags.withdraw ?? []) {
    const known = decidableSchema.safeParse(field);
    if (!known.success) throw new UsageError(decidableSchema.options.join(', '));
    sayings.set(known.data, { kind: 'withdraw', field: known.data });
  }
  return [...sayings.values()];
}

/** The types whose names are nearest to what was written. */
function likest(asked: string, types: readonly string[]): string {
  const near = types.filter((type) => type.includes(asked) || distance(type, asked) <= Math.max(2, asked.length / 3));
  return near.slice(0, 3).join(', ');
}

function dayOf(asked: string, message: string): string | null {
  if (asked === NONE) return null;
  if (!isPrintedDate(asked)) throw new UsageError(message);
  return asked;
}

/** What is said otherwise now, a line each, and what that does to the paper's worth. */
function changes(
  before: DocumentRecord,
  after: DocumentRecord,
  { fields, language, found }: { fields: readonly Decidable[]; language: OutputLanguage; found: FoundPaper },
): string[] {
  const text = MESSAGES[language].decisions;
  const label = (id: string | undefined): string =>
    found.pipeline.documentTypes[id ?? '']?.label[language] ?? id ?? text.none;
  const shown = (record: DocumentRecord, field: Decidable): string => {
    if (field === 'type') return label(record.type?.id);
    if (field === 'issueDate') return record.issueDate?.iso ?? text.none;
    if (field === 'issuer') return record.letterhead?.issuer ?? text.none;
    return record.languages[0]?.code ?? text.none;
  };
  const flags = after.flags.map(({ code }) => found.pipeline.flags.flags[code]?.label[language] ?? code).join(', ');
  return [
    ...fields.map((field) => {
      const [was, is] = [shown(before, field), shown(after, field)];
      return was === is ? text.same(text.fields[field], is) : text.changed(text.fields[field], was, is);
    }),
    text.score(String(before.score ?? '–'), String(after.score ?? '–')),
    text.flags(flags === '' ? text.none : flags),
  ];
}
