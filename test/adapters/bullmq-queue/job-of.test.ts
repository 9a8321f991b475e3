import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemIdOf, jobOf } from '#adapters/bullmq-queue/job-of.ts';
import type { WorkItem } from '#ports/work-queue.ts';

const item = (of: Partial<WorkItem> = {}): WorkItem => ({
  ...{ id: randomUUID(), kind: 'file', subject: randomUUID(), caseId: randomUUID(), workClass: 'live' },
  ...{ rank: 1, attempts: 0, ...of },
});
const priority = (of: Partial<WorkItem>): number => jobOf(item(of)).opts.priority ?? 0;
const rank = fc.integer({ min: 1, max: 2_147_483_647 });

describe('a job for an item', () => {
  it('holds the id of the item and nothing else', () => {
    const one = item();
    expect(jobOf(one).data).toEqual({ id: one.id });
  });

  it('has an id that BullMQ takes and that is always the same for one item', () => {
    const one = item();
    const { jobId } = jobOf(one).opts;
    expect(jobId).toBe(jobOf({ ...one, rank: 7 }).opts.jobId);
    expect(jobId).not.toMatch(/^\d+$|:/);
  });

  it('comes after all live work when it is of an archive, whatever the ranks', () => {
    fc.assert(
      fc.property(rank, rank, (live, archive) => {
        expect(priority({ workClass: 'archive', rank: archive })).toBeGreaterThan(priority({ rank: live }));
      }),
    );
  });

  it('keeps the order of ranks within a class, inside what BullMQ allows', () => {
    fc.assert(
      fc.property(rank, rank, fc.constantFrom('live' as const, 'archive' as const), (one, other, workClass) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(priority({ workClass, rank: low })).toBeLessThanOrEqual(priority({ workClass, rank: high }));
        // 0 would mean "before everything".
        expect(priority({ workClass, rank: low })).toBeGreaterThan(0);
        expect(priority({ workClass, rank: high })).toBeLessThanOrEqual(2_097_151);
      }),
    );
    expect(priority({ rank: 1 })).toBeLessThan(priority({ rank: 2 }));
  });

  it('is known by its payload, and no other payload is taken for one', () => {
    const one = item();
    expect(itemIdOf(jobOf(one).data)).toBe(one.id);
    for (const payload of [null, undefined, 'x', {}, { id: 7 }, { id: 'x' }, { id: one.id, name: 'secret' }])
      expect(itemIdOf(payload)).toBeUndefined();
  });
});
