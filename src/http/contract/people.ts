import { z } from 'zod';
import { actionSchema, roleSchema } from '#domain/permissions.ts';
import { keyRightsSchema, languageSchema } from '#domain/principal.ts';
import { daySchema, idSchema, momentSchema } from './answers.ts';

/** Of a person, a team, a key: one line, without control characters (a database holds no NUL). */
export const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^\P{Cc}*$/u);
export const emailSchema = z.email().max(254);
/** Long is what makes a password good; nothing else is asked of it. */
export const newPasswordSchema = z.string().min(12).max(200);
const givenPasswordSchema = z.string().min(1).max(200);
export const codeSchema = z.string().trim().min(6).max(40);
export const tokenSchema = z.string().min(20).max(100);

export const setupStateSchema = z.object({ isSetUp: z.boolean() }).meta({ id: 'SetupState' });
export const setupBodySchema = z
  .object({
    code: tokenSchema,
    name: nameSchema,
    email: emailSchema,
    password: newPasswordSchema,
    language: languageSchema,
    teamName: nameSchema.optional(),
  })
  .meta({ id: 'Setup' });

export const signInBodySchema = z.object({ email: emailSchema, password: givenPasswordSchema }).meta({ id: 'SignIn' });
export const signInAnswerSchema = z
  .object({ isSecondCodeNeeded: z.boolean().describe('If so, /api/auth/second-code has to follow.') })
  .meta({ id: 'SignInAnswer' });
export const secondCodeBodySchema = z
  .object({ code: codeSchema, isBackup: z.boolean().default(false) })
  .meta({ id: 'SecondCode' });
export const passwordBodySchema = z.object({ password: givenPasswordSchema }).meta({ id: 'Password' });
export const codeBodySchema = z.object({ code: codeSchema }).meta({ id: 'Code' });
export const preparedSecondCodeSchema = z
  .object({ uri: z.string().describe('otpauth:// address for an application.'), backupCodes: z.array(z.string()) })
  .meta({ id: 'PreparedSecondCode' });
export const changePasswordBodySchema = z
  .object({ from: givenPasswordSchema, to: newPasswordSchema })
  .meta({ id: 'ChangePassword' });

export const meSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    email: z.string(),
    role: roleSchema,
    language: languageSchema,
    hasSecondCode: z.boolean(),
    teams: z.array(z.object({ id: idSchema, name: z.string() })).readonly(),
    may: z.array(actionSchema).readonly().describe('What I may do, by the names of the table of permissions.'),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof meSchema>;
export const changeMeBodySchema = z
  .object({ name: nameSchema.optional(), language: languageSchema.optional() })
  .meta({ id: 'ChangeMe' });

export const sessionRowSchema = z
  .object({
    id: z.string(),
    userAgent: z.string().nullable(),
    madeAt: momentSchema,
    expiresAt: momentSchema,
    isThis: z.boolean(),
  })
  .meta({ id: 'Session' });
export const endedSchema = z.object({ ended: z.number().int() }).meta({ id: 'Ended' });

export const personRowSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    email: z.string(),
    role: roleSchema,
    language: languageSchema,
    hasSecondCode: z.boolean(),
    teamIds: z.array(idSchema).readonly(),
    isBlocked: z.boolean(),
    madeAt: momentSchema,
    seenAt: momentSchema.nullable(),
  })
  .meta({ id: 'Person' });
export type PersonRow = z.infer<typeof personRowSchema>;
export const changePersonBodySchema = z
  .object({
    role: roleSchema.optional(),
    teamIds: z.array(idSchema).max(100).optional(),
    isBlocked: z.boolean().optional(),
  })
  .meta({ id: 'ChangePerson' });

export const teamSchema = z.object({ id: idSchema, name: z.string(), people: z.number().int() }).meta({ id: 'Team' });
export const teamBodySchema = z.object({ name: nameSchema }).meta({ id: 'TeamName' });

export const invitationSchema = z
  .object({
    id: idSchema,
    email: z.string(),
    role: roleSchema,
    teamIds: z.array(idSchema).readonly(),
    language: languageSchema,
    madeAt: momentSchema,
    expiresAt: momentSchema,
  })
  .meta({ id: 'Invitation' });
export const invitationBodySchema = z
  .object({ email: emailSchema, role: roleSchema, teamIds: z.array(idSchema).max(100), language: languageSchema })
  .meta({ id: 'Invite' });
export const madeInvitationSchema = z
  .object({ ...invitationSchema.shape, link: z.string().describe('Shown once; give it to whoever is invited.') })
  .meta({ id: 'MadeInvitation' });
export const tokenBodySchema = z.object({ token: tokenSchema }).meta({ id: 'Token' });
export const openInvitationSchema = z
  .object({ email: z.string(), role: roleSchema, language: languageSchema, expiresAt: momentSchema })
  .meta({ id: 'OpenInvitation' });
export const joinBodySchema = z
  .object({ token: tokenSchema, name: nameSchema, password: newPasswordSchema, language: languageSchema })
  .meta({ id: 'Join' });

export const apiKeySchema = z
  .object({
    id: idSchema,
    name: z.string(),
    prefix: z.string(),
    rights: keyRightsSchema,
    madeAt: momentSchema,
    expiresAt: momentSchema,
    lastUsedAt: momentSchema.nullable(),
  })
  .meta({ id: 'ApiKey' });
export const apiKeyOfPersonSchema = z
  .object({ ...apiKeySchema.shape, personId: idSchema })
  .meta({ id: 'ApiKeyOfPerson' });
export const apiKeyBodySchema = z
  .object({ name: nameSchema, rights: keyRightsSchema, until: daySchema.describe('The last day, within a year.') })
  .meta({ id: 'MakeApiKey' });
export const madeApiKeySchema = z
  .object({ ...apiKeySchema.shape, key: z.string().describe('Shown once. Authorization: Bearer …') })
  .meta({ id: 'MadeApiKey' });
