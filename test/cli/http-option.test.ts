import { describe, expect, it } from 'vitest';
import { parseHttpAddress } from '#cli/http-option.ts';

describe('--http', () => {
  it.each([
    ['127.0.0.1:9464', { host: '127.0.0.1', port: 9464 }],
    ['9464', { host: '127.0.0.1', port: 9464 }],
    [':9464', { host: '127.0.0.1', port: 9464 }],
    ['0.0.0.0:80', { host: '0.0.0.0', port: 80 }],
    ['localhost:0', { host: 'localhost', port: 0 }],
    ['[::1]:9464', { host: '::1', port: 9464 }],
  ])('takes %s', (text, address) => {
    expect(parseHttpAddress(text)).toEqual(address);
  });

  it.each(['', 'localhost', '127.0.0.1:', '127.0.0.1:99999', '::1:9464', 'http://x:1', '1.2.3.4:80/x'])(
    'refuses %o',
    (text) => {
      expect(() => parseHttpAddress(text)).toThrow('an address such as');
    },
  );
});
