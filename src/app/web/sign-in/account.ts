import { LiasseFailure } from '#domain/failure.ts';
import type { Cookies } from '#ports/sign-in.ts';
import type { Web } from '../open-web.ts';
import type { Seat } from '../seat.ts';

/** Ends this browser's session. */
export async function signOut({ signIn }: Web, { keeping, principal }: Seat, headers: Headers): Promise<Cookies> {
  const answer = await signIn.signOut(headers);
  await keeping.audit.append([{ action: 'signed-out', subject: principal.personId, detail: {} }]);
  return answer;
}

/** Other browsers are signed out. Throws `password-wrong`, `too-many-tries`. */
export function changePassword(
  web: Web,
  seat: Seat,
  { headers, from, to }: { readonly headers: Headers; readonly from: string; readonly to: string },
): Promise<Cookies> {
  return withPassword(seat, async () => {
    const answer = await web.signIn.changePassword(headers, { from, to });
    await note(seat, 'password-changed');
    return answer;
  });
}

/** Throws `password-wrong`, `second-code-on`, `too-many-tries`. */
export function prepareSecondCode(
  web: Web,
  seat: Seat,
  { headers, password }: { readonly headers: Headers; readonly password: string },
): Promise<{ readonly uri: string; readonly backupCodes: readonly string[] }> {
  return withPassword(seat, () => web.signIn.prepareSecondCode(headers, password));
}

/** From now on it is asked for at every sign-in. Throws `second-code-wrong`. */
export async function confirmSecondCode(
  web: Web,
  seat: Seat,
  { headers, code }: { readonly headers: Headers; readonly code: string },
): Promise<Cookies> {
  const answer = await web.signIn.confirmSecondCode(headers, code);
  await note(seat, 'second-code-on');
  return answer;
}

/** Throws `password-wrong`, `too-many-tries`. */
export function endSecondCode(
  web: Web,
  seat: Seat,
  { headers, password }: { readonly headers: Headers; readonly password: string },
): Promise<Cookies> {
  return withPassword(seat, async () => {
    const answer = await web.signIn.endSecondCode(headers, password);
    await note(seat, 'second-code-off');
    return answer;
  });
}

const WINDOW_MS = 15 * 60_000;
const MOST_TRIES = 10;

/** Whoever found a browser open can't try passwords for long. */
async function withPassword<T>({ keeping, principal }: Seat, work: () => Promise<T>): Promise<T> {
  const about = `password ${principal.personId}`;
  if ((await keeping.tries.count(about, WINDOW_MS)) > MOST_TRIES) throw new LiasseFailure('too-many-tries');
  const result = await work();
  await keeping.tries.forget(about);
  return result;
}

async function note(
  { keeping, principal }: Seat,
  action: 'password-changed' | 'second-code-on' | 'second-code-off',
): Promise<void> {
  await keeping.audit.append([{ action, subject: principal.personId, detail: {} }]);
}
