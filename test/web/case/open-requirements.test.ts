import { expect, it } from 'vitest';
import type { CrossFinding } from '#domain/case-judgement.ts';
import { openRequirements } from '#web/case/open-requirements.ts';

const finding = (rule: string, changes: Partial<CrossFinding>): CrossFinding => ({
  ...{ kind: 'civil', rule, severity: 'weak', message: { fr: rule, en: rule }, papers: [], ...changes },
});

it('what a file needs and does not have is a next step, such as a proof of address that is too old', () => {
  const findings = [
    finding('civil-identity', { coverage: 'met', severity: 'info' }),
    finding('civil-address', { coverage: 'weak' }),
    finding('civil-birth', { coverage: 'missing', severity: 'blocking' }),
    finding('pages-missing', { kind: 'pages' }),
  ];
  expect(openRequirements(findings).map(({ rule }) => rule)).toEqual(['civil-address', 'civil-birth']);
});
