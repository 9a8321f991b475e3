import { expect, it } from 'vitest';
import { judgeCase } from '#casework/judge-case.ts';
import { aPaper, humanitarianCasework } from '../support/a-case.ts';

it('judges two hundred papers in less than a fifth of a second', async () => {
  const rules = await humanitarianCasework();
  const typeIds = ['police-report', 'medical-certificate', 'pay-slip', 'ngo-statement', 'news-article', 'other'];
  const papers = Array.from({ length: 200 }, (_, index) => aPaper(`p${index}`, typeIds[index % typeIds.length] ?? ''));
  const judge = () => judgeCase('a case', { papers, facts: {}, asOf: '2026-11-26' }, rules);
  judge();
  const startedAt = performance.now();
  judge();
  expect(performance.now() - startedAt).toBeLessThan(200);
});
