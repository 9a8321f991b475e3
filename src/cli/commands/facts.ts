import type { Command } from 'commander';
import { caseOf } from '#app/keeping/case-of.ts';
import { keepFacts } from '#app/keeping/keep-client.ts';
import { withKeeping } from '#app/keeping/with-keeping.ts';
import { type CaseFacts, caseFactsSchema } from '#domain/case-paper.ts';
import { DEFAULT_PIPELINE } from '../defaults.ts';
import { EXIT } from '../exit-status.ts';
import { UsageError } from '../explain-failure.ts';
import { KEEPING_MESSAGES } from '../keeping-messages.ts';
import { languageOf } from '../language-of.ts';
import { parseCaseName } from '../parse-options.ts';

interface FactFlags extends Partial<Record<keyof CaseFacts, string>> {
  readonly case: string;
  readonly forget?: readonly string[];
}

/** `liasse facts --case NAME`: what the organisation knows of the client beside the papers. */
export function addFactsCommand(program: Command): void {
  program
    .command('facts')
    .description('say what you know of the client beside the papers: name, birth, entry into France, département')
    .requiredOption('--case <name>', 'the case', parseCaseName)
    .option('--client <name>', 'the client’s name, as your organisation writes it')
    .option('--birth <date>', 'date of birth, YYYY-MM-DD')
    .option('--entry <date>', 'entry into France: YYYY-MM-DD, YYYY-MM or YYYY')
    .option('--departement <number>', 'of the prefecture that decides: 75, 2A, 974')
    .option('--language <code>', 'the client’s language (ISO 639)')
    .option('--forget <fact...>', `take facts back: ${Object.keys(caseFactsSchema.shape).join(', ')}`)
    .addHelpText(
      'after',
      `
Without options it prints what is known. Facts are sealed like everything that is kept; the report, the deadlines and the timeline of presence use them.

Examples:
  liasse facts --case dossier-12 --client "Selam HAGOS" --entry 2021-03 --departement 49
  liasse facts --case dossier-12 --forget entry`,
    )
    .action(async (flags: FactFlags, command: Command) => {
      const text = KEEPING_MESSAGES[languageOf(command)];
      const facts = await withKeeping(async (keeping) => {
        const { id } = await caseOf(keeping, flags.case);
        const known = await keeping.cases.facts(id);
        const said = saidIn(flags, known);
        const checked = caseFactsSchema.safeParse(said);
        if (!checked.success) throw new UsageError(text.factsWrong(checked.error.issues[0]?.path.join('.') ?? ''));
        if (JSON.stringify(said) !== JSON.stringify(known))
          await keepFacts(keeping, id, { facts: checked.data, pipelineId: DEFAULT_PIPELINE });
        return checked.data;
      });
      process.stdout.write(`${JSON.stringify(facts, null, 2)}\n`);
      process.exitCode = EXIT.good;
    });
}

/** The facts with what the flags say, and without what they take back. */
function saidIn(flags: FactFlags, known: CaseFacts): Record<string, string> {
  const facts: Record<string, string> = Object.fromEntries(
    Object.entries(known).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  for (const name of Object.keys(caseFactsSchema.shape)) {
    const value = Object.entries(flags).find(([flag]) => flag === name)?.[1];
    if (typeof value === 'string') facts[name] = value.normalize('NFC').trim();
  }
  for (const name of flags.forget ?? []) delete facts[name];
  return facts;
}
