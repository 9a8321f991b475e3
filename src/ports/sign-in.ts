/** What a browser sends, of which the cookies matter. */
export type BrowserHeaders = Headers;

/** What is to be set in the browser. */
export interface Cookies {
  /** Values of `set-cookie`. */
  readonly cookies: readonly string[];
}

export interface SignedIn extends Cookies {
  readonly personId: string;
}

/** Sessions, passwords and second codes. Every failure is typed: `sign-in-wrong`, `second-code-wrong`, `password-wrong`, `not-signed-in`. */
export interface SignIn {
  hashPassword(password: string): Promise<string>;
  /** Throws `sign-in-wrong`, also for somebody who is blocked. Without `personId`, a second code has to follow. */
  signIn(
    headers: BrowserHeaders,
    input: { readonly email: string; readonly password: string },
  ): Promise<SignedIn | Cookies>;
  /** The second step: a code of the application or, once, one of the backup codes. Throws `second-code-wrong`. */
  giveSecondCode(
    headers: BrowserHeaders,
    input: { readonly code: string; readonly isBackup: boolean },
  ): Promise<SignedIn>;
  signOut(headers: BrowserHeaders): Promise<Cookies>;
  /** Who is signed in with these cookies. */
  find(headers: BrowserHeaders): Promise<
    | {
        readonly sessionId: string;
        readonly personId: string;
        readonly expiresAt: Date;
        readonly cookies: readonly string[];
      }
    | undefined
  >;
  /** Ends the other sessions. Throws `password-wrong`. */
  changePassword(headers: BrowserHeaders, input: { readonly from: string; readonly to: string }): Promise<Cookies>;
  /** Prepares a second code; it is asked for once `confirmSecondCode` was given one. Throws `password-wrong`, `second-code-on`. */
  prepareSecondCode(
    headers: BrowserHeaders,
    password: string,
  ): Promise<{ readonly uri: string; readonly backupCodes: readonly string[] }>;
  /** Throws `second-code-wrong`. */
  confirmSecondCode(headers: BrowserHeaders, code: string): Promise<Cookies>;
  /** Throws `password-wrong`. */
  endSecondCode(headers: BrowserHeaders, password: string): Promise<Cookies>;
}
