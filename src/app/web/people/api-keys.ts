import { LiasseFailure } from '#domain/failure.ts';
import type { KeyRights } from '#domain/principal.ts';
import type { ApiKey } from '#ports/people.ts';
import type { Seat } from '../seat.ts';
import { makeToken } from '../secret-token.ts';

export interface ApiKeyRow extends Omit<ApiKey, 'personId' | 'madeAt' | 'expiresAt' | 'lastUsedAt'> {
  readonly madeAt: string;
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
}

export interface ApiKeyInput {
  readonly name: string;
  readonly rights: KeyRights;
  /** The last day, ISO 8601. */
  readonly until: string;
}

const PREFIX = 'liasse_';
const PREFIX_SHOWN = PREFIX.length + 5;
const LONGEST_MS = 366 * 24 * 3_600_000;

/** My keys that work. */
export async function listMyApiKeys({ keeping, principal }: Seat): Promise<ApiKeyRow[]> {
  return (await keeping.apiKeys.ofPerson(principal.personId)).map(asRow);
}

/** The keys of everybody that work, the newest first. */
export async function listApiKeys({ keeping }: Seat): Promise<(ApiKeyRow & { readonly personId: string })[]> {
  return (await keeping.apiKeys.all()).map((key) => ({ ...asRow(key), personId: key.personId }));
}

/** Throws `not-found`. */
export async function revokeApiKey({ keeping }: Seat, id: string): Promise<void> {
  if (!(await keeping.apiKeys.revoke('anybody', id))) throw new LiasseFailure('not-found');
}

/** A key of mine; the key itself is shown once. Throws `end-date-wrong`. */
export async function makeApiKey(
  { keeping, principal: { personId } }: Seat,
  { name, rights, until }: ApiKeyInput,
): Promise<ApiKeyRow & { readonly key: string }> {
  const expiresAt = new Date(`${until}T23:59:59.999Z`);
  const lasts = expiresAt.getTime() - Date.now();
  if (!(lasts > 0 && lasts <= LONGEST_MS)) throw new LiasseFailure('end-date-wrong');
  const { token, hash } = makeToken(PREFIX);
  const prefix = token.slice(0, PREFIX_SHOWN);
  return { ...asRow(await keeping.apiKeys.add({ personId, name, prefix, rights, expiresAt }, hash)), key: token };
}

/** Throws `not-found`, also for somebody else's. */
export async function revokeMyApiKey({ keeping, principal }: Seat, id: string): Promise<void> {
  if (!(await keeping.apiKeys.revoke(principal.personId, id))) throw new LiasseFailure('not-found');
}

function asRow({ id, name, prefix, rights, madeAt, expiresAt, lastUsedAt }: ApiKey): ApiKeyRow {
  return {
    ...{ id, name, prefix, rights },
    ...{ madeAt: madeAt.toISOString(), expiresAt: expiresAt.toISOString() },
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
