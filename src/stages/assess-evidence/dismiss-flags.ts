import type { Assessment } from '#domain/findings.ts';

/**
 * Takes out the flags that a person said do not count here, and keeps them with the reasons. Whoever dismissed the flag that asks for a person has looked
 * at the paper: then nobody is asked again.
 */
export function dismissFlags(
  { flags, needsReview }: Pick<Assessment, 'flags' | 'needsReview'>,
  reasons: Readonly<Record<string, string>> = {},
  reviewFlag: string,
): Omit<Assessment, 'criteria' | 'score'> {
  if (Object.keys(reasons).length === 0) return { flags, needsReview };
  const isLookedAt = reasons[reviewFlag] !== undefined;
  return {
    flags: flags.filter(({ code }) => reasons[code] === undefined),
    needsReview: needsReview && !isLookedAt,
    dismissed: flags.flatMap((flag) => {
      const reason = reasons[flag.code];
      return reason === undefined ? [] : [{ ...flag, reason }];
    }),
    isLookedAt,
  };
}
