import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type AuditHead, type AuditRow, auditEntrySchema, auditHash, nextAuditRow } from '#domain/audit.ts';
import { createAuditChain } from '#domain/audit-chain.ts';

function aLog(length: number): AuditRow[] {
  const rows: AuditRow[] = [];
  let before: AuditHead | undefined;
  for (let at = 1; at <= length; at += 1) {
    const entry = { action: 'files-received', subject: 'case-1', detail: { files: at, first: at } } as const;
    const row = nextAuditRow(before, entry, { at: `2026-11-26T00:00:0${at}.000Z`, actor: 'amina' });
    rows.push(row);
    before = row;
  }
  return rows;
}

const walk = (rows: readonly AuditRow[]) => {
  const chain = createAuditChain();
  for (const row of rows) chain.take(row);
  return { broken: chain.broken, seq: chain.head?.seq };
};

describe('a row of the audit log', () => {
  it('is sealed as it is published: SHA-256 of a JSON array that anybody can build', () => {
    const [row] = aLog(1);
    const published = `[1,"2026-11-26T00:00:01.000Z","amina","files-received","case-1","{\\"files\\":1,\\"first\\":1}","${'0'.repeat(64)}"]`;
    expect(row?.hash).toBe(createHash('sha256').update(published).digest('hex'));
  });

  it('has the same detail whatever the order in which it was said', () => {
    const by = { at: '2026-11-26T00:00:00.000Z', actor: 'a' };
    const said = (detail: Record<string, number>) =>
      nextAuditRow(undefined, { action: 'backup-made', subject: 'b', detail }, by).hash;
    expect(said({ files: 1, blobs: 2 })).toBe(said({ blobs: 2, files: 1 }));
  });

  it('takes no text: neither a sentence nor a name of two words can be told', () => {
    const entry = (value: string) => ({ action: 'purge-done', subject: 'case-1', detail: { what: value } });
    expect(auditEntrySchema.safeParse(entry('closed')).success).toBe(true);
    expect(auditEntrySchema.safeParse(entry('Amina Diallo')).success).toBe(false);
    expect(auditEntrySchema.safeParse({ ...entry('x'), subject: 'Dossier 12' }).success).toBe(false);
    expect(auditEntrySchema.safeParse(entry('é')).success).toBe(false);
  });
});

describe('walking the audit log', () => {
  it('finds nothing wrong with a whole one, or an empty one', () => {
    expect(walk(aLog(5))).toEqual({ broken: undefined, seq: 5 });
    expect(walk([])).toEqual({ broken: undefined, seq: undefined });
  });

  it.each(['at', 'actor', 'action', 'subject', 'detail'] as const)('names the row whose %s was changed', (column) => {
    const rows = aLog(5).map((row) => (row.seq === 3 ? { ...row, [column]: `${row[column]} ` } : row));
    expect(walk(rows)).toEqual({ broken: { seq: 3, problem: 'changed' }, seq: 2 });
  });

  it('names the place where a row was taken out, also the first', () => {
    expect(walk(aLog(5).filter(({ seq }) => seq !== 3)).broken).toEqual({ seq: 4, problem: 'missing' });
    expect(walk(aLog(5).slice(1)).broken).toEqual({ seq: 2, problem: 'missing' });
  });

  it('notices a row that was changed and sealed anew, by the next one', () => {
    const rows = aLog(5).map((row) => {
      const forged = { ...row, actor: 'nobody' };
      return row.seq === 3 ? { ...forged, hash: auditHash(forged) } : row;
    });
    expect(walk(rows).broken).toEqual({ seq: 4, problem: 'unlinked' });
  });

  it('notices rows that changed places', () => {
    const [one, two, three] = aLog(3);
    if (one === undefined || two === undefined || three === undefined) throw new Error('three rows expected');
    expect(walk([one, { ...three, seq: 2 }, { ...two, seq: 3 }]).broken?.seq).toBe(2);
  });
});
