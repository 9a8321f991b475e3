import { describe, expect, it } from 'vitest';
import { watchStores } from '#app/watch-stores.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { TelemetryEvent } from '#ports/telemetry.ts';

function watched() {
  const told: TelemetryEvent[] = [];
  const watch = watchStores({ tell: (event) => told.push(event) });
  return {
    ...watch,
    told: () => told.splice(0).map((one) => ('store' in one ? `${one.event} ${one.store}` : one.event)),
  };
}

describe('what a worker stands on', () => {
  it('is told once when it goes, however often that is noticed, and once when it is back', () => {
    const { onTrouble, onWorkDone, told } = watched();
    for (let times = 0; times < 3; times += 1) onTrouble(new LiasseFailure('database-away'));
    onTrouble(new LiasseFailure('queue-away'));
    expect(told()).toEqual(['store-lost database', 'store-lost queue']);
    onWorkDone();
    onWorkDone();
    expect(told()).toEqual(['store-regained database', 'store-regained queue']);
    onTrouble(new LiasseFailure('database-away'));
    expect(told()).toEqual(['store-lost database']);
  });

  it('is not blamed for what is nobody’s doing but Liasse’s', () => {
    const { onTrouble, told } = watched();
    onTrouble(new LiasseFailure('internal-error'));
    expect(told()).toEqual(['failed-unexpectedly']);
  });
});
