import { describe, expect, it } from 'vitest';
import { readHead } from '#adapters/mailbox/read-head.ts';
import { decideMessage } from '#app/ways-in/decide-message.ts';
import { hasOwnWords, keepOwnWords } from '#app/ways-in/keep-own-words.ts';
import type { FilePart, RefusedPart } from '#ports/file-opener.ts';
import type { MailPolicy } from '#ports/mailbox.ts';

const POLICY: MailPolicy = {
  senders: ['@asso.example', 'paul@other.example'],
  address: 'dossier@example.org',
  ignoredTags: ['external'],
};

/** The decision on a head of these lines; a sender is given unless they do. */
async function decided(lines: readonly string[], changes: Partial<MailPolicy> = {}): Promise<string> {
  const head = lines.some((line) => line.startsWith('From:')) ? lines : ['From: Marie <Marie@Asso.example>', ...lines];
  const read = await readHead(new TextEncoder().encode(`${head.join('\r\n')}\r\n\r\n`));
  const decision = decideMessage({ ...read, id: '1-1', sizeBytes: 1 }, { ...POLICY, ...changes });
  return 'left' in decision ? `left: ${decision.left}` : decision.caseName;
}

describe('the case of a message', () => {
  it.each([
    ['the address it was delivered to', ['Delivered-To: dossier+Dupont@example.org', 'To: x@y.example']],
    ['an address it was written to', ['To: "Dossiers" <Dossier+Dupont@Example.org>', 'Cc: z@y.example']],
    ['a copy', ['To: x@y.example', 'Cc: dossier+Dupont@example.org, z@y.example']],
    ['the subject', ['Subject: Re: [Dupont] pièces']],
    ['the subject, beside a tag of the server', ['Subject: [EXTERNAL] [Dupont]']],
    ['the subject in any encoding', ['Subject: =?utf-8?B?W0R1cG9udF0gcGnDqGNlcw==?=']],
    ['the address before the subject', ['To: dossier+Dupont@example.org', 'Subject: [Martin]']],
    [
      'the delivery before the addresses',
      ['Delivered-To: dossier+Dupont@example.org', 'To: dossier+Dupont@example.org, dossier+Martin@example.org'],
    ],
    ['the same twice', ['Subject: [Dupont] Re: [Dupont]']],
  ])('is named by %s', async (_by, lines) => {
    expect(await decided(lines)).toBe('Dupont');
  });

  it('is in any script', async () => {
    const subject = `Subject: =?utf-8?B?${Buffer.from('[ملف 12]').toString('base64')}?=`;
    expect(await decided([subject])).toBe('ملف 12');
  });

  it('is never guessed', async () => {
    expect(await decided(['To: dossier+A@example.org, dossier+B@example.org'])).toBe('left: several-cases');
    expect(await decided(['Subject: [A] [B]'])).toBe('left: several-cases');
    expect(await decided(['Subject: hello'])).toBe('left: no-case');
    expect(await decided(['To: dossier+@example.org'])).toBe('left: no-case');
    expect(await decided(['To: dossier+x@elsewhere.example'])).toBe('left: no-case');
    expect(await decided(['To: dossier+x@example.org'], { address: undefined })).toBe('left: no-case');
  });

  it('is the account’s own only where none is named, not where one is named badly', async () => {
    expect(await decided(['Subject: hello'], { defaultCase: 'Accueil' })).toBe('Accueil');
    expect(await decided(['Subject: [../x]'], { defaultCase: 'Accueil' })).toBe('left: no-case');
    expect(await decided(['To: dossier+a%b@example.org'], { defaultCase: 'Accueil' })).toBe('left: no-case');
  });
});

