import burner from '@kenjiuno/msgreader/lib/Burner.js';
import { mailOf } from '../../mail.ts';

/** Good e-mails of several makes. */
export const MAILS: readonly [string, ...string[]] = [
  mailOf({ attachments: { 'a.txt': 'Bonjour' }, messageId: 'a@b' }),
  [
    'Received: from x (y [1.2.3.4]) by z; Sat, 31 Jan 2026 10:00:00 +0100',
    'From: =?utf-8?Q?Marie_=C3=89lan?= <marie@asso.example>, "B" <b@x.example>',
    'To: group: a@b.example, c@d.example;',
    'Subject: =?utf-8?B?cGFwaWVycyDDqQ==?=',
    ' =?iso-8859-1?Q?=E9?=',
    'Content-Type: multipart/alternative; boundary="=_x"',
    '',
    '--=_x',
    'Content-Type: text/html; charset=iso-8859-1',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '<style>p{}</style><p>Bonjour &amp; =E9 <br>fin</p><script>x</script>',
    '--=_x',
    'Content-Type: message/rfc822',
    '',
    'From: a@b.example\r\nSubject: inside\r\n\r\nhello\r\n',
    '--=_x--',
    '',
  ].join('\r\n'),
];

const [DIRECTORY, DOCUMENT, ROOT] = [1, 2, 5];

/** A good message as Outlook keeps it: a subject, a text, one attachment. */
export function outlookMessage(): Uint8Array {
  const text = (value: string): Buffer => Buffer.from(value, 'utf16le');
  const stream = (name: string, content: Uint8Array) => ({
    name,
    type: DOCUMENT,
    length: content.length,
    binaryProvider: () => content,
  });
  // One property: its tag, its flags, its value (PidTagMessageDeliveryTime).
  const properties = Buffer.alloc(48);
  properties.writeUInt32LE(0x0e060040, 32);
  properties.writeUInt32LE(6, 36);
  properties.writeBigUInt64LE(134_139_312_000_000_000n, 40);
  return burner.burn([
    { name: 'Root Entry', type: ROOT, length: 0, children: [1, 2, 3, 4, 5] },
    stream('__properties_version1.0', properties),
    stream('__substg1.0_0037001F', text('Papiers')),
    stream('__substg1.0_1000001F', text('Voici les papiers.')),
    stream('__substg1.0_0C1A001F', text('Marie')),
    { name: '__attach_version1.0_#00000000', type: DIRECTORY, length: 0, children: [6, 7, 8] },
    stream('__properties_version1.0', Buffer.alloc(8)),
    stream('__substg1.0_3707001F', text('a.txt')),
    stream('__substg1.0_37010102', Buffer.from('Attestation')),
  ]);
}
