import { runTrial, VICTIMS } from './kill-trials/run-trial.ts';
import { scriptOptions } from './script-options.ts';

/**
 * Kills Liasse (or what it stands on) with SIGKILL at random moments while it works through a folder, and checks afterwards that every file that was
 * acknowledged has exactly one result, that it is the result of an undisturbed run, and that the ledger balances.
 *
 *   node scripts/kill-trials.ts [--files 200] [--kills 50] [--victim intake]…
 */
const { values } = scriptOptions({
  options: {
    files: { type: 'string', default: '200' },
    kills: { type: 'string', default: '50' },
    victim: { type: 'string', multiple: true },
  },
});

let isLost = false;
for (const victim of VICTIMS) {
  if (values.victim !== undefined && !values.victim.includes(victim)) continue;
  const { kills, rounds, seconds, problems } = await runTrial(victim, {
    files: Number(values.files),
    kills: Number(values.kills),
    onKill: (done) => process.stderr.write(`\r${victim}: ${done} kills`),
  });
  process.stderr.write('\n');
  console.log(
    `${victim}: ${kills} kills in ${rounds} runs, ${Math.round(seconds)} s: ${problems.length === 0 ? 'nothing lost, nothing double' : 'FAILED'}`,
  );
  for (const problem of problems) console.log(`  ${problem}`);
  isLost ||= problems.length > 0;
}
process.exitCode = isLost ? 1 : 0;
