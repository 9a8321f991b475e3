import { beforeAll, describe, expect, it } from 'vitest';
import type { CasePaper } from '#domain/case-paper.ts';
import { paperOf, type RelationOutline } from '../relations/paper-of.ts';
import { seriesOf } from './findings-of.ts';

let judge: Awaited<ReturnType<typeof seriesOf>>;
beforeAll(async () => {
  judge = await seriesOf();
});

const CLIENT = { client: 'Oksana Kovalchuk' };
const answer = (id: string, papers: readonly CasePaper[]) => {
  const found = judge(papers, { facts: CLIENT }).find(({ rule }) => rule === `civil-${id}`);
  return { state: found?.coverage, severity: found?.severity, says: found?.message.fr ?? '', papers: found?.papers };
};
const a = (type: string, more: Partial<RelationOutline> = {}): CasePaper => paperOf({ key: type, type, ...more });
const passport = (more: Partial<RelationOutline> = {}) =>
  a('passport', { fields: { givenNames: 'Oksana', surname: 'Kovalchuk' }, ...more });

describe('passport or proof that there can be none', () => {
  it.each<[string, CasePaper[], string]>([
    ['a passport', [passport()], 'met'],
    ['an expired passport', [passport({ flags: ['expired'] })], 'met'],
    ['one that can’t be read', [passport({ flags: ['illegible'] })], 'weak'],
    ['one that may be another paper', [passport({ confidence: 0.5 })], 'unclear'],
    ['one on which no name was read', [passport({ fields: {} })], 'unclear'],
    ["the daughter's", [passport({ fields: { givenNames: 'Daryna', surname: 'Kovalchuk' } })], 'missing'],
    ['a declaration of loss', [a('loss-declaration', { fields: { person: 'KOVALCHUK Oksana' } })], 'met'],
    [
      "the embassy's refusal",
      [a('other', { letterhead: { kind: 'embassy' }, text: "L'ambassade ne peut pas délivrer de passeport." })],
      'met',
    ],
    [
      'an association that says so',
      [a('ngo-statement', { text: "L'ambassade a refusé de lui délivrer un passeport." })],
      'weak',
    ],
    ['nothing', [a('pay-slip')], 'missing'],
  ])('%s: %#', (_what, papers, state) => expect(answer('identity', papers).state).toBe(state));
  it('says what to ask for', () => {
    expect(answer('identity', [])).toMatchObject({ severity: 'blocking', papers: [] });
    expect(answer('identity', []).says).toContain('déclaration de perte ou de vol');
  });
});

describe('birth certificate with certified translation', () => {
  const certificate = a('birth-certificate', {
    language: 'uk',
    flags: ['needs-translation'],
    fields: { person: 'Ковальчук Оксана' },
  });
  const translation = a('certified-translation', {
    text: "Traduction de l'ukrainien : acte de naissance de Mme Oksana KOVALTCHOUK",
  });
  it.each<[string, CasePaper[], string]>([
    ['in French', [a('birth-certificate', { fields: { person: 'KOVALCHUK Oksana' } })], 'met'],
    ['foreign, with its translation', [certificate, translation], 'met'],
    ['foreign, without', [certificate], 'weak'],
    ['the translation alone', [translation], 'weak'],
    ['none', [], 'missing'],
  ])('%s', (_what, papers, state) => expect(answer('birth', papers).state).toBe(state));
  it('says why', () => expect(answer('birth', [certificate]).says).toContain('sans traduction certifiée au dossier'));
});

describe('proof of address', () => {
  const bill = (issued: string | null, more: Partial<RelationOutline> = {}) =>
    a('proof-of-address', { issued, ...more });
  it.each<[string, string | null, string]>([
    ['three months to the day', '2026-08-26', 'met'],
    ['a day more', '2026-08-25', 'weak'],
    ['without a date', null, 'unclear'],
    ['of a month that ends in time', '2026-08', 'met'],
  ])('%s', (_what, issued, state) => expect(answer('address', [bill(issued)]).state).toBe(state));

  const host = bill('2026-11-01', {
    text: 'Je soussignée Marie DURAND atteste héberger Mme Kovalchuk à mon domicile.',
  });
  const hostsBill = { ...bill('2026-10-01', { text: 'Facture EDF' }), key: 'bill' };
  const hostsPassport = passport({ key: 'host', fields: { givenNames: 'Marie', surname: 'DURAND' } });
  it("a host's attestation needs the host's identity paper and proof of address", () => {
    expect(answer('address', [host])).toMatchObject({ state: 'weak' });
    expect(answer('address', [host]).says).toMatch(
      /pièce d'identité de l'hébergeant.*justificatif de domicile de l'hébergeant/,
    );
    expect(answer('address', [host, passport()]).says).toContain("pièce d'identité");
    expect(answer('address', [host, hostsPassport]).says).not.toContain("pièce d'identité");
    expect(answer('address', [host, hostsPassport, hostsBill]).state).toBe('met');
  });
  it('a domiciliation holds for a year', () => {
    const domiciliation = a('shelter-attestation', { issued: '2026-01-10', text: 'Attestation de domiciliation' });
    expect(answer('address', [domiciliation]).state).toBe('met');
    expect(answer('address', [a('shelter-attestation', { issued: '2026-01-10', text: 'est hébergée' })]).state).toBe(
      'weak',
    );
  });
});
