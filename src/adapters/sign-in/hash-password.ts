import { hash, verify } from '@node-rs/argon2';

/** What OWASP asks for at the least, by argon2id: some 10 ms on a machine of today. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Argon2id, with a salt of its own. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST);
}

export function isPassword({
  hash: kept,
  password,
}: {
  readonly hash: string;
  readonly password: string;
}): Promise<boolean> {
  return verify(kept, password.normalize('NFKC'));
}
