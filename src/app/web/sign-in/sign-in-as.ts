import { LiasseFailure } from '#domain/failure.ts';
import type { Cookies } from '#ports/sign-in.ts';
import type { Web } from '../open-web.ts';

/** Whether they are signed in now, or a second code has to follow. */
export interface SignInAnswer extends Cookies {
  readonly isSecondCodeNeeded: boolean;
}

const WINDOW_MS = 15 * 60_000;
const MOST_TRIES = 10;

/** By address and password. Throws `sign-in-wrong`, `too-many-tries`. */
export async function signInAs(
  web: Pick<Web, 'keeping' | 'signIn'>,
  headers: Headers,
  { email: given, password }: { readonly email: string; readonly password: string },
): Promise<SignInAnswer> {
  const { keeping, signIn } = web;
  const email = given.trim().toLowerCase();
  const about = `sign-in ${email}`;
  const tries = await keeping.tries.count(about, WINDOW_MS);
  if (tries > MOST_TRIES) {
    // Once is enough for the log, however long somebody goes on.
    if (tries === MOST_TRIES + 1) await noteRefusal(keeping);
    throw new LiasseFailure('too-many-tries');
  }
  const answer = await signIn.signIn(headers, { email, password });
  await keeping.tries.forget(about);
  if (!('personId' in answer)) return { cookies: answer.cookies, isSecondCodeNeeded: true };
  await noteSignIn(keeping, answer.personId);
  return { cookies: answer.cookies, isSecondCodeNeeded: false };
}

/** The second step. Throws `second-code-wrong`, `too-many-tries`. */
export async function giveSecondCode(
  { keeping, signIn }: Pick<Web, 'keeping' | 'signIn'>,
  headers: Headers,
  input: { readonly code: string; readonly isBackup: boolean },
): Promise<Cookies> {
  const { personId, cookies } = await signIn.giveSecondCode(headers, input);
  await noteSignIn(keeping, personId);
  return { cookies };
}

async function noteSignIn({ audit }: Web['keeping'], personId: string): Promise<void> {
  await audit.append([{ action: 'signed-in', subject: personId, detail: {}, actor: personId }]);
}

/** Who it was that tried is not known. */
async function noteRefusal({ audit }: Web['keeping']): Promise<void> {
  await audit.append([{ action: 'sign-in-refused', subject: 'too-many-tries', detail: {}, actor: 'nobody' }]);
}
