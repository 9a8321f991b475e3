import type { RetentionRules } from '#domain/retention.ts';
import type { KeptCase } from '#ports/kept-files.ts';
import { shiftDay } from '#text/calendar-days.ts';

/** A case, and until when it is kept. */
export interface RetainedCase {
  readonly kept: KeptCase;
  /** The day from which it is due to be purged, ISO 8601; null: never. */
  readonly dueOn: string | null;
  readonly isDue: boolean;
}

/** The cases in the order in which they become due, those that never do at the end. `today`: ISO 8601. */
export function dueCases(cases: readonly KeptCase[], rules: RetentionRules, today: string): RetainedCase[] {
  const NEVER = '9999';
  return cases
    .map((kept): RetainedCase => {
      const span = rules[kept.state];
      const dueOn = span === null ? null : shiftDay(kept.stateSince.toISOString().slice(0, 10), span);
      return { kept, dueOn, isDue: dueOn !== null && dueOn <= today };
    })
    .sort((one, other) => ((one.dueOn ?? NEVER) < (other.dueOn ?? NEVER) ? -1 : 1));
}
