import { describe, expect, it } from 'vitest';
import { diagnose } from '#app/doctor/diagnose.ts';
import { type FindingCode, finding } from '#app/doctor/findings.ts';
import { DOCTOR_MESSAGES } from '#app/doctor/words/doctor-messages.ts';
import { MENDS } from '#app/doctor/words/mends.ts';
import { diagnosisLine } from '#cli/doctor/doctor-text.ts';

/** What can be found where nothing is wrong. */
const GOOD = /-(good|native|js|embedded|server|not-yet|unused|alone|shared)$/;

describe('the words of the doctor', () => {
  const codes = Object.keys(DOCTOR_MESSAGES.en.sentences);

  it.each(codes.filter((code) => !GOOD.test(code)))('name for %s the command that mends it', (code) => {
    expect(Object.keys(MENDS)).toContain(code);
  });

  it('are whole sentences in both languages, with what was found in them', () => {
    const low = diagnose({
      name: 'disk-home',
      finding: finding('warning', 'disk-low', { place: '/a b', freeBytes: 1.26e9 }),
    });
    expect(low.message.en).toContain('1.3 GB free at /a b');
    expect(low.message.fr).toContain('1,3 Go libres à /a b');
    expect(low.mend).toBe("du -xh '/a b' | sort -h | tail");
    const key = finding('broken', 'key-lost', { warning: 'missing' });
    expect(diagnose({ name: 'key', finding: key }).message.fr).toMatch(/clé maîtresse.*\.$/);
  });

  it('stand in columns, and the command below what is wrong only', () => {
    const good = diagnose({ name: 'node', finding: finding('ok', 'node-good', { version: '24.21.0' }) });
    expect(diagnosisLine(good, 'en')).toBe('ok       Node                 24.21.0.\n');
    const old = diagnose({ name: 'node', finding: finding('broken', 'node-old', { version: '20.0.0', needed: 24 }) });
    expect(diagnosisLine(old, 'fr').split('\n')[1]).toMatch(/^ +→ npm ci$/);
  });

  it('know every finding in both languages', () => {
    expect(Object.keys(DOCTOR_MESSAGES.fr.sentences).sort()).toEqual([...codes].sort());
    const all: readonly string[] = Object.keys(MENDS) satisfies readonly (FindingCode | string)[];
    for (const code of all) expect(codes).toContain(code);
  });
});
