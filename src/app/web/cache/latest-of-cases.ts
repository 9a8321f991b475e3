import { TooLate, unlessLate } from '#adapters/unless-late.ts';
import { createLatestOfCase, type LatestOfCase, settled } from './latest-of-case.ts';

/** A case (`key`), and the version it is in now, as the database just told. */
export interface CaseVersion {
  readonly key: string;
  readonly version: string;
}

/** What there is of a case. `next`: of a former value, when the one that takes its place is there or failed (it never rejects); null: this is the current one. */
export interface LatestValue<Value> {
  readonly value: Value;
  readonly next: Promise<void> | null;
}

/** What takes long to make of cases, as they are now. Whoever asks has been told by the database which version a case is in: nothing else is ever given as current. */
export interface LatestOfCases<Value> {
  /** What `make` gives for a case as it is now or later, made once however many ask. */
  current(of: CaseVersion, make: () => Promise<Value>): Promise<Value>;
  /** The same where that does not take long, else the one before, if it was the current one a moment ago. */
  currentOrFormer(of: CaseVersion, make: () => Promise<Value>): Promise<LatestValue<Value>>;
}

export interface LatestOptions {
  /** Cases that are kept at most; those that were not asked for the longest go first. */
  readonly most?: number;
  /** Nothing that was opened is given for longer. */
  readonly longestMs?: number;
  /** How long the current one is waited for before the former one is given. */
  readonly patienceMs?: number;
  /** How long after it was known to be current a former one may still be given. */
  readonly formerMs?: number;
  readonly now?: () => number;
}

const DEFAULTS = { most: 200, longestMs: 10 * 60_000, patienceMs: 100, formerMs: 15_000 } as const;

export function createLatestOfCases<Value>(options: LatestOptions = {}): LatestOfCases<Value> {
  const { most, longestMs, patienceMs, formerMs } = { ...DEFAULTS, ...options };
  const { now = () => performance.now() } = options;
  const cases = new Map<string, LatestOfCase<Value>>();

  const latestOf = (key: string): LatestOfCase<Value> => {
    const one = cases.get(key) ?? createLatestOfCase<Value>({ longestMs, now });
    for (const [old, latest] of cases) if (latest.isOld(now())) cases.delete(old);
    // Asked for last, it goes last.
    cases.delete(key);
    cases.set(key, one);
    for (const old of [...cases.keys()].slice(0, Math.max(0, cases.size - most))) cases.delete(old);
    return one;
  };

  return {
    current: ({ key, version }, make) => latestOf(key).ask(version, make).wanted,
    currentOrFormer: async ({ key, version }, make) => {
      const { former, wanted } = latestOf(key).ask(version, make);
      if (former === undefined || now() - former.currentAt > formerMs) return { value: await wanted, next: null };
      try {
        return { value: await unlessLate(patienceMs, wanted), next: null };
      } catch (error) {
        if (!(error instanceof TooLate)) throw error;
        return { value: former.value, next: settled(wanted) };
      }
    },
  };
}
