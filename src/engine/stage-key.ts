import { createHash } from 'node:crypto';

const digests = new WeakMap<object, string>();

/**
 * SHA-256 (hex) of a plain JSON value, the same for equal values whatever the order of their keys.
 * Digests of objects are remembered by identity: artifacts and rules are never changed once made.
 */
export function digestOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return sha256(canonicalJson(value));
  const known = digests.get(value);
  if (known !== undefined) return known;
  const digest = sha256(canonicalJson(value));
  digests.set(value, digest);
  return digest;
}

/** The key under which a stage's artifact is remembered: it covers everything the stage could see. */
export function stageKey(parts: {
  readonly stage: string;
  readonly version: number;
  readonly inputs: readonly string[];
  readonly rules: string;
  readonly tools: readonly string[];
}): string {
  return sha256(canonicalJson(parts));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (isPlainObject(inner) ? sorted(inner) : inner)) ?? 'undefined';
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}
