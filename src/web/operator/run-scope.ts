import type { RunRow } from '#http/contract/operator.ts';
import type { Words } from '../words/use-words.ts';

/** Which papers a run is about, in words. */
export function writeScope({ caseId, type, before, asOf, isJudgingOnly }: RunRow, { t, format }: Words): string {
  const parts = [
    ...(caseId === null ? [] : [t('operator.runs.scopeCase', { id: caseId.slice(0, 8) })]),
    ...(type === null ? [] : [t('operator.runs.scopeType', { type })]),
    ...(before === null ? [] : [t('operator.runs.scopeBefore', { day: format.shortDay(before) })]),
  ];
  const how = [
    ...(asOf === null ? [] : [t('operator.runs.scopeAsOf', { day: format.shortDay(asOf) })]),
    ...(isJudgingOnly ? [t('operator.runs.scopeJudging')] : []),
  ];
  return [parts.length === 0 ? t('operator.runs.scopeAll') : parts.join(', '), ...how].join(' · ');
}
