import type { Bilingual } from '#domain/findings.ts';
import type { Cookies } from '#ports/sign-in.ts';
import type { Web } from '../open-web.ts';
import { tokenHash } from '../secret-token.ts';
import { signInAs } from '../sign-in/sign-in-as.ts';

export interface SetUpInput {
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly language: keyof Bilingual;
  /** What the first team is called. */
  readonly teamName?: string | undefined;
}

/** Makes the first administrator, who is signed in at once. Throws `setup-done`, `setup-code-wrong`. */
export async function setUp(web: Web, headers: Headers, input: SetUpInput): Promise<Cookies> {
  const { name, email, language, password, teamName } = input;
  const passwordHash = await web.signIn.hashPassword(password);
  await web.keeping.people.setUp(tokenHash(input.code), { name, email, language, passwordHash }, teamName);
  return signInAs(web, headers, { email, password });
}
