import { describe, expect, it } from 'vitest';
import type { WebhookStore } from '#ports/webhooks.ts';

export interface WebhookStores {
  readonly webhooks: WebhookStore;
  /** A case is opened, then closed: one thing to be told. */
  closeCase(): Promise<string>;
  /** Makes as if all that was so much earlier. */
  age(ms: number): Promise<void>;
}

/** What every store of webhooks must do; called by the test of each database. Each call of `create` gives one without webhooks. */
export function webhooksContract(name: string, create: () => Promise<WebhookStores>): void {
  const LEASE = { leaseMs: 60_000, limit: 10 };
  const added = (webhooks: WebhookStore) =>
    webhooks.add({ url: 'https://a.example/h', events: ['case-changed'] }, 'whsec_a');
  const failed = { status: 500, problem: 'status', tookMs: 3.4, afterMs: 60_000 } as const;

  describe(`${name} as the place of webhooks`, () => {
    it('writes what happens for those who asked for it, and for nobody else', async () => {
      const { webhooks, closeCase } = await create();
      await closeCase();
      const { id } = await added(webhooks);
      const other = await webhooks.add({ url: 'https://b.example/h', events: ['case-judged'] }, 'whsec_b');
      const caseId = await closeCase();
      expect(await webhooks.deliveries(id, 10)).toMatchObject([
        { event: 'case-changed', data: { caseId, state: 'closed' }, state: 'waiting', attempts: 0 },
      ]);
      expect(await webhooks.deliveries(other.id, 10)).toEqual([]);
      await webhooks.change(id, { isEnabled: false });
      await closeCase();
      expect(await webhooks.deliveries(id, 10)).toMatchObject([{ state: 'failed', problem: 'disabled' }]);
    });

    it('gives a delivery to one of many, with the secret, and to the next when its lease is over', async () => {
      const { webhooks, closeCase, age } = await create();
      await added(webhooks);
      await closeCase();
      const claims = await Promise.all(['a', 'b', 'c', 'd'].map((owner) => webhooks.claim(owner, LEASE)));
      const [claimed] = claims.flat();
      expect(claims.flat()).toMatchObject([{ attempts: 1, url: 'https://a.example/h', secret: 'whsec_a' }]);
      if (claimed === undefined) throw new Error('nothing was claimed');
      await age(61_000);
      expect(await webhooks.claim('late', LEASE)).toMatchObject([{ id: claimed.id, attempts: 2 }]);
      const owner = ['a', 'b', 'c', 'd'][claims.findIndex(({ length }) => length > 0)] ?? '';
      expect(await webhooks.settle(claimed.id, owner, failed)).toBe(false);
      expect(await webhooks.settle(claimed.id, 'late', { ...failed, status: 204, problem: null })).toBe(true);
      expect(await webhooks.delivery(claimed.id)).toMatchObject({ state: 'delivered', status: 204, attempts: 2 });
    });

    it('tries again when it is due, gives up when told, and delivers once more when asked', async () => {
      const { webhooks, closeCase, age } = await create();
      const { id } = await added(webhooks);
      await closeCase();
      const [one] = await webhooks.claim('a', LEASE);
      const key = one?.id ?? '';
      await webhooks.settle(key, 'a', failed);
      expect(await webhooks.claim('a', LEASE)).toEqual([]);
      expect((await webhooks.all())[0]?.failingSince).not.toBeNull();
      await age(61_000);
      await webhooks.claim('a', LEASE);
      await webhooks.settle(key, 'a', { ...failed, afterMs: undefined });
      expect(await webhooks.delivery(key)).toMatchObject({ state: 'failed', problem: 'status', tookMs: 3 });
      expect(await webhooks.redeliver(id, key)).toBe(true);
      expect(await webhooks.claim('a', { ...LEASE, only: key })).toMatchObject([{ id: key, attempts: 1 }]);
      // Somebody is at it.
      expect(await webhooks.redeliver(id, key)).toBe(false);
      await webhooks.settle(key, 'a', { ...failed, problem: null });
      expect((await webhooks.all())[0]).toMatchObject({ failingSince: null, deliveredAt: expect.any(Date) });
    });

    it('disables what fails for days, and tests it all the same', async () => {
      const { webhooks, closeCase, age } = await create();
      const { id } = await added(webhooks);
      await closeCase();
      await closeCase();
      const [one] = await webhooks.claim('a', { ...LEASE, limit: 1 });
      await webhooks.settle(one?.id ?? '', 'a', failed);
      expect(await webhooks.disableFailing(3_600_000)).toEqual([]);
      await age(3_700_000);
      expect(await webhooks.disableFailing(3_600_000)).toEqual([id]);
      expect(await webhooks.claim('a', LEASE)).toEqual([]);
      expect((await webhooks.all())[0]).toMatchObject({ disabledBecause: 'failing' });
      const ping = (await webhooks.ping(id)) ?? '';
      expect(await webhooks.claim('a', { ...LEASE, only: ping })).toMatchObject([{ event: 'ping', data: {} }]);
      expect(await webhooks.change(id, { isEnabled: true })).toMatchObject({ disabledAt: null, failingSince: null });
      expect(await webhooks.ping('44444444-4444-4444-8444-444444444444')).toBeUndefined();
    });

    it('lets one that never answers hold up no other', async () => {
      const { webhooks, closeCase } = await create();
      await added(webhooks);
      for (let nth = 0; nth < 5; nth += 1) await closeCase();
      const other = await webhooks.add({ url: 'https://b.example/h', events: ['case-changed'] }, 'whsec_b');
      await closeCase();
      const claimed = await webhooks.claim('a', { ...LEASE, limit: 2 });
      expect(claimed.map(({ webhookId }) => webhookId)).toContain(other.id);
    });
  });
}
