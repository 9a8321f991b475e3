import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { masterKeyText, parseMasterKey } from '#adapters/master-key/parse-master-key.ts';
import { LiasseFailure } from '#domain/failure.ts';

const secrets = fc.uint8Array({ minLength: 32, maxLength: 32 });
const base64 = Buffer.alloc(32, 7).toString('base64');

describe('the text of a master key', () => {
  it('is read as it was written, whatever the key', () => {
    fc.assert(
      fc.property(secrets, (secret) => Buffer.compare(parseMasterKey(masterKeyText(secret), 'x'), secret) === 0),
    );
  });

  it('says in words what it is, without which nobody would know what they found', () => {
    expect(masterKeyText(Buffer.alloc(32, 7))).toMatch(/^# Liasse: clé maîtresse \/ master key\n/);
  });

  it('may come from openssl, with or without comments, from Windows too', () => {
    for (const text of [base64, `${base64}\n`, `\uFEFF${base64}\r\n`, `# note\r\n\r\n  ${base64}  \r\n# end`])
      expect(Buffer.from(parseMasterKey(text, 'x')).toString('base64')).toBe(base64);
  });

  it('is refused when it is anything else, with the place and never the content', () => {
    const other = randomBytes(32).toString('base64');
    const wrong = [
      ...['', '\n', '# only a comment\n', `${base64}\n${base64}\n`, `${base64} ${other}`],
      ...[base64.slice(1), base64.slice(0, -1), `${base64}A`, `A${base64}`, base64.replace('=', '')],
      ...[randomBytes(31).toString('base64'), randomBytes(33).toString('base64'), randomBytes(32).toString('hex')],
      // The spare bits at the end of base64 are set: not what anybody wrote.
      base64.replace(/.=$/, 'd='),
      base64.replace(/^./, '*'),
      'secret passphrase',
    ];
    for (const text of wrong) {
      const refuse = (): unknown => parseMasterKey(text, '/place');
      expect(refuse, JSON.stringify(text)).toThrow(LiasseFailure);
      try {
        refuse();
      } catch (error) {
        expect(error).toMatchObject({ code: 'master-key-malformed', detail: expect.stringMatching(/^\/place: /) });
        expect(String(error)).not.toContain('secret');
        expect(String(error)).not.toContain(other);
      }
    }
  });
});
