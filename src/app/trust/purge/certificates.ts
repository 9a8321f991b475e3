import { keepCertificate, readCertificate } from '#adapters/certificate-folder/keep-certificate.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { PurgeCertificate } from '#domain/purge-certificate.ts';
import { liasseHome } from '../../config.ts';
import type { Keeping } from '../../keeping/open-keeping.ts';

/** The certificates of this installation, as files. */
export const certificateFiles = {
  /** With a readable text by language; where the certificate lies. */
  keep: (certificate: PurgeCertificate, texts: Readonly<Record<string, string>>): Promise<string> =>
    keepCertificate(liasseHome(), certificate, texts),
  /** Throws `no-such-file`, `not-a-certificate`. */
  read: readCertificate,
};

/** The certificate whose id begins so. Throws `certificate-unknown`. */
export async function findCertificate({ purges }: Keeping, idPrefix: string): Promise<PurgeCertificate> {
  const [found, ...others] = (await purges.certificates()).filter(({ id }) => id.startsWith(idPrefix));
  if (found === undefined || others.length > 0) throw new LiasseFailure('certificate-unknown', idPrefix);
  return found;
}
