import { describe, expect, it } from 'vitest';
import { hrefTo, html } from '#app/trust/export/html.ts';
import { portableName } from '#app/trust/export/portable-name.ts';

describe('HTML of an export', () => {
  it('escapes whatever is put in, in texts and in attributes', () => {
    const evil = `<script>alert("1")</script>'&`;
    expect(html`<p title="${evil}">${evil}</p>`.html).toBe(
      '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;</p>',
    );
  });

  it('keeps HTML that was built so, joins lists, and drops control characters', () => {
    const items = ['<a>', 'b\u0007\n'].map((text) => html`<li>${text}</li>`);
    expect(html`<ul>${items}</ul>${3}`.html).toBe('<ul><li>&lt;a&gt;</li><li>b  </li></ul>3');
  });

  it('links to files whatever they are called', () => {
    expect(hrefTo('originals/0001 a?b#c%20 «é».pdf')).toBe('originals/0001%20a%3Fb%23c%2520%20%C2%AB%C3%A9%C2%BB.pdf');
    expect(hrefTo('javascript:alert(1)')).toBe('javascript%3Aalert(1)');
  });
});

describe('the name of a file in an export', () => {
  it.each([
    ['scan.pdf', '0007 scan.pdf'],
    ['mail.eml!/annexes.zip!/Fiche de paie.pdf', '0007 Fiche de paie.pdf'],
    ['../../etc/passwd', '0007 passwd'],
    ['C:\\Users\\x\\a.pdf', '0007 a.pdf'],
    ['..', '0007 file'],
    ['', '0007 file'],
    ['a<b>:"|?*.txt', '0007 a_b______.txt'],
    ['nul\u0000byte\u202egpj.exe', '0007 nul_byte_gpj.exe'],
    ['ends with a dot.', '0007 ends with a dot'],
    ['.htaccess', '0007 .htaccess'],
    ['e\u0301te\u0301.pdf', '0007 été.pdf'],
  ])('of %j is %j', (name, expected) => {
    expect(portableName(7, name)).toBe(expected);
  });

  it('is short enough for every system, and keeps its ending', () => {
    const name = portableName(1, `${'é'.repeat(300)}.pdf`);
    expect(name.endsWith('.pdf')).toBe(true);
    expect(Buffer.byteLength(name)).toBeLessThan(255);
  });
});
