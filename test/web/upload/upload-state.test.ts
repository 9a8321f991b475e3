import { describe, expect, it } from 'vitest';
import type { DocumentRow, FileRow } from '#http/contract/cases.ts';
import type { UploadItem } from '../../../src/web/upload/upload-item.ts';
import { type KnownOfCase, uploadState, uploadTotals } from '../../../src/web/upload/upload-state.ts';

const NOTHING: KnownOfCase = { files: new Map(), documents: new Map() };

function item(changes: Partial<UploadItem> = {}): UploadItem {
  const file = new File([new Uint8Array(100)], 'scan.pdf');
  return {
    id: '1',
    caseId: 'c',
    path: 'scan.pdf',
    file,
    phase: 'queued',
    sentBytes: 0,
    receipt: [],
    failure: null,
    ...changes,
  };
}

function row(changes: Partial<FileRow> = {}): FileRow {
  return {
    ...{
      id: 'f1',
      name: 'scan.pdf',
      mediaType: 'application/pdf',
      sizeBytes: 100,
      isContainer: false,
      state: 'waiting',
    },
    ...{
      via: 'upload',
      receivedAt: '2026-11-26T08:00:00.000Z',
      pages: null,
      copyOf: null,
      failure: null,
      canRetry: false,
    },
    ...changes,
  };
}

const label = { fr: 'Bulletin de paie', en: 'Pay slip' };
function document(fileId: string, type: DocumentRow['type']): DocumentRow {
  return {
    ...{
      key: `${fileId}:1`,
      fileId,
      file: 'scan.pdf',
      pages: { from: 1, to: 1 },
      status: 'done',
      type,
      language: null,
    },
    ...{ issueDate: null, issuer: null, score: null, flags: [], criteria: [], isCopy: false, decided: [] },
    hasProposedCuts: false,
  };
}
const EMPTY = { code: 'empty-file', message: { fr: 'vide', en: 'empty' } };

describe('the state of a dropped file', () => {
  it('follows it from the queue to the server', () => {
    expect(uploadState(item(), NOTHING)).toEqual({ kind: 'queued' });
    expect(uploadState(item({ phase: 'sending', sentBytes: 55 }), NOTHING)).toEqual({ kind: 'sending', percent: 55 });
    expect(uploadState(item({ phase: 'paused', sentBytes: 55 }), NOTHING)).toEqual({ kind: 'paused' });
    expect(uploadState(item({ phase: 'received', receipt: [row()] }), NOTHING)).toEqual({ kind: 'waiting' });
  });

  it('says what it was read as, by what the case knows now and not by the receipt', () => {
    const known = {
      files: new Map([['f1', row({ state: 'accepted' })]]),
      documents: new Map([['f1', [document('f1', { id: 'pay-slip', label, confidence: 1 }), document('f1', null)]]]),
    };
    const received = item({ phase: 'received', receipt: [row()] });
    expect(uploadState(received, known)).toEqual({ kind: 'read', types: [label, null], parts: 1 });
  });

  it('says of what it is a copy, under another name or the same', () => {
    const copy = item({ phase: 'received', receipt: [row({ copyOf: 'premier.pdf' })] });
    expect(uploadState(copy, NOTHING)).toEqual({ kind: 'duplicate', of: 'premier.pdf' });
    const twin = item({ phase: 'received', receipt: [row({ state: 'duplicate' })] });
    expect(uploadState(twin, NOTHING)).toEqual({ kind: 'duplicate', of: 'scan.pdf' });
  });

  it('says why it is refused: before it was sent, at the door, or when it could not be read', () => {
    const failure = { code: 'file-too-large', message: { fr: 'trop grand', en: 'too large' }, next: null };
    const refused = { kind: 'rejected', message: failure.message, next: null };
    expect(uploadState(item({ phase: 'failed', failure }), NOTHING)).toEqual(refused);
    const atTheDoor = item({ phase: 'received', receipt: [row({ state: 'rejected', failure: EMPTY })] });
    expect(uploadState(atTheDoor, NOTHING)).toMatchObject({ kind: 'rejected', message: EMPTY.message });
    const givenUp = { ...NOTHING, files: new Map([['f1', row({ failure: EMPTY, canRetry: true })]]) };
    expect(uploadState(item({ phase: 'received', receipt: [row()] }), givenUp)).toMatchObject({ kind: 'rejected' });
  });

  it('of an archive is that of what is in it', () => {
    const archive = row({ id: 'z', name: 'tout.zip', isContainer: true, state: 'accepted' });
    const parts = [
      row({ id: 'f1', state: 'accepted' }),
      row({ id: 'f2' }),
      row({ id: 'f3', state: 'rejected', failure: EMPTY }),
    ];
    const received = item({ phase: 'received', receipt: [...parts, archive] });
    expect(uploadState(received, NOTHING)).toEqual({ kind: 'waiting' });
    const known = { ...NOTHING, files: new Map([['f2', row({ id: 'f2', state: 'accepted' })]]) };
    expect(uploadState(received, known)).toEqual({ kind: 'read', types: [], parts: 3 });
    const locked = row({ ...archive, state: 'rejected', failure: EMPTY });
    expect(uploadState(item({ phase: 'received', receipt: [locked] }), NOTHING)).toMatchObject({ kind: 'rejected' });
  });
});

describe('the totals of an upload', () => {
  it('count by state and by bytes, and are over when nothing happens any more', () => {
    const items = [
      item({ phase: 'received', receipt: [row({ state: 'accepted' })] }),
      item({ phase: 'sending', sentBytes: 50 }),
      item({ phase: 'failed' }),
    ];
    const states = items.map((one) => uploadState(one, NOTHING));
    expect(uploadTotals(items, states)).toMatchObject({ all: 3, received: 1, read: 1, isOver: false, percent: 83 });
    expect(uploadTotals(items.slice(0, 1), states.slice(0, 1)).isOver).toBe(true);
    expect(uploadTotals([], [])).toMatchObject({ all: 0, percent: 100, isOver: true });
  });
});
