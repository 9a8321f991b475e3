import { LiasseFailure } from '#domain/failure.ts';
import type { Bilingual } from '#domain/findings.ts';
import type { Role } from '#domain/permissions.ts';
import type { Invitation } from '#ports/people.ts';
import type { Cookies } from '#ports/sign-in.ts';
import type { Web } from '../open-web.ts';
import type { Seat } from '../seat.ts';
import { makeToken, tokenHash } from '../secret-token.ts';
import { signInAs } from '../sign-in/sign-in-as.ts';

export interface InvitationRow extends Omit<Invitation, 'madeAt' | 'expiresAt'> {
  readonly madeAt: string;
  readonly expiresAt: string;
}

export interface InvitationInput {
  readonly email: string;
  readonly role: Role;
  readonly teamIds: readonly string[];
  readonly language: keyof Bilingual;
}

const GOOD_FOR_MS = 7 * 24 * 3_600_000;

/** An invitation and the link that is shown once: no mail is sent. Throws `address-known`, `not-found` for a team. */
export async function invite(
  { settings }: Pick<Web, 'settings'>,
  { keeping }: Seat,
  input: InvitationInput,
): Promise<InvitationRow & { readonly link: string }> {
  const { token, hash } = makeToken();
  const invitation = await keeping.invitations.add({ ...input, expiresAt: new Date(Date.now() + GOOD_FOR_MS) }, hash);
  return { ...asRow(invitation), link: `${settings.publicUrl}/join#${token}` };
}

export async function listInvitations({ keeping }: Seat): Promise<InvitationRow[]> {
  return (await keeping.invitations.open()).map(asRow);
}

/** Throws `not-found`. */
export async function withdrawInvitation({ keeping }: Seat, id: string): Promise<void> {
  if (!(await keeping.invitations.withdraw(id))) throw new LiasseFailure('not-found');
}

/** What whoever has the link is shown before they accept. Throws `invitation-over`. */
export async function readInvitation({ keeping }: Pick<Web, 'keeping'>, token: string) {
  const found = await keeping.invitations.find(tokenHash(token));
  if (found === undefined) throw new LiasseFailure('invitation-over');
  const { email, role, language, expiresAt } = found;
  return { email, role, language, expiresAt: expiresAt.toISOString() };
}

/** Becomes one of the people and is signed in at once. Throws `invitation-over`, `address-known`. */
export async function acceptInvitation(
  web: Web,
  headers: Headers,
  input: {
    readonly token: string;
    readonly name: string;
    readonly password: string;
    readonly language: keyof Bilingual;
  },
): Promise<Cookies> {
  const { token, name, password, language } = input;
  const passwordHash = await web.signIn.hashPassword(password);
  const { email } = await web.keeping.invitations.accept(tokenHash(token), { name, language, passwordHash });
  return signInAs(web, headers, { email, password });
}

function asRow({ madeAt, expiresAt, ...invitation }: Invitation): InvitationRow {
  return { ...invitation, madeAt: madeAt.toISOString(), expiresAt: expiresAt.toISOString() };
}
