import { z } from 'zod';

/** What a person is in the organisation. */
export const roleSchema = z.enum(['adviser', 'translator', 'operator', 'administrator']);
export type Role = z.infer<typeof roleSchema>;

/** What something done through the web app needs: a line each, and who may. An administrator may all of it. */
interface Permission {
  readonly roles: readonly Exclude<Role, 'administrator'>[];
  /** Changes something, so that a key that only reads may not. */
  readonly isChange: boolean;
}

const reads = (...roles: Permission['roles']): Permission => ({ roles, isChange: false });
const changes = (...roles: Permission['roles']): Permission => ({ roles, isChange: true });

/** Which role may do what. Whose object it is, is decided where the object is read (`app/web/scope`). */
export const PERMISSIONS = {
  'see-self': reads('adviser', 'translator', 'operator'),
  'change-self': changes('adviser', 'translator', 'operator'),
  'see-cases': reads('adviser'),
  'open-cases': changes('adviser'),
  'change-cases': changes('adviser'),
  'see-orders': reads('adviser'),
  'change-orders': changes('adviser'),
  // Only what is assigned to oneself.
  'see-own-orders': reads('translator'),
  translate: changes('translator'),
  'change-translators': changes(),
  // From decisions about papers; answers in figures.
  learn: changes('adviser', 'operator'),
  // Counts, states, codes and ids: nothing of anybody.
  operate: reads('operator'),
  'change-operations': changes('operator'),
  'see-people': reads(),
  'change-people': changes(),
  'see-audit': reads(),
  'see-webhooks': reads(),
  'change-webhooks': changes(),
} as const satisfies Record<string, Permission>;
export type Action = keyof typeof PERMISSIONS;
export const actionSchema = z.enum(namesOf(PERMISSIONS));

/** Whether a role may do something. */
export function mayDo(role: Role, action: Action): boolean {
  const { roles }: Permission = PERMISSIONS[action];
  return role === 'administrator' || roles.includes(role);
}

/** Whether it changes something. */
export function isChange(action: Action): boolean {
  return PERMISSIONS[action].isChange;
}

/** All that a role may do, in the order of the table. */
export function actionsOf(role: Role): Action[] {
  return actionSchema.options.filter((action) => mayDo(role, action));
}

function namesOf<Name extends string>(table: Readonly<Record<Name, Permission>>): Name[] {
  const isName = (name: string): name is Name => Object.hasOwn(table, name);
  return Object.keys(table).filter(isName);
}
