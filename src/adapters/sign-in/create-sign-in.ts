import { APIError } from 'better-auth/api';
import { type FailureCode, LiasseFailure } from '#domain/failure.ts';
import type { Cookies, SignIn } from '#ports/sign-in.ts';
import { type AuthSettings, createAuth } from './create-auth.ts';
import { hashPassword } from './hash-password.ts';

/** Sign-in by better-auth, whose endpoints are called from here only: none of them has an address. */
export function createSignIn(settings: AuthSettings): SignIn {
  const auth = createAuth(settings);
  const personOf = async (headers: Headers): Promise<string> => {
    const found = await ours(() => auth.api.getSession({ headers }));
    if (found === null) throw new LiasseFailure('sign-in-wrong');
    return found.user.id;
  };
  return {
    hashPassword,
    signIn: (headers, { email, password }) =>
      named('sign-in-wrong', async () => {
        const answer = await auth.api.signInEmail({ body: { email, password }, headers, returnHeaders: true });
        const cookies = cookiesOf(answer);
        // With a second code to follow there is no session yet.
        return 'twoFactorRedirect' in answer.response ? { cookies } : { cookies, personId: answer.response.user.id };
      }),
    giveSecondCode: (headers, { code, isBackup }) =>
      named('second-code-wrong', async () => {
        const give = isBackup ? auth.api.verifyBackupCode : auth.api.verifyTOTP;
        const answer = await give({ body: { code }, headers, returnHeaders: true });
        const cookies = cookiesOf(answer);
        return { cookies, personId: await personOf(new Headers({ cookie: cookieHeader(cookies) })) };
      }),
    signOut: async (headers) => cookiesIn(await ours(() => auth.api.signOut({ headers, returnHeaders: true }))),
    find: async (headers) => {
      if (!headers.has('cookie')) return undefined;
      const answer = await ours(() => auth.api.getSession({ headers, returnHeaders: true }));
      if (answer.response === null) return undefined;
      const { id: sessionId, userId: personId, expiresAt } = answer.response.session;
      return { sessionId, personId, expiresAt, cookies: cookiesOf(answer) };
    },
    changePassword: (headers, { from, to }) =>
      named('password-wrong', async () => {
        const body = { currentPassword: from, newPassword: to, revokeOtherSessions: true };
        return cookiesIn(await auth.api.changePassword({ body, headers, returnHeaders: true }));
      }),
    prepareSecondCode: (headers, password) =>
      named('password-wrong', async () => {
        const prepared = await auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers });
        if (!('totpURI' in prepared)) throw new LiasseFailure('internal-error');
        return { uri: prepared.totpURI, backupCodes: prepared.backupCodes };
      }),
    confirmSecondCode: (headers, code) =>
      named('second-code-wrong', async () =>
        cookiesIn(await auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true })),
      ),
    endSecondCode: (headers, password) =>
      named('password-wrong', async () =>
        cookiesIn(await auth.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true })),
      ),
  };
}

function cookiesOf({ headers }: { readonly headers: Headers }): string[] {
  return headers.getSetCookie();
}

function cookiesIn(answer: { readonly headers: Headers }): Cookies {
  return { cookies: cookiesOf(answer) };
}

/** What a browser would send back. */
function cookieHeader(cookies: readonly string[]): string {
  return cookies.map((cookie) => cookie.split(';', 1)[0] ?? '').join('; ');
}

const NAMED: Readonly<Record<string, FailureCode>> = {
  TOTP_ALREADY_ENABLED: 'second-code-on',
  UNAUTHORIZED: 'not-signed-in',
  ACCOUNT_TEMPORARILY_LOCKED: 'too-many-tries',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'too-many-tries',
};

/** What the library refuses is that failure, unless it says something that has a name of its own; trouble of its own stays trouble. */
async function named<T>(refused: FailureCode, call: () => Promise<T>): Promise<T> {
  try {
    return await ours(call);
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
    throw new LiasseFailure(NAMED[error.body?.code ?? ''] ?? refused, '', { cause: error });
  }
}

/** The library wraps what its database throws into an error of its own: what has a name (`database-away`) keeps it. */
async function ours<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw error instanceof APIError && error.cause instanceof LiasseFailure ? error.cause : error;
  }
}
