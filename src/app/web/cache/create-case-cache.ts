/** What was made of cases, as long as nothing of them changed. */
export interface CaseCache<Value> {
  /** What `make` gives for a case (`key`) in that version, made once however many ask at the same time. An earlier version is forgotten. */
  get(of: { readonly key: string; readonly version: string }, make: () => Promise<Value>): Promise<Value>;
}

export interface CaseCacheOptions {
  /** Things that are kept at most; those that were not asked for the longest go first. */
  readonly most?: number;
  /** Nothing that was opened stays in memory for longer, asked for or not. */
  readonly longestMs?: number;
  readonly now?: () => number;
}

const MOST = 200;
const LONGEST_MS = 10 * 60_000;

interface Kept<Value> {
  readonly version: string;
  readonly madeAt: number;
  readonly value: Promise<Value>;
}

/** A bounded cache in memory. Whoever asks has been told by the database which version the case is in: nothing that is out of date is ever given. */
export function createCaseCache<Value>(options: CaseCacheOptions = {}): CaseCache<Value> {
  const { most = MOST, longestMs = LONGEST_MS, now = () => performance.now() } = options;
  const kept = new Map<string, Kept<Value>>();

  const forgetOld = (): void => {
    for (const [key, { madeAt }] of kept) if (now() - madeAt > longestMs) kept.delete(key);
    for (const key of [...kept.keys()].slice(0, Math.max(0, kept.size - most))) kept.delete(key);
  };

  return {
    get: async ({ key, version }, make) => {
      const found = kept.get(key);
      const isGood = found !== undefined && found.version === version && now() - found.madeAt <= longestMs;
      const one = isGood ? found : { version, madeAt: now(), value: make() };
      // Asked for last, it goes last.
      kept.delete(key);
      kept.set(key, one);
      forgetOld();
      try {
        return await one.value;
      } catch (error) {
        if (kept.get(key) === one) kept.delete(key);
        throw error;
      }
    },
  };
}
