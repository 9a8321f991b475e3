import { createHash } from 'node:crypto';

/**
 * SHA-256 (hex) of a plain JSON value, the same for equal values whatever the order of their keys. Digests of objects are remembered by
 * identity (artifacts and rules are never changed once made), and an object is digested over the digests of its members: a fresh
 * selection of known rules costs next to nothing.
 */
export function digestOf(value: unknown): string {
  return isPlainObject(value)
    ? remembered(value, () => sha256(canonicalJson(mapValues(value, memberDigest))))
    : memberDigest(value);
}

/** Digest of a value as a whole; short for values that are not objects. */
function memberDigest(value: unknown): string {
  if (typeof value !== 'object' || value === null) return sha256(canonicalJson(value));
  return remembered(value, () => sha256(canonicalJson(value)), whole);
}

const members = new WeakMap<object, string>();
const whole = new WeakMap<object, string>();

function remembered(value: object, compute: () => string, memory = members): string {
  const known = memory.get(value);
  if (known !== undefined) return known;
  const digest = compute();
  memory.set(value, digest);
  return digest;
}

function mapValues(object: Record<string, unknown>, map: (value: unknown) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
}

/** 128 bits tell any two artifacts apart, and two dozen of these are kept for every document. */
const SHORT_LETTERS = 32;

/** The digest of an artifact, as keys hold it. */
export function artifactDigest(artifact: unknown): string {
  return digestOf(artifact).slice(0, SHORT_LETTERS);
}

/** The key under which a stage's artifact is remembered: it covers everything the stage could see. */
export function stageKey(parts: {
  readonly stage: string;
  readonly version: number;
  readonly inputs: readonly string[];
  readonly rules: string;
  readonly tools: readonly string[];
}): string {
  return sha256(canonicalJson(parts)).slice(0, SHORT_LETTERS);
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
