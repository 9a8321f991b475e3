import { randomUUID } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins';
import { sql } from 'kysely';
import type { Database } from '../sql/open-database.ts';
import { hashPassword, isPassword } from './hash-password.ts';

export interface AuthSettings {
  /** The database with the tables of `adapters/sql/people`. */
  readonly db: Database;
  /** What cookies are signed and second codes encrypted with; the same on every machine, 32 bytes at least. */
  readonly secret: string;
  /** Where browsers find the page. */
  readonly publicUrl: string;
  /** How long a browser stays signed in that shows nothing, in seconds. */
  readonly sessionSeconds?: number;
}

const TWELVE_HOURS = 12 * 3600;
const TEN_MINUTES = 600;
export const PASSWORD_LETTERS = { least: 12, most: 200 } as const;

/** better-auth on our tables: passwords and second codes only, nobody can sign up, nothing is sent or loaded from anywhere. */
export function createAuth({ db, secret, publicUrl, sessionSeconds = TWELVE_HOURS }: AuthSettings) {
  return betterAuth({
    appName: 'Liasse',
    baseURL: publicUrl,
    secret,
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LETTERS.least,
      maxPasswordLength: PASSWORD_LETTERS.most,
      password: { hash: hashPassword, verify: isPassword },
    },
    user: {
      modelName: 'people',
      fields: { emailVerified: 'email_verified', createdAt: 'made_at', updatedAt: 'changed_at' },
      // Ours alone; named so that the library does not take the table for a wrong one.
      additionalFields: { role: { type: 'string', required: true, input: false, returned: false } },
    },
    session: {
      modelName: 'sessions',
      fields: {
        ...{ userId: 'person_id', expiresAt: 'expires_at', createdAt: 'made_at', updatedAt: 'changed_at' },
        ...{ ipAddress: 'ip_address', userAgent: 'user_agent' },
      },
      expiresIn: sessionSeconds,
      updateAge: TEN_MINUTES,
    },
    account: {
      modelName: 'sign_ins',
      fields: {
        ...{ userId: 'person_id', accountId: 'account_id', providerId: 'provider' },
        ...{ accessToken: 'access_token', refreshToken: 'refresh_token', idToken: 'id_token' },
        ...{ accessTokenExpiresAt: 'access_token_expires_at', refreshTokenExpiresAt: 'refresh_token_expires_at' },
        ...{ createdAt: 'made_at', updatedAt: 'changed_at' },
      },
    },
    verification: {
      modelName: 'verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'made_at', updatedAt: 'changed_at' },
    },
    // Tries are counted where they are made, over all servers.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'liasse',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', path: '/' },
      // Where somebody signs in from is nobody's business.
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => randomUUID() },
    },
    databaseHooks: {
      session: { create: { before: async ({ userId }) => !(await isBlocked(db, userId)) } },
    },
    plugins: [
      twoFactor({
        issuer: 'Liasse',
        twoFactorTable: 'second_codes',
        schema: {
          user: { fields: { twoFactorEnabled: 'second_code' } },
          twoFactor: {
            fields: {
              ...{ userId: 'person_id', backupCodes: 'backup_codes' },
              ...{ failedVerificationCount: 'failed_count', lockedUntil: 'locked_until' },
            },
          },
        },
      }),
    ],
  });
}

async function isBlocked(db: Database, personId: string): Promise<boolean> {
  const { rows } = await sql`select from people where id = ${personId} and blocked_at is null`.execute(db);
  return rows.length === 0;
}
