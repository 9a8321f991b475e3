import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailFailure } from '#adapters/mailbox/mail-failure.ts';
import { readMailboxes } from '#adapters/mailbox/read-mailboxes.ts';
import { LiasseFailure } from '#domain/failure.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liasse-mailboxes-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const GOOD = `
accounts:
  - name: reception
    host: imap.example.org
    user: Dossier@example.org
    passwordFile: secret
    senders: ['@Asso.example', Paul@other.example]
`;
async function read(text: string) {
  await writeFile(join(folder, 'mailboxes.yaml'), text);
  return readMailboxes(join(folder, 'mailboxes.yaml'), { environment: {}, mostBytes: 1 });
}
const wrong = (text: string): Promise<string> =>
  read(text).then(
    () => 'nothing',
    (error) => (error instanceof LiasseFailure ? `${error.code}${error.detail}` : String(error)),
  );

describe('the accounts', () => {
  it('are read with what goes without saying', async () => {
    const [account] = await read(GOOD);
    expect(account).toMatchObject({
      name: 'reception',
      policy: {
        senders: ['@asso.example', 'paul@other.example'],
        address: 'dossier@example.org',
        ignoredTags: ['external', 'externe', 'ext', 'spam'],
      },
    });
  });

  it.each([
    [
      'a password in the file',
      GOOD.replace('passwordFile: secret', 'password: secret'),
      /mailboxes\.yaml:3:5 accounts\.0: no password in this file/,
    ],
    ['no secret', GOOD.replace('    passwordFile: secret\n', ''), /accounts\.0.*exactly one of passwordFile/],
    ['two secrets', GOOD.replace('secret', 'secret\n    passwordVariable: X'), /exactly one of passwordFile/],
    ['nobody who is welcome', GOOD.replace(/senders: .*/, 'senders: []'), /6:|7:.*at least one address/],
    ['a sender that is none', GOOD.replace(/senders: .*/, 'senders: [everybody]'), /an e-mail address, or @domain/],
    ['no encryption to another machine', `${GOOD}    tls: none\n`, /without encryption only to this machine/],
    [
      'a name that does not belong into logs',
      GOOD.replace('name: reception', 'name: Marie Dupont'),
      /it stands in logs/,
    ],
    ['a case that can be none', `${GOOD}    defaultCase: ../x\n`, /the name of a case/],
    ['the same name twice', GOOD + GOOD.split('\n').slice(2).join('\n'), /a name of its own/],
    ['a word that is not known', `${GOOD}    sender: x\n`, /sender/],
    ['no YAML', 'accounts: [', /mailboxes\.yaml:/],
  ])('are refused for %s, and the place is said', async (_what, text, expected) => {
    const said = await wrong(text);
    expect(said).toMatch(/^mailboxes-invalid/);
    expect(said).toMatch(expected);
    expect(said).not.toContain('secret\n');
  });

  it('that are nowhere say so', async () => {
    await expect(readMailboxes(join(folder, 'absent.yaml'), { environment: {}, mostBytes: 1 })).rejects.toMatchObject({
      code: 'mailboxes-missing',
    });
  });

  it('read their secret when they connect, and say when there is none', async () => {
    const [account] = await read(GOOD);
    await expect(account?.open(new AbortController().signal)).rejects.toMatchObject({ code: 'mail-secret-missing' });
    await writeFile(join(folder, 'secret'), '\n');
    await expect(account?.open(new AbortController().signal)).rejects.toMatchObject({ code: 'mail-secret-missing' });
  });
});

it('an error of the mail library goes on by its code only', () => {
  const error = Object.assign(new Error('Marie Dupont <marie@asso.example> said no'), {
    code: 'marie@asso.example',
    serverResponseCode: 'AUTHENTICATIONFAILED',
    authenticationFailed: true,
  });
  expect(mailFailure(error)).toMatchObject({ code: 'mailbox-refused', detail: 'AUTHENTICATIONFAILED' });
});
