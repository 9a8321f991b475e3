import { createHmac } from 'node:crypto';
import { cpuUsage } from 'node:process';
import { readCasework } from '../src/adapters/definition-folder/read-casework.ts';
import { readTrainingPapers } from '../src/adapters/definition-folder/read-training-papers.ts';
import { casesNamed } from '../src/casework/relations/people/cases-named.ts';
import { clientNames } from '../src/casework/relations/people/client-names.ts';
import { paperOf } from '../test/casework/relations/paper-of.ts';

/**
 * How many cases of an organisation have to be opened to look for its other clients in a case of 200 papers, and what looking costs:
 * `node scripts/bench-other-clients.ts [cases]`. Clients have invented names; papers are those of the training set, which name none of them.
 */
const FIRST = ['Awa', 'Fatoumata', 'Mohamed', 'Oksana', 'Ahmed', 'Mariam', 'Ibrahim', 'Elira', 'Rita', 'Blessing', 'Moussa', 'Aminata', 'Abdoulaye', 'Karim', 'Nadia', 'Olena', 'Ivan', 'Tewolde', 'Selam', 'Joy', 'Ali', 'Li', 'Jean', 'Marie']; // biome-ignore format: a list
const SYLLABLES = ['ba', 'di', 'al', 'lo', 'ko', 'ne', 'tra', 'ore', 'san', 'go', 'ka', 'mar', 'ha', 'ki', 'mo', 'si', 'ta', 'ben', 'vic', 'zu', 'dia', 'llo', 'sy', 'tchou', 'vili', 'yan', 'ovic']; // biome-ignore format: a list
const PAPERS = 200;
const RUNS = 5;

const [{ casework }, training] = await Promise.all([
  readCasework('pipelines/humanitarian-permit'),
  readTrainingPapers('pipelines/humanitarian-permit'),
]);
const rules = casework.people;
if (rules === undefined) throw new Error('people.yaml is missing or wrong');
const blind = (key: string): string => createHmac('sha256', 'a key').update(key).digest('hex').slice(0, 16);

let state = 1;
/** The same names on every run. */
function pick(list: readonly string[]): string {
  state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
  return list[(state >> 8) % list.length] ?? '';
}
const count = Number(process.argv[2] ?? 5_000);
const cases = Array.from({ length: count }, (_none, at) => {
  const client = `${pick(FIRST)} ${pick(SYLLABLES)}${pick(SYLLABLES)}${at % 3 === 0 ? '' : pick(SYLLABLES)}`;
  return { id: String(at), keys: clientNames({ papers: [], facts: { client } }, rules).keys.map(blind) };
});
const french = training.papers.filter(({ language }, at) => language === 'fr' || (language === 'ar' && at % 3 === 0));
const papers = Array.from({ length: PAPERS }, (_none, at) => {
  const texts = [0, 7, 19].map((step) => french[(at * 13 + step) % french.length]?.text ?? '');
  return paperOf({ key: `p${at}`, type: 'other', text: texts.join('\n') });
});
for (let run = 0; run < RUNS; run += 1) {
  const start = cpuUsage();
  const found = casesNamed(papers, cases, { rules, blind });
  const { user, system } = cpuUsage(start);
  console.log(
    `${count} cases, ${PAPERS} papers: ${found.size} to open, ${((user + system) / 1_000).toFixed(0)} ms CPU`,
  );
}
