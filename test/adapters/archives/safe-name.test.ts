import { expect, it } from 'vitest';
import { safeName } from '#adapters/archives/safe-name.ts';

it('the label of a file leads nowhere and is shown as it is', () => {
  expect(safeName('../../etc/passwd')).toBe('etc/passwd');
  expect(safeName('C:\\scans\\a.pdf')).toBe('scans/a.pdf');
  expect(safeName('scan\u202efdp.exe')).toBe('scanfdp.exe');
  expect(safeName('می\u200cخواهم.pdf')).toBe('می\u200cخواهم.pdf');
  expect(safeName('/..//')).toBe('unnamed');
});
