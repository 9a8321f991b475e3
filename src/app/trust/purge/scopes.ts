import type { PurgeCertificate, PurgeReason } from '#domain/purge-certificate.ts';
import type { KeptCase } from '#ports/kept-files.ts';
import type { PurgeScope } from '#ports/purge-store.ts';
import type { Keeping } from '../../keeping/open-keeping.ts';
import { filesAbout } from '../select-papers.ts';

/** A whole case, or the papers in it that speak of a person. */
export async function scopeOf(
  keeping: Keeping,
  { id, name }: Pick<KeptCase, 'id' | 'name'>,
  asked: { readonly reason: PurgeReason; readonly person?: string | undefined; readonly withLearning: boolean },
): Promise<PurgeScope> {
  const { person, reason, withLearning } = asked;
  const fileIds = person === undefined ? 'all' : (await filesAbout(keeping, id, person)).map((file) => file.id);
  return { caseId: id, fileIds, reason, caseKey: (await keeping.vault.blind())(name), withLearning };
}

/** What a certificate says is gone, as far as a backup brought it back. */
export async function scopeOfCertificate(keeping: Keeping, certificate: PurgeCertificate): Promise<PurgeScope> {
  const { caseId, caseKey, scope, originals, documents } = certificate;
  const gone = new Set(originals);
  const papers = async (): Promise<string[]> =>
    (await keeping.files.ofCase(caseId)).filter(({ sha256 }) => gone.has(sha256 ?? '')).map(({ id }) => id);
  return {
    caseId,
    fileIds: scope === 'case' ? 'all' : await papers(),
    reason: 'brought-back',
    caseKey,
    withLearning: false,
    broughtBack: { originals, documents },
  };
}
