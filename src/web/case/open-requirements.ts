import type { CrossFinding } from '#domain/case-judgement.ts';

/** What every file needs and this one lacks or has only in part (missing, too old, without its translation), the gravest first. */
export function openRequirements(findings: readonly CrossFinding[]): CrossFinding[] {
  return findings.filter(({ kind, coverage }) => kind === 'civil' && coverage !== undefined && coverage !== 'met');
}
