import { type FailureCode, LiasseFailure } from '#domain/failure.ts';

/** Beginnings of what TLS calls a certificate that nobody vouches for, or that is another server's. */
const UNTRUSTED = /^(ERR_TLS_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|STARTTLS_INJECTION)/;

/** What an error of the mail library means. Its own words may hold addresses; only its code goes on. */
export function mailFailure(error: unknown): LiasseFailure {
  if (error instanceof LiasseFailure) return error;
  const code = textOf(error, 'code') ?? textOf(error, 'serverResponseCode') ?? '';
  return new LiasseFailure(meaningOf(error, code), code, { cause: error });
}

function meaningOf(error: unknown, code: string): FailureCode {
  if (has(error, 'authenticationFailed')) return 'mailbox-refused';
  if (has(error, 'mailboxMissing')) return 'mailbox-folder-missing';
  if (has(error, 'tlsFailed') || UNTRUSTED.test(code)) return 'mailbox-not-trusted';
  return 'mailbox-away';
}

function textOf(error: unknown, key: string): string | undefined {
  const value: unknown = error instanceof Error ? Object.getOwnPropertyDescriptor(error, key)?.value : undefined;
  return typeof value === 'string' && /^[A-Za-z0-9_-]+$/.test(value) ? value : undefined;
}

function has(error: unknown, key: string): boolean {
  return error instanceof Error && Object.getOwnPropertyDescriptor(error, key)?.value === true;
}
