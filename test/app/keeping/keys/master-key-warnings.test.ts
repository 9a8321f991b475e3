import { describe, expect, it } from 'vitest';
import type { MasterKeyStatus } from '#app/keeping/keys/master-key-status.ts';
import { isFatal, masterKeyWarnings } from '#app/keeping/keys/master-key-warnings.ts';

const A = 'a'.repeat(16);
const B = 'b'.repeat(16);
const COPY = { path: '/media/usb/k', at: '2026-11-26T10:00:00Z', isBesideData: false, isOnSameDisk: false };

/** An installation with nothing to complain of, but for what is changed. */
function status(changed: Partial<MasterKeyStatus>): MasterKeyStatus {
  return {
    source: 'home',
    path: '/home/x/master.key',
    lookedFor: '/home/x/master.key',
    fingerprint: A,
    needed: A,
    neededFoundAt: null,
    keyCount: 3,
    others: [],
    copies: [COPY],
    isBesideData: true,
    isReadableByOthers: false,
    isChangeUnfinished: false,
    oldKeyFiles: [],
    ...changed,
  };
}

describe('warnings about the master key', () => {
  it.each([
    ['all is well', {}, []],
    [
      'nothing is kept and no key was made yet',
      { source: null, path: null, fingerprint: null, needed: null, copies: [] },
      [],
    ],
    ['it is gone', { source: null, path: null, fingerprint: null }, ['missing']],
    ['it is another one', { fingerprint: B }, ['wrong']],
    ['the only copy lies beside the data', { copies: [] }, ['only-copy-beside-data']],
    ['it lies elsewhere, and no copy is known', { isBesideData: false, source: 'file', copies: [] }, ['no-copy']],
    [
      'it is in the environment, and no copy is known',
      { isBesideData: false, source: 'environment', path: null, copies: [] },
      ['no-copy'],
    ],
    [
      'every copy is in the home',
      { copies: [{ ...COPY, isBesideData: true, isOnSameDisk: true }] },
      ['copies-beside-data'],
    ],
    ['every copy is on the same disk', { copies: [{ ...COPY, isOnSameDisk: true }] }, ['copies-on-same-disk']],
    ['one copy of two is elsewhere', { copies: [{ ...COPY, isBesideData: true, isOnSameDisk: true }, COPY] }, []],
    [
      'it lies elsewhere, with a copy beside the data',
      { isBesideData: false, source: 'file', copies: [{ ...COPY, isBesideData: true, isOnSameDisk: true }] },
      [],
    ],
    ['others can read it', { isReadableByOthers: true }, ['readable-by-others']],
    [
      'some keys need another one that is there',
      { others: [{ fingerprint: B, keyCount: 1, isAtHand: true }] },
      ['old-key-needed'],
    ],
    [
      'some keys need another one that is gone',
      { others: [{ fingerprint: B, keyCount: 1, isAtHand: false }] },
      ['some-missing'],
    ],
    ['a new one is set up and the old one is at hand', { fingerprint: B, neededFoundAt: '/old' }, ['old-key-needed']],
    [
      'a change was interrupted',
      { isChangeUnfinished: true, fingerprint: B, neededFoundAt: '/new' },
      ['change-unfinished'],
    ],
  ] satisfies [string, Partial<MasterKeyStatus>, string[]][])('when %s', (_when, changed, expected) => {
    expect(masterKeyWarnings(status(changed))).toEqual(expected);
  });

  it('tell what cannot be read now from what may be lost one day', () => {
    const all = ['missing', 'wrong', 'some-missing', 'no-copy', 'only-copy-beside-data', 'change-unfinished'] as const;
    expect(all.filter(isFatal)).toEqual(['missing', 'wrong', 'some-missing']);
  });
});
