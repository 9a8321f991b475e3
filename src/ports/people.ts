import type { Bilingual } from '#domain/findings.ts';
import type { Role } from '#domain/permissions.ts';
import type { KeyRights } from '#domain/principal.ts';

/** Somebody who uses the web app. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** In small letters. */
  readonly email: string;
  readonly role: Role;
  readonly language: keyof Bilingual;
  /** Whether a second code is asked for at sign-in. */
  readonly hasSecondCode: boolean;
  /** Since when they may not sign in; null while they may. */
  readonly blockedAt: Date | null;
  readonly teamIds: readonly string[];
  readonly madeAt: Date;
  /** When a browser of theirs last signed in or showed that it still is; null when none is. */
  readonly seenAt: Date | null;
}

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly language: keyof Bilingual;
  /** As `SignIn.hashPassword` gives it. */
  readonly passwordHash: string;
}

export interface PersonChanges {
  readonly role?: Role | undefined;
  readonly teamIds?: readonly string[] | undefined;
  readonly isBlocked?: boolean | undefined;
}

/** A browser in which somebody is signed in. */
export interface OpenSession {
  readonly id: string;
  readonly userAgent: string | null;
  readonly madeAt: Date;
  readonly expiresAt: Date;
}

export interface PeopleStore {
  find(id: string): Promise<Person | undefined>;
  /** In the order of their names. */
  all(): Promise<Person[]>;
  hasAdministrator(): Promise<boolean>;
  /** A code with which the first administrator can be made; all codes are gone once there is one. */
  addSetupCode(hash: string): Promise<void>;
  /** The first administrator, in the first team, named so. Throws `setup-done`, `setup-code-wrong`; of two at once, one. */
  setUp(codeHash: string, person: NewPerson, teamName: string | undefined): Promise<Person>;
  /** Undefined when there is nobody of that id. Whoever is blocked is signed out. Throws `last-administrator`, `not-found` for a team. */
  change(id: string, changes: PersonChanges): Promise<Person | undefined>;
  /** What everybody may change of themselves. */
  changeSelf(id: string, changes: Partial<Pick<Person, 'name' | 'language'>>): Promise<Person | undefined>;
  sessions(personId: string): Promise<OpenSession[]>;
  /** Signs a person out everywhere, or in one browser, or everywhere else; how many sessions ended. */
  endSessions(personId: string, which?: { readonly only: string } | { readonly butNot: string }): Promise<number>;
}

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly people: number;
}

export interface TeamStore {
  /** In the order of their names. */
  all(): Promise<Team[]>;
  /** Throws `team-name-taken`. */
  add(name: string): Promise<Team>;
  /** Undefined when there is no such team. Throws `team-name-taken`. */
  rename(id: string, name: string): Promise<Team | undefined>;
}

/** Somebody who may become one of the people. */
export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly teamIds: readonly string[];
  readonly language: keyof Bilingual;
  readonly madeAt: Date;
  readonly expiresAt: Date;
}

export interface InvitationStore {
  /** Takes the place of one for the same address. Throws `address-known`, `not-found` for a team. */
  add(invitation: Omit<Invitation, 'id' | 'madeAt'>, tokenHash: string): Promise<Invitation>;
  /** Those that can still be accepted, the newest first. */
  open(): Promise<Invitation[]>;
  /** Undefined when it is unknown, accepted, withdrawn, or too old. */
  find(tokenHash: string): Promise<Invitation | undefined>;
  /** Throws `invitation-over`; of two at once, one is accepted. */
  accept(tokenHash: string, person: Omit<NewPerson, 'email'>): Promise<Person>;
  /** Whether it was open. */
  withdraw(id: string): Promise<boolean>;
}

/** What a program signs in with. */
export interface ApiKey {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  /** Its first letters, to know it by. */
  readonly prefix: string;
  readonly rights: KeyRights;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
}

export interface ApiKeyStore {
  add(key: Pick<ApiKey, 'personId' | 'name' | 'prefix' | 'rights' | 'expiresAt'>, hash: string): Promise<ApiKey>;
  /** Those of a person that work. */
  ofPerson(personId: string): Promise<ApiKey[]>;
  /** Those of everybody that work. */
  all(): Promise<ApiKey[]>;
  /** The key of that hash if it works, noted as used. */
  use(hash: string): Promise<ApiKey | undefined>;
  /** Whether it was there and worked; of a person, or whoever's it is. */
  revoke(personId: string | 'anybody', id: string): Promise<boolean>;
}

/** Counts tries, over all servers, so that nobody tries for long. */
export interface TryCounter {
  /** One more; how many there were within the window, this one included. */
  count(about: string, windowMs: number): Promise<number>;
  forget(about: string): Promise<void>;
}
