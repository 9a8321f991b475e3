import { describe, expect, it } from 'vitest';
import type { ChangeLog } from '#ports/changes.ts';
import type { ApiKeyStore, InvitationStore, PeopleStore, Person, TeamStore, TryCounter } from '#ports/people.ts';

export interface PeopleStores {
  readonly people: PeopleStore;
  readonly teams: TeamStore;
  readonly invitations: InvitationStore;
  readonly apiKeys: ApiKeyStore;
  readonly tries: TryCounter;
  readonly changes: ChangeLog;
  openCase(name: string): Promise<string>;
  /** Id of a session of theirs. */
  signIn(personId: string): Promise<string>;
}

/** What every store of people must do; called by the test of each database. Each call of `create` gives stores without people. */
export function peopleContract(name: string, create: () => Promise<PeopleStores>): void {
  const someone = (email: string) => ({ name: 'N', email, language: 'fr', passwordHash: 'hash' }) as const;
  const inAMinute = () => new Date(Date.now() + 60_000);

  async function withAdministrator(): Promise<PeopleStores & { first: Person }> {
    const stores = await create();
    await stores.people.addSetupCode('code');
    return { ...stores, first: await stores.people.setUp('code', someone('First@Example.org'), undefined) };
  }
  async function join({ invitations }: PeopleStores, email: string, role: Person['role'] = 'adviser'): Promise<Person> {
    await invitations.add({ email, role, teamIds: [], language: 'fr', expiresAt: inAMinute() }, `token of ${email}`);
    return invitations.accept(`token of ${email}`, someone(email));
  }

  describe(`${name} as the place of people`, () => {
    it('makes one first administrator of several at once, and none without the code', async () => {
      const { people } = await create();
      await people.addSetupCode('code');
      await expect(people.setUp('another', someone('a@x.org'), undefined)).rejects.toMatchObject({
        code: 'setup-code-wrong',
      });
      const made = await Promise.allSettled(
        [1, 2, 3, 4].map((nth) => people.setUp('code', someone(`p${nth}@x.org`), undefined)),
      );
      expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await people.all()).toMatchObject([{ role: 'administrator', teamIds: [expect.any(String)] }]);
    });

    it('keeps an administrator, though two give it up at once', async () => {
      const stores = await withAdministrator();
      const other = await join(stores, 'b@x.org', 'administrator');
      const given = await Promise.allSettled(
        [stores.first.id, other.id].map((id) => stores.people.change(id, { role: 'adviser' })),
      );
      expect(given.filter(({ status }) => status === 'rejected')).toHaveLength(1);
      expect(await stores.people.hasAdministrator()).toBe(true);
    });

    it('signs out whoever is blocked, and ends the sessions it is asked to', async () => {
      const stores = await withAdministrator();
      const { people } = stores;
      const { id } = await join(stores, 'b@x.org');
      const [one, two, three] = [await stores.signIn(id), await stores.signIn(id), await stores.signIn(id)];
      expect(await people.endSessions(id, { only: one })).toBe(1);
      expect(await people.endSessions(stores.first.id, { only: two })).toBe(0);
      expect(await people.endSessions(id, { butNot: three })).toBe(1);
      expect((await people.sessions(id)).map((session) => session.id)).toEqual([three]);
      const blocked = await people.change(id, { isBlocked: true });
      expect(blocked?.blockedAt).toBeInstanceOf(Date);
      expect(await people.sessions(id)).toEqual([]);
      expect((await people.change(id, { isBlocked: false }))?.blockedAt).toBeNull();
      expect(await people.change('44444444-4444-4444-8444-444444444444', { isBlocked: true })).toBeUndefined();
    });

    it('lets one in by an invitation, whatever the letters of the address', async () => {
      const stores = await withAdministrator();
      const { invitations } = stores;
      const invitation = { email: 'B@X.org', role: 'operator', teamIds: [], language: 'en' } as const;
      await invitations.add({ ...invitation, expiresAt: inAMinute() }, 'old');
      await invitations.add({ ...invitation, expiresAt: inAMinute() }, 'new');
      expect(await invitations.find('old')).toBeUndefined();
      const joined = await Promise.allSettled([1, 2, 3].map(() => invitations.accept('new', someone('ignored'))));
      expect(joined.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect((await stores.people.all()).map(({ email }) => email).sort()).toEqual(['b@x.org', 'first@example.org']);
      await expect(invitations.add({ ...invitation, expiresAt: inAMinute() }, 'again')).rejects.toMatchObject({
        code: 'address-known',
      });
      await invitations.add({ ...invitation, email: 'c@x.org', expiresAt: new Date(Date.now() - 1) }, 'late');
      await expect(invitations.accept('late', someone('c@x.org'))).rejects.toMatchObject({ code: 'invitation-over' });
    });

    it('knows a key by its hash while it works, and revokes its owner’s only', async () => {
      const { apiKeys, first } = await withAdministrator();
      const key = { personId: first.id, name: 'k', prefix: 'p', rights: 'reading' } as const;
      const made = await apiKeys.add({ ...key, expiresAt: inAMinute() }, 'hash');
      expect(await apiKeys.use('hash')).toMatchObject({ id: made.id, rights: 'reading' });
      expect((await apiKeys.ofPerson(first.id))[0]?.lastUsedAt).toBeInstanceOf(Date);
      expect(await apiKeys.revoke('44444444-4444-4444-8444-444444444444', made.id)).toBe(false);
      expect(await apiKeys.revoke(first.id, made.id)).toBe(true);
      expect(await apiKeys.use('hash')).toBeUndefined();
      await apiKeys.add({ ...key, expiresAt: new Date(Date.now() - 1) }, 'late');
      expect(await apiKeys.use('late')).toBeUndefined();
    });

    it('counts tries that come at once, and begins anew after the window', async () => {
      const { tries } = await create();
      const counts = await Promise.all(Array.from({ length: 8 }, () => tries.count('a', 60_000)));
      expect(counts.sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(await tries.count('b', 60_000)).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(await tries.count('a', 10)).toBe(1);
      await tries.forget('a');
      expect(await tries.count('a', 60_000)).toBe(1);
    });

    it('tells what happened to cases since', async () => {
      const { changes, openCase } = await create();
      const before = await changes.last();
      const id = await openCase(`told of ${before}`);
      const told = (await changes.since(before)).filter(({ seq }) => seq > before);
      expect(told).toMatchObject([{ kind: 'case-opened', caseId: id, subject: id }]);
      await changes.forgetOld();
      expect(await changes.last()).toBeGreaterThan(before);
    });
  });
}
