import { expect, it } from 'vitest';
import { ownAddress } from '#web/account/own-address.ts';

it('only an address of this server is gone back to', () => {
  expect(ownAddress('/cases?state=open')).toBe('/cases?state=open');
  for (const elsewhere of [
    '//elsewhere.example',
    '/\\elsewhere.example',
    'https://elsewhere.example',
    'javascript:alert(1)',
    7,
    undefined,
  ])
    expect(ownAddress(elsewhere)).toBeUndefined();
});
