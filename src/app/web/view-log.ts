import type { Keeping } from '../keeping/open-keeping.ts';

/** Pages ask again and again for what they show; the log tells it once. */
const WINDOW_MS = 10 * 60_000;
const REMEMBERED = 10_000;

export type ViewAction = 'case-viewed' | 'document-viewed';

/** Who looked at what, told to the audit log. */
export interface ViewLog {
  note(keeping: Pick<Keeping, 'audit'>, view: { personId: string; action: ViewAction; subject: string }): Promise<void>;
}

export function createViewLog(now: () => number = () => performance.now()): ViewLog {
  const told = new Map<string, number>();
  return {
    note: async (keeping, { personId, action, subject }) => {
      const key = `${personId} ${action} ${subject}`;
      const before = told.get(key);
      if (before !== undefined && now() - before < WINDOW_MS) return;
      told.delete(key);
      told.set(key, now());
      const [oldest] = told.keys();
      if (told.size > REMEMBERED && oldest !== undefined) told.delete(oldest);
      try {
        await keeping.audit.append([{ action, subject, detail: {} }]);
      } catch (error) {
        told.delete(key);
        throw error;
      }
    },
  };
}
