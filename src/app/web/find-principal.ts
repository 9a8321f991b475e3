import type { Principal } from '#domain/principal.ts';
import type { Web } from './open-web.ts';
import { tokenHash } from './secret-token.ts';

/** Who asks, and cookies that keep them signed in. */
export interface FoundPrincipal {
  readonly principal: Principal;
  readonly cookies: readonly string[];
}

const BEARER = /^Bearer ([\w-]{20,100})$/i;

/** On whose behalf a request comes: by its key, else by its cookies. Undefined for nobody, and for somebody who is blocked. */
export async function findPrincipal(
  { keeping, signIn }: Pick<Web, 'keeping' | 'signIn'>,
  headers: Headers,
): Promise<FoundPrincipal | undefined> {
  const authorization = headers.get('authorization');
  if (authorization !== null) {
    const token = BEARER.exec(authorization)?.[1];
    const key = token === undefined ? undefined : await keeping.apiKeys.use(tokenHash(token));
    if (key === undefined) return undefined;
    return withPerson(keeping, key.personId, { by: { keyId: key.id, rights: key.rights }, cookies: [] });
  }
  const session = await signIn.find(headers);
  if (session === undefined) return undefined;
  const { personId, sessionId, cookies } = session;
  return withPerson(keeping, personId, { by: { sessionId }, cookies });
}

async function withPerson(
  { people }: Web['keeping'],
  personId: string,
  { by, cookies }: Pick<Principal, 'by'> & Pick<FoundPrincipal, 'cookies'>,
): Promise<FoundPrincipal | undefined> {
  const person = await people.find(personId);
  if (person === undefined || person.blockedAt !== null) return undefined;
  const { role, teamIds, language } = person;
  return { principal: { personId, role, teamIds, language, by }, cookies };
}
