import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdBackupLease } from '#adapters/sql/backup/backup-lease.ts';
import type { Keeping } from '#app/keeping/open-keeping.ts';
import { pagesOf } from '#app/keeping/pages-of.ts';
import { createReception } from '#app/keeping/receive.ts';
import { checkPurge } from '#app/trust/purge/check-purge.ts';
import { finishPurges, runPurge } from '#app/trust/purge/run-purge.ts';
import { scopeOf, scopeOfCertificate } from '#app/trust/purge/scopes.ts';
import { verifyAudit } from '#app/trust/verify-audit.ts';
import { documentId } from '#domain/document-id.ts';
import { isUnchanged, type PurgeCertificate } from '#domain/purge-certificate.ts';
import { filePart, fileParts } from '../support/file-parts.ts';
import { keptCase } from '../support/kept-case.ts';

const IN_ALL = 'Attestation commune à deux dossiers';
const shaOf = (text: string): string => filePart('', text).sha256;
/** Nobody uses these keys within the next second. */
const ALONE = { keysKnownMs: 0 };

/** What a purge does to rows, keys and bytes, on every database. */
export function purgeContract(
  name: string,
  open: () => Promise<{ readonly keeping: Keeping; close(): Promise<void> }>,
): void {
  describe(`a purge (${name})`, () => {
    let keeping: Keeping;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ keeping, close } = await open());
    }, 120_000);
    afterAll(() => close());

    const caseOf = async (caseName: string) => {
      const found = await keeping.cases.find(caseName);
      if (found === undefined) throw new Error('a case was expected');
      return found;
    };
    const request = { reason: 'request', withLearning: false } as const;
    const purge = async (caseName: string, person?: string): Promise<PurgeCertificate> =>
      runPurge(keeping, await scopeOf(keeping, await caseOf(caseName), { ...request, person }), ALONE);
    const blobsUnder = async (sha256: string) =>
      (await Array.fromAsync(keeping.blobs.list(''))).filter(({ name: one }) => one.includes(sha256)).length;
    const keysOf = async (ids: readonly string[]) =>
      (await sql`select from keys where id = any(${ids}::text[])`.execute(keeping.db)).rows.length;
    const received = (caseName: string, texts: Record<string, string>) =>
      Array.fromAsync(
        createReception(keeping).receive(fileParts(texts), { caseName, via: 'intake', asOf: '2026-11-26' }),
      );
    const nameless = (certificate: PurgeCertificate, texts: readonly string[]) => {
      const json = JSON.stringify(certificate);
      for (const text of texts) expect(json).not.toContain(text);
    };

    it('leaves nothing of a case: no row, no key, no byte, no word to search for, and a certificate of hashes', async () => {
      const [first] = await keptCase(keeping, 'Dossier Sesay', {
        'Passeport.txt': 'Passeport de Mme Sesay',
        'b.txt': 'Avis',
      });
      const before = await caseOf('Dossier Sesay');
      const sha256 = first?.sha256 ?? '';
      await keeping.decisions.add([
        {
          kind: 'correct',
          at: '2026-11-26T10:00:00Z',
          document: documentId(sha256, 1, 1),
          pipeline: 'p',
          field: 'type',
          value: 'passport',
          was: null,
        },
        { kind: 'cut', at: '2026-11-26T10:00:00Z', sha256, page: 2 },
      ]);
      const certificate = await purge('Dossier Sesay');

      expect(await keeping.cases.find('Dossier Sesay')).toBeUndefined();
      expect(await keeping.files.ofCase(before.id)).toEqual([]);
      expect(await keeping.results.ofCase(before.id)).toEqual([]);
      expect(await keeping.decisions.all()).toEqual([]);
      expect(await keeping.search.find('Sesay', { limit: 5 })).toEqual([]);
      expect(await keysOf([`case:${before.id}`, `file:${sha256}`])).toBe(0);
      expect(await blobsUnder(sha256)).toBe(0);
      for (const table of ['artifacts', 'documents', 'work'] as const)
        expect((await keeping.db.selectFrom(table).selectAll().execute()).length, table).toBe(0);

      expect(certificate).toMatchObject({
        scope: 'case',
        caseId: before.id,
        counts: { files: 2, documents: 2, artifacts: 2, decisions: 2, keys: 3 },
        // An original, an artifact and a reading of each.
        blobs: 6,
        sharedOriginals: [],
        backups: [],
      });
      expect(certificate.originals).toEqual([sha256, shaOf('Avis')].sort());
      nameless(certificate, ['Sesay', 'Passeport']);
      expect(isUnchanged(certificate)).toBe(true);
      expect(await checkPurge(keeping, certificate)).toMatchObject({ certificate: 'unchanged', isGone: true });
      expect((await verifyAudit(keeping)).broken).toBeUndefined();
    });

    it('keeps the bytes that also lie in another case, with what was read and decided about them', async () => {
      const texts = { 'common.txt': IN_ALL, 'mine.txt': 'Seulement ici' };
      await keptCase(keeping, 'one', texts);
      await keptCase(keeping, 'two', { 'theirs.txt': IN_ALL });
      const document = documentId(shaOf(IN_ALL), 1, 1);
      const at = '2026-11-26T10:00:00Z';
      await keeping.decisions.add([
        { kind: 'correct', at, document, pipeline: 'p', field: 'language', value: 'fr', was: null },
        {
          kind: 'correct',
          at,
          document: documentId(shaOf('Seulement ici'), 1, 1),
          pipeline: 'p',
          field: 'language',
          value: 'fr',
          was: null,
        },
      ]);
      const certificate = await purge('one');
      expect(certificate.sharedOriginals).toEqual([shaOf(IN_ALL)]);
      expect(certificate.originals).toEqual([shaOf('Seulement ici')]);
      expect(certificate.documents).toEqual([documentId(shaOf('Seulement ici'), 1, 1)]);
      expect(await keeping.originals.check(shaOf(IN_ALL))).toBe('whole');
      const [left] = await keeping.results.byId(document);
      if (left === undefined) throw new Error('the paper of the other case is gone');
      expect(await pagesOf(keeping.pages, shaOf(IN_ALL), left)).toHaveLength(1);
      expect((await keeping.decisions.all()).map((one) => 'document' in one && one.document)).toEqual([document]);
      expect(await keeping.results.ofCase((await caseOf('two')).id)).toHaveLength(1);
      expect(await keeping.search.find('commune', { limit: 5 })).toHaveLength(1);
      await purge('two');
      expect(await keeping.originals.check(shaOf(IN_ALL))).toBe('missing');
    });

    it('forgets decisions about papers into which a file was cut earlier', async () => {
      const text = 'page un\fpage deux\fpage trois';
      await keptCase(keeping, 'cuts', { 'three.txt': text });
      const about = (from: number, to: number, of = text) => ({
        kind: 'correct' as const,
        at: '2026-11-26T10:00:00Z',
        document: documentId(shaOf(of), from, to),
        pipeline: 'p',
        field: 'type' as const,
        value: 'x',
        was: null,
      });
      await keeping.decisions.add([about(1, 1), about(2, 3), about(1, 3), about(1, 1, 'of another file')]);
      expect((await purge('cuts')).counts.decisions).toBe(3);
      const kept = await keeping.decisions.all();
      expect(kept.map((one) => 'document' in one && one.document)).toContain(
        documentId(shaOf('of another file'), 1, 1),
      );
    });

    it('takes only the files that speak of a person, copies of them, and the archive that brought one', async () => {
      const letter = 'Lettre de Mme Amina Diallo à la préfecture';
      await keptCase(keeping, 'family', {
        'letter.txt': letter,
        'letter (copie).txt': letter,
        'bundle.zip!/pay.txt': 'Bulletin de paie de DIALLO Amina',
        'Diallo_Amina photo.txt': 'illisible',
        'brother.txt': 'Lettre de M. Ibrahim Diallo',
        'other.txt': 'Facture',
      });
      const family = await caseOf('family');
      const container = filePart('bundle.zip', 'the bytes of the archive');
      await keeping.originals.keep(container.sha256, await container.bytes());
      const { id } = family;
      await keeping.files.receive(
        {
          name: 'bundle.zip',
          sha256: container.sha256,
          mediaType: 'application/zip',
          sizeBytes: 9,
          isContainer: true,
          failure: null,
          asOf: '2026-11-26',
          via: 'intake',
        },
        id,
      );
      const certificate = await purge('family', 'Amina Diallo');
      expect(certificate).toMatchObject({ scope: 'papers', counts: { files: 5 } });
      const left = (await keeping.files.ofCase(id)).map((file) => file.name).sort();
      expect(left).toEqual(['brother.txt', 'other.txt']);
      expect((await keeping.cases.byId(id))?.summary?.documents).toBe(2);
      expect(await keeping.originals.check(container.sha256)).toBe('missing');
      expect(await checkPurge(keeping, certificate)).toMatchObject({ isGone: true });
      expect(await keeping.search.find('Ibrahim', { limit: 5 })).toHaveLength(1);
      await purge('family');
    });

    it('says before what it would do, and does just that', async () => {
      await keptCase(keeping, 'preview', { 'a.txt': 'aperçu un', 'b.txt': 'aperçu deux' });
      const scope = await scopeOf(keeping, await caseOf('preview'), request);
      const plan = await keeping.purges.preview(scope);
      expect(await keeping.files.counts(scope.caseId)).toMatchObject({ received: 2 });
      expect(await runPurge(keeping, scope, ALONE)).toMatchObject(plan);
    });

    it('is refused while a worker has a file of it in hand, or a run is under way, and changes nothing then', async () => {
      await received('busy', { 'a.txt': 'en cours' });
      const { id } = await caseOf('busy');
      const scope = await scopeOf(keeping, await caseOf('busy'), request);
      const [item] = await keeping.work.ready(1);
      await keeping.work.claimOne(item?.id ?? '', 'somebody-else', 60_000);
      await expect(keeping.purges.begin(scope)).rejects.toMatchObject({ code: 'case-in-work' });
      await keeping.work.releaseOwner('somebody-else');
      const [run] = await keeping.work.add([
        { kind: 'run', subject: '00000000-0000-4000-8000-00000000000a', caseId: null, workClass: 'archive' },
      ]);
      await keeping.work.claimOne(run?.id ?? '', 'somebody-else', 60_000);
      await expect(keeping.purges.begin(scope)).rejects.toMatchObject({ code: 'case-in-work' });
      expect(await keeping.files.counts(id)).toMatchObject({ received: 1, waiting: 1 });
      await keeping.work.finish(run?.id ?? '', 'somebody-else');
      await purge('busy');
      expect(await keeping.work.ready(5)).toEqual([]);
    });

    it('is refused while a backup is being made, and for a quarter of an hour after one that was killed', async () => {
      await keptCase(keeping, 'backed', { 'a.txt': 'sauvegardé' });
      await holdBackupLease(keeping.db);
      await expect(purge('backed')).rejects.toMatchObject({ code: 'backup-under-way' });
      await sql`
        update meta set value = jsonb_set(value::jsonb, '{until}', to_jsonb(now() - interval '1 second'))::text
        where key = 'backup-lease'`.execute(keeping.db);
      await expect(purge('backed')).resolves.toMatchObject({ scope: 'case' });
    });

    it('names the backups that were made while it was kept', async () => {
      await keeping.audit.append([{ action: 'backup-made', subject: 'too-early', detail: {} }]);
      await pause(5);
      await keptCase(keeping, 'held', { 'a.txt': 'dans la sauvegarde' });
      await keeping.audit.append([{ action: 'backup-made', subject: 'holds-it', detail: {} }]);
      expect((await purge('held')).backups.map(({ id }) => id)).toEqual(['holds-it']);
    });

    it('keeps what was learned unless it is told otherwise', async () => {
      const correction = (text: string) =>
        keeping.decisions.add([
          {
            kind: 'correct',
            at: new Date().toISOString(),
            document: documentId(shaOf(text), 1, 1),
            pipeline: 'p',
            field: 'type',
            value: 'x',
            was: null,
          },
        ]);
      const learn = () =>
        sql`insert into learned_models (pipeline, at, content) values ('p', now(), ''::bytea)`.execute(keeping.db);
      const models = async () => (await keeping.db.selectFrom('learned_models').select('seq').execute()).length;
      await learn();
      await keptCase(keeping, 'taught', { 'a.txt': 'enseigné' });
      await correction('enseigné');
      await learn();
      expect((await purge('taught')).counts).toMatchObject({ learnedModels: 0, learnedModelsKept: 1 });
      expect(await models()).toBe(2);
      await keptCase(keeping, 'taught', { 'a.txt': 'enseigné encore' });
      await correction('enseigné encore');
      await learn();
      const scope = await scopeOf(keeping, await caseOf('taught'), { reason: 'request', withLearning: true });
      expect((await runPurge(keeping, scope, ALONE)).counts).toMatchObject({
        learnedModels: 1,
        learnedModelsKept: 0,
      });
      expect(await models()).toBe(2);
    });

    it('is finished by the next one when it was killed after its rows went, with the same certificate', async () => {
      await keptCase(keeping, 'killed', { 'a.txt': 'interrompu un', 'b.txt': 'interrompu deux' });
      const begun = await keeping.purges.begin(await scopeOf(keeping, await caseOf('killed'), request));
      await keeping.purges.noteBytes(begun.id, shaOf('interrompu un'), { blobs: 3, sizeBytes: 99 });
      expect(await keeping.cases.find('killed')).toBeUndefined();
      expect(await keysOf([`file:${shaOf('interrompu deux')}`])).toBe(0);

      const [certificate] = await finishPurges(keeping, ALONE);
      // The three that were noted before the kill are counted once.
      expect(certificate).toMatchObject({ id: begun.id, blobs: 6, counts: { files: 2 } });
      expect(await keeping.purges.finish(begun.id)).toEqual(certificate);
      expect(await finishPurges(keeping, ALONE)).toEqual([]);
      expect((await keeping.purges.certificates()).at(-1)).toEqual(certificate);
    });

    it('loses nothing that comes in meanwhile: the same bytes received into another case are whole when they are acknowledged', async () => {
      for (let round = 0; round < 2; round += 1) {
        const texts = Object.fromEntries(
          Array.from({ length: 8 }, (_, at) => [`${at}.txt`, `ronde ${round}, fichier ${at}`]),
        );
        await keptCase(keeping, `leaving ${round}`, texts);
        const leaving = await scopeOf(keeping, await caseOf(`leaving ${round}`), request);
        const purging = runPurge(keeping, leaving);
        const receiving = pause(Math.random() * 150).then(() => received(`arriving ${round}`, texts));
        const [receipts, certificate] = await Promise.all([receiving, purging]);
        expect(receipts).toHaveLength(8);
        for (const { sha256 } of receipts) expect(await keeping.originals.check(sha256 ?? '')).toBe('whole');
        expect(await checkPurge(keeping, certificate)).toMatchObject({ isGone: true });
      }
    }, 60_000);

    it('makes a receipt wait for it: bytes that are being swept get no row', async () => {
      await keptCase(keeping, 'sweeping', { 'a.txt': 'balayé' });
      await keeping.purges.begin(await scopeOf(keeping, await caseOf('sweeping'), request));
      const { id } = await keeping.cases.open('patient');
      const part = filePart('a.txt', 'balayé');
      const file = {
        name: 'a.txt',
        sha256: part.sha256,
        mediaType: 'text/plain',
        sizeBytes: 6,
        isContainer: false,
        failure: null,
        asOf: '2026-11-26',
        via: 'intake',
      } as const;
      const keptAfter = await keeping.files.moment();
      await expect(keeping.files.receive({ ...file, keptAfter }, id)).rejects.toMatchObject({
        code: 'purged-meanwhile',
      });
      await finishPurges(keeping, ALONE);
      await expect(keeping.files.receive({ ...file, keptAfter }, id)).rejects.toMatchObject({
        code: 'purged-meanwhile',
      });
      const again = { ...file, keptAfter: await keeping.files.moment() };
      expect(await keeping.files.receive(again, id)).toMatchObject({ state: 'waiting' });
    });

    it('finds what a backup brought back, takes it out again, and tells it from what came in again rightly', async () => {
      const texts = { 'a.txt': 'revenu par la sauvegarde', 'b.txt': 'revenu par la poste' };
      await keptCase(keeping, 'back', texts);
      const { id } = await caseOf('back');
      const certificate = await purge('back');
      // Keys that are gone are still known to this process for a second.
      await pause(1_100);
      await received('elsewhere', { 'b.txt': 'revenu par la poste' });
      expect(await checkPurge(keeping, certificate)).toMatchObject({
        isGone: true,
        left: { cameAgain: [shaOf('revenu par la poste')] },
      });
      // As a restored backup has it: the same case, received before it was purged; bytes and key are there.
      await sql`insert into cases (id, name, state) values (${id}, 'back', 'open')`.execute(keeping.db);
      await keeping.originals.keep(shaOf('revenu par la sauvegarde'), Buffer.from('revenu par la sauvegarde'));
      await sql`insert into files (id, case_id, name, name_key, sha256, size_bytes, as_of, state, via, received_at)
        values (${id}, ${id}, ''::bytea, '', ${shaOf('revenu par la sauvegarde')}, 1, '2026-01-01', 'accepted', 'intake',
          '2026-01-01')`.execute(keeping.db);
      expect(await checkPurge(keeping, certificate)).toMatchObject({
        isGone: false,
        left: { isCaseThere: true, files: 1, keys: 1, blobs: 1 },
      });
      const again = await runPurge(keeping, await scopeOfCertificate(keeping, certificate), ALONE);
      expect(again).toMatchObject({ reason: 'brought-back', originals: [shaOf('revenu par la sauvegarde')] });
      expect(await checkPurge(keeping, certificate)).toMatchObject({ isGone: true });
      expect(await keeping.originals.check(shaOf('revenu par la poste'))).toBe('whole');

      // Bytes that nobody has a row for, such as a worker may leave that was asleep all the while.
      await keeping.originals.keep(shaOf('revenu par la sauvegarde'), Buffer.from('revenu par la sauvegarde'));
      expect(await checkPurge(keeping, certificate)).toMatchObject({ isGone: false, left: { blobs: 1 } });
      await runPurge(keeping, await scopeOfCertificate(keeping, certificate), ALONE);
      expect(await checkPurge(keeping, certificate)).toMatchObject({ isGone: true });
    });

    it('shows a certificate that was changed, or that is another installation’s', async () => {
      await keptCase(keeping, 'forged', { 'a.txt': 'falsifié' });
      const certificate = await purge('forged');
      const stateOf = async (changed: PurgeCertificate) => (await checkPurge(keeping, changed)).certificate;
      expect(await stateOf(certificate)).toBe('unchanged');
      expect(await stateOf({ ...certificate, actor: 'somebody' })).toBe('changed');
      expect(await stateOf({ ...certificate, originals: [] })).toBe('changed');
      const { certify } = await import('#domain/purge-certificate.ts');
      const { digest: _digest, ...proven } = certificate;
      expect(await stateOf(certify({ ...proven, originals: [] }))).toBe('other-installation');
    });
  });
}
