import { z } from 'zod';
import type { Bilingual } from './findings.ts';
import { type Action, isChange, mayDo, type Role } from './permissions.ts';

export const languageSchema = z.enum(['fr', 'en']);

/** What an API key may: all that its owner may, or only what changes nothing. */
export const keyRightsSchema = z.enum(['all', 'reading']);
export type KeyRights = z.infer<typeof keyRightsSchema>;

/** On whose behalf something is asked for. */
export interface Principal {
  /** Whom the audit log names. */
  readonly personId: string;
  readonly role: Role;
  readonly teamIds: readonly string[];
  readonly language: keyof Bilingual;
  /** Signed in with a browser, or a program with a key. */
  readonly by: { readonly sessionId: string } | { readonly keyId: string; readonly rights: KeyRights };
}

/** Whether they may: by their role and, with a key, by what the key may. */
export function isAllowed({ role, by }: Pick<Principal, 'role' | 'by'>, action: Action): boolean {
  if ('rights' in by && by.rights === 'reading' && isChange(action)) return false;
  return mayDo(role, action);
}

/** Whether somebody sees what belongs to a team. */
export function isOfTeam({ role, teamIds }: Pick<Principal, 'role' | 'teamIds'>, teamId: string): boolean {
  return role === 'administrator' || teamIds.includes(teamId);
}
