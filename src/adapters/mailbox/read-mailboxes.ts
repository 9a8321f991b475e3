import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { describeProblem } from '#definitions/definition-problem.ts';
import { parseDefinition } from '#definitions/parse-definition.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { MailAccount } from '#ports/mailbox.ts';
import { type MailAccountDefinition, mailboxesSchema } from './mailboxes.schema.ts';
import { openMailbox } from './open-mailbox.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The accounts of a `mailboxes.yaml`; paths in it are relative to it. Secrets are read at each connection, so that a new one is used without a restart.
 * Messages larger than `mostBytes` are never fetched. Throws `mailboxes-missing`, `mailboxes-invalid` with every problem and its place.
 */
export async function readMailboxes(
  path: string,
  { environment, mostBytes }: { readonly environment: Environment; readonly mostBytes: number },
): Promise<readonly MailAccount[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new LiasseFailure('mailboxes-missing', path, { cause: error });
  });
  const parsed = await parseDefinition(basename(path), text, mailboxesSchema);
  if (!parsed.ok)
    throw new LiasseFailure('mailboxes-invalid', `\n  ${parsed.problems.map(describeProblem).join('\n  ')}\n`);
  return parsed.value.accounts.map((definition) => {
    const account = withPaths(definition, dirname(resolve(path)));
    return {
      name: account.name,
      policy: account,
      open: async (signal) =>
        openMailbox(account, { secret: await readSecret(account, environment), mostBytes }, signal),
    };
  });
}

function withPaths(account: MailAccountDefinition, folder: string): MailAccountDefinition {
  const at = (path: string | undefined): string | undefined => (path === undefined ? undefined : resolve(folder, path));
  return {
    ...account,
    address: account.address ?? (account.user.includes('@') ? account.user.toLowerCase() : undefined),
    caFile: at(account.caFile),
    passwordFile: at(account.passwordFile),
    accessTokenFile: at(account.accessTokenFile),
  };
}

async function readSecret(account: MailAccountDefinition, environment: Environment): Promise<string> {
  const file = account.passwordFile ?? account.accessTokenFile;
  const secret =
    file === undefined
      ? environment[account.passwordVariable ?? '']
      : await readFile(file, 'utf8').catch((error: unknown) => {
          throw new LiasseFailure('mail-secret-missing', account.name, { cause: error });
        });
  // Editors end the last line.
  const trimmed = secret?.replace(/\r?\n$/, '') ?? '';
  if (trimmed === '') throw new LiasseFailure('mail-secret-missing', account.name);
  return trimmed;
}
