import { writeFileSync } from 'node:fs';
import { openKeeping } from '#app/keeping/open-keeping.ts';
import { judgeKeptCase } from '#app/casework/judge-kept-case.ts';
const k = await openKeeping();
for (const c of ['trafficking-survivor','child-with-cystic-fibrosis','senior-with-diabetes']) {
  const { input } = await judgeKeptCase(k, c, { pipelineId: 'humanitarian-permit', asOf: '2026-11-26' });
  writeFileSync(`/tmp/c6out/${c}.input.json`, JSON.stringify(input, null, 1));
}
await k.close();
