/** Wakes one sleeper; what rings while nobody sleeps is heard by the next one. */
export interface Alarm {
  ring(): void;
  /** Sleeps for so long at most; without end when that is infinite. */
  sleep(latestMs: number): Promise<void>;
}

export function createAlarm(): Alarm {
  let hasRung = false;
  let wake: (() => void) | undefined;
  return {
    ring: () => {
      hasRung = true;
      wake?.();
    },
    sleep: async (latestMs) => {
      if (!hasRung) {
        const { promise, resolve } = Promise.withResolvers<void>();
        wake = resolve;
        const timer = Number.isFinite(latestMs) ? setTimeout(resolve, latestMs) : undefined;
        await promise;
        clearTimeout(timer);
        wake = undefined;
      }
      hasRung = false;
    },
  };
}
