import { describe, expect, it } from 'vitest';
import { isWebhookUrl } from '#adapters/webhooks/create-webhook-sender.ts';
import { isPublicAddress } from '#adapters/webhooks/public-address.ts';

describe('an address of the internet', () => {
  it.each(['93.184.216.34', '8.8.8.8', '2606:2800:220:1:248:1893:25c8:1946'])('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1'],
    ...['255.255.255.255', '::1', '::', 'fe80::1', 'fd00::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:7f00:1'],
    ...['64:ff9b::7f00:1', '2002:7f00:1::', '::2', '::7f00:1', '::10.0.0.1', 'not an address'],
    ...['::1:0:0', '4000::1', '0:0:0:0:0:ffff:7f00:1', '::FFFF:7F00:1'],
  ])('%s is none', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('an address for a webhook', () => {
  it('is https of the internet, and anything that was allowed', () => {
    expect(isWebhookUrl('https://hooks.example.org/liasse?x=1', [])).toBe(true);
    for (const url of [
      ...['http://hooks.example.org/', 'ftp://hooks.example.org/', 'https://u:p@hooks.example.org/', 'hooks', ''],
      ...['https://localhost/', 'https://n8n.local/', 'https://127.1/', 'https://0x7f000001/', 'https://[::1]/'],
      ...[
        'https://[::ffff:127.0.0.1]/',
        'https://[::127.0.0.1]/',
        'https://2130706433/',
        'https://169.254.169.254/latest/',
        'https://LOCALHOST./',
      ],
    ])
      expect([url, isWebhookUrl(url, [])]).toEqual([url, false]);
    expect(isWebhookUrl('http://n8n.local:5678/x', ['n8n.local'])).toBe(true);
    expect(isWebhookUrl('https://127.1/', ['127.0.0.1'])).toBe(true);
  });
});
