import { describe, expect, it } from 'vitest';
import { paperKey, readPaperKey } from '#domain/paper-key.ts';

describe('the key of a paper', () => {
  it('names its file and its first page, and is read back', () => {
    expect(paperKey('file', 3)).toBe('file:3');
    expect(readPaperKey('file:3')).toEqual({ fileId: 'file', page: 3 });
  });

  it.each(['', 'file', 'file:', ':'])('%j names no page of a file', (key) => {
    expect(readPaperKey(key).page > 0).toBe(false);
  });
});
