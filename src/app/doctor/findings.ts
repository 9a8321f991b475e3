import { z } from 'zod';
import type { MasterKeyWarning } from '../keeping/keys/master-key-warnings.ts';

/** What is looked at, in the order in which it is told. */
export const checkNameSchema = z.enum([
  'settings',
  'node',
  'models',
  'engine',
  'pipelines',
  'home',
  'disk-home',
  'disk-temp',
  'memory',
  'clock',
  'key',
  'database',
  'blobs',
  'redis',
  'stores',
  'work',
]);
export type CheckName = z.infer<typeof checkNameSchema>;

/** `warning`: works, but not as well or as safely as it could. `broken`: something will fail. */
export const findingStateSchema = z.enum(['ok', 'warning', 'broken']);
export type FindingState = z.infer<typeof findingStateSchema>;

const bytes = z.number().min(0);
const disk = { place: z.string(), freeBytes: bytes };
const memory = { availableBytes: bytes, totalBytes: bytes };
const path = { path: z.string() };
const code = { code: z.string() };
const none = {};
const warning = {
  warning: z.enum([
    'missing',
    'wrong',
    'some-missing',
    'only-copy-beside-data',
    'no-copy',
    'copies-beside-data',
    'copies-on-same-disk',
    'readable-by-others',
    'change-unfinished',
    'old-key-needed',
  ] satisfies MasterKeyWarning[]),
};

/** Everything that can be found, and what is known with it. The sentences are the command line's. */
const FACTS = {
  'settings-good': none,
  'settings-unreadable': { path: z.string(), ...code },
  'node-good': { version: z.string() },
  'node-old': { version: z.string(), needed: z.number() },
  'models-good': { models: z.number(), lacking: z.number() },
  'models-spoilt': { packaged: z.array(z.string()), added: z.array(z.string()) },
  'engine-native': { version: z.string() },
  'engine-js': { version: z.string() },
  'engine-broken': code,
  'pipelines-good': { pipelines: z.array(z.string()) },
  'pipelines-wrong': { problems: z.array(z.string()) },
  'home-good': path,
  'home-not-yet': path,
  'home-open': path,
  'home-not-writable': path,
  'disk-good': disk,
  'disk-low': disk,
  'disk-full': disk,
  'memory-good': memory,
  'memory-low': memory,
  'memory-short': memory,
  'clock-good': { zone: z.string() },
  'clock-behind': { now: z.string() },
  'clock-differs': { seconds: z.number() },
  'zone-unknown': { asked: z.string() },
  'zone-not-set': none,
  'key-good': { fingerprint: z.string(), copies: z.number() },
  'key-not-yet': { place: z.string() },
  'key-at-risk': warning,
  'key-lost': warning,
  'key-unreadable': code,
  'key-unknown': none,
  'database-embedded': { version: z.number() },
  'database-server': { version: z.number() },
  'database-not-yet': path,
  'database-away': code,
  'database-refused': code,
  'database-in-use': path,
  'database-old': { version: z.number(), needed: z.number() },
  'database-behind': { migrations: z.array(z.string()) },
  'database-newer': { migrations: z.array(z.string()) },
  'database-unsafe': none,
  'blobs-good': { place: z.string() },
  'blobs-not-yet': { place: z.string() },
  'blobs-away': { place: z.string(), ...code },
  'redis-unused': none,
  'redis-good': { version: z.string() },
  'redis-away': code,
  'redis-refused': code,
  'redis-evicts': { policy: z.string() },
  'redis-forgets': none,
  'redis-full': { usedBytes: bytes, maxBytes: bytes },
  'stores-alone': none,
  'stores-shared': none,
  'stores-not-yet': none,
  'stores-apart': { missing: z.enum(['database', 'blobs']) },
  'stores-unknown': none,
  'work-good': { ready: z.number(), running: z.number() },
  'work-dead': { items: z.number(), codes: z.array(z.string()) },
  'work-waiting': { ready: z.number(), minutes: z.number() },
  'work-unknown': none,
  'check-late': { seconds: z.number() },
  'check-failed': code,
  'check-crashed': none,
} as const;

export type FindingCode = keyof typeof FACTS;
export type FindingFacts = { readonly [Code in FindingCode]: z.infer<z.ZodObject<(typeof FACTS)[Code]>> };

/** What was found of one thing. */
export type FindingOf<Code extends FindingCode> = {
  readonly [One in Code]: { readonly state: FindingState; readonly code: One; readonly facts: FindingFacts[One] };
}[Code];
export type Finding = FindingOf<FindingCode>;

/** A finding as it comes out of another process. Throws when it is none. */
export function parseFinding(value: unknown): Finding {
  const { state, code: name, facts } = rawSchema.parse(value);
  return finding(state, name, z.object(FACTS[name]).parse(facts));
}

const rawSchema = z.object({
  state: findingStateSchema,
  code: z.custom<FindingCode>((value) => typeof value === 'string' && Object.hasOwn(FACTS, value)),
  facts: z.unknown(),
});

/** Puts a finding together. */
export function finding<Code extends FindingCode>(
  state: FindingState,
  code: Code,
  facts: FindingFacts[Code],
): FindingOf<Code> {
  return { state, code, facts };
}
