import { z } from 'zod';
import { findCaseName } from '#domain/case-name.ts';

const address = z.email('an e-mail address').transform((text) => text.toLowerCase());
const sender = z.union(
  [
    address,
    z
      .string()
      .regex(/^@[^@\s]+\.[^@\s]+$/)
      .transform((text) => text.toLowerCase()),
  ],
  {
    error: 'an e-mail address, or @domain for all of a domain',
  },
);
const caseName = z.string().transform((text, context) => {
  const name = findCaseName(text);
  if (name !== undefined) return name;
  context.addIssue('the name of a case: letters, digits, spaces, dots, dashes and underscores');
  return z.NEVER;
});

/** Machines that mail may travel to in the clear: this one. */
const OWN_MACHINE: readonly string[] = ['localhost', '127.0.0.1', '::1'];

/** One account of `mailboxes.yaml`. */
const mailAccountSchema = z
  .strictObject(
    {
      name: z.string().regex(/^[a-z0-9-]{1,40}$/, 'small letters, digits and dashes: it stands in logs'),
      host: z.string().min(1),
      port: z.number().int().min(1).max(65_535).optional(),
      /** `implicit` from the first byte (port 993), `starttls` (port 143), `none` only on this machine. */
      tls: z.enum(['implicit', 'starttls', 'none']).default('implicit'),
      /** Certificates (PEM) that are trusted beside those of the system: of a server that made its own. */
      caFile: z.string().min(1).optional(),
      user: z.string().min(1),
      passwordFile: z.string().min(1).optional(),
      passwordVariable: z
        .string()
        .regex(/^[A-Z_][A-Z0-9_]*$/, 'the name of an environment variable')
        .optional(),
      /** An OAuth 2 access token that another program keeps fresh. */
      accessTokenFile: z.string().min(1).optional(),
      folder: z.string().min(1).default('INBOX'),
      senders: z.array(sender).min(1, 'at least one address or @domain: mail of all others is left alone'),
      address: address.optional(),
      defaultCase: caseName.optional(),
      ignoredTags: z.array(z.string()).default(['external', 'externe', 'ext', 'spam']),
      authenticatedBy: z.string().min(1).optional(),
    },
    {
      error: (issue) =>
        issue.code === 'unrecognized_keys' && issue.keys.includes('password')
          ? 'no password in this file: write it to a file of its own and give passwordFile'
          : undefined,
    },
  )
  .refine(({ tls, host }) => tls !== 'none' || OWN_MACHINE.includes(host), {
    path: ['tls'],
    error: 'without encryption only to this machine: use implicit or starttls',
  })
  .refine((one) => secretsOf(one).length === 1, {
    path: ['passwordFile'],
    error: 'exactly one of passwordFile, passwordVariable, accessTokenFile',
  });
export type MailAccountDefinition = z.infer<typeof mailAccountSchema>;

function secretsOf(one: {
  passwordFile?: string | undefined;
  passwordVariable?: string | undefined;
  accessTokenFile?: string | undefined;
}): string[] {
  return [one.passwordFile, one.passwordVariable, one.accessTokenFile].filter((secret) => secret !== undefined);
}

/** The file `mailboxes.yaml`. */
export const mailboxesSchema = z.strictObject({
  accounts: z
    .array(mailAccountSchema)
    .min(1)
    .refine((accounts) => new Set(accounts.map(({ name }) => name)).size === accounts.length, {
      error: 'each account has a name of its own',
    }),
});
