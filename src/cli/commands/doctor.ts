import type { Command } from 'commander';
import { type Diagnosis, diagnose } from '#app/doctor/diagnose.ts';
import type { FindingState } from '#app/doctor/findings.ts';
import { runDoctor } from '#app/doctor/run-doctor.ts';
import { DOCTOR_MESSAGES } from '#app/doctor/words/doctor-messages.ts';
import { diagnosisLine } from '../doctor/doctor-text.ts';
import { EXIT } from '../exit-status.ts';
import { outputLanguage } from '../messages.ts';

const HELP = `
Looks at Node, models and engine, pipelines, folders and disks, memory, clock, master key, database, originals, Redis and the work that waits.
Each line says ok, warning (works, but not as well or as safely as it could) or broken (something will fail), and below it the command that mends
it. Nothing of anybody's papers is read, nothing is changed, and no check takes longer than half a minute.

Exit status: 0 nothing is broken; 1 something is; 2 wrong use.

Examples:
  liasse doctor                     after installing, after an update, when something is odd
  liasse doctor --json | jq '.findings[] | select(.state != "ok")'
  DATABASE_URL=postgres://… REDIS_URL=redis://… liasse doctor     before a worker is started there`;

/** `liasse doctor`: is this machine well set up, and if not, what mends it? */
export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description(
      'look whether this machine and its stores are well set up; what is wrong, and the command that mends it',
    )
    .option('--json', 'as JSON')
    .addHelpText('after', HELP)
    .action(async (options: { json?: true }, command: Command) => {
      const language = outputLanguage(command.optsWithGlobals()['lang'], process.env);
      const diagnoses: Diagnosis[] = [];
      for await (const checked of runDoctor()) {
        const diagnosis = diagnose(checked);
        diagnoses.push(diagnosis);
        if (!options.json) process.stdout.write(diagnosisLine(diagnosis, language));
      }
      const counts = countStates(diagnoses);
      if (options.json)
        process.stdout.write(`${JSON.stringify({ status: worstOf(counts), counts, findings: diagnoses }, null, 2)}\n`);
      else process.stdout.write(`${DOCTOR_MESSAGES[language].summary(counts)}\n`);
      process.exitCode = counts.broken > 0 ? EXIT.someFailed : EXIT.good;
    });
}

type StateCounts = Readonly<Record<FindingState, number>>;

function countStates(diagnoses: readonly Diagnosis[]): StateCounts {
  const count = (state: FindingState): number => diagnoses.filter((one) => one.state === state).length;
  return { ok: count('ok'), warning: count('warning'), broken: count('broken') };
}

function worstOf({ warning, broken }: StateCounts): FindingState {
  if (broken > 0) return 'broken';
  return warning > 0 ? 'warning' : 'ok';
}