describe('the sender of a message', () => {
  const from = (line: string, ...more: string[]): Promise<string> =>
    decided([`From: ${line}`, 'Subject: [A]', ...more]);

  it('is welcome by address or domain, in any spelling', async () => {
    expect(await from('paul@other.example')).toBe('A');
    expect(await from('"Paul, P." <PAUL@Other.Example>')).toBe('A');
    expect(await from('anyone@asso.example, paul@other.example')).toBe('A');
  });

  it.each([
    'eve@evil.example',
    'paul@other.example.evil.example',
    'eve@sub.asso.example',
    '"paul@other.example" <eve@evil.example>',
    'paul@other.example, eve@evil.example',
    'group: paul@other.example, eve@evil.example;',
    '',
    'nobody',
  ])('is not welcome as %j', async (line) => {
    expect(await from(line)).toBe('left: sender');
  });

  it('is not welcome when there are two of them, or none', async () => {
    expect(await from('paul@other.example', 'From: eve@evil.example')).toBe('left: sender');
    const read = await readHead(new TextEncoder().encode('Subject: [A]\r\n\r\n'));
    expect(decideMessage({ ...read, id: '1', sizeBytes: 1 }, POLICY)).toEqual({ left: 'sender' });
  });

  it('is checked by the server that is asked, by its last word', async () => {
    const says = (...lines: string[]): Promise<string> =>
      decided([...lines.map((line) => `Authentication-Results: ${line}`), 'Subject: [A]'], {
        authenticatedBy: 'mx.example.org',
      });
    expect(await says('mx.example.org; spf=pass; dmarc=pass header.from=asso.example')).toBe('A');
    expect(await says('mx.example.org;\r\n dkim=fail;\r\n dmarc=pass')).toBe('A');
    expect(await says()).toBe('left: sender');
    expect(await says('mx.example.org; dmarc=fail')).toBe('left: sender');
    expect(await says('mx.evil.example; dmarc=pass')).toBe('left: sender');
    expect(await says('mx.example.org; dmarc=fail', 'mx.example.org; dmarc=pass')).toBe('left: sender');
    expect(await says('mx.example.org (; dmarc=pass) ; spf=pass')).toBe('left: sender');
    expect(await says('mx.example.org; dmarc=passable')).toBe('left: sender');
    expect(await says('mx.example.org; spf=pass smtp.mailfrom="x; dmarc=pass"')).toBe('left: sender');
  });

  it('of a head without end is nobody', async () => {
    expect(await from('paul@other.example', `Cc: ${'x@y.example, '.repeat(30_000)}z@y.example`)).toBe('left: sender');
  });
});

describe('the text of a message', () => {
  const message = (text: string): string => `subject\nMarie\n2026-01-31\n\n${text}`;

  it('counts when it has a word of its own', () => {
    expect(hasOwnWords(message('Elle a été expulsée.\n> avant\n-- \nMarie'))).toBe(true);
    expect(hasOwnWords(message('> Bonjour\n> Voici'))).toBe(false);
    expect(hasOwnWords(message('\n\nEnvoyé de mon iPhone'))).toBe(false);
    expect(hasOwnWords(message('-- \nMarie\nAssociation'))).toBe(false);
    expect(hasOwnWords(message('مرحبا'))).toBe(true);
  });

  it('without words of its own is left out beside attachments only', async () => {
    const part = (name: string, text: string): FilePart => ({
      name,
      sha256: name,
      mediaType: 'text/plain',
      sizeBytes: text.length,
      bytes: () => Promise.resolve(new TextEncoder().encode(text)),
    });
    const kept = async (...parts: (FilePart | RefusedPart)[]): Promise<string[]> => {
      const from = async function* () {
        yield* parts;
      };
      return (await Array.fromAsync(keepOwnWords(from()))).map(({ name }) => name);
    };
    const bare = part('m.eml!/message.txt', message('> Bonjour'));
    const own = part('m.eml!/message.txt', message('Bonjour'));
    const paper = part('m.eml!/a.pdf', 'a');
    expect(await kept(bare)).toEqual(['m.eml!/message.txt']);
    expect(await kept(bare, paper)).toEqual(['m.eml!/a.pdf']);
    expect(await kept(own, paper)).toEqual(['m.eml!/message.txt', 'm.eml!/a.pdf']);
    expect(await kept(paper, bare)).toEqual(['m.eml!/a.pdf', 'm.eml!/message.txt']);
    expect(await kept({ name: 'm.eml', failure: 'damaged-archive' })).toEqual(['m.eml']);
  });
});
