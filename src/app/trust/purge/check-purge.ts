import { isUnchanged, type PurgeCertificate, purgedListHash } from '#domain/purge-certificate.ts';
import type { RowsLeft } from '#ports/purge-store.ts';
import type { Keeping } from '../../keeping/open-keeping.ts';
import { blobsOf } from './run-purge.ts';

/** What a look at everything that is kept says of a certificate. */
export interface PurgeCheck {
  /** `unchanged`: it says what it said when it was made. `other-installation`: the audit log here knows nothing of it. */
  readonly certificate: 'unchanged' | 'changed' | 'other-installation';
  readonly left: RowsLeft & { readonly blobs: number };
  /** Nothing of what was purged is there. */
  readonly isGone: boolean;
}

/** Looks for anything that a certificate says is gone, in rows, keys and bytes. */
export async function checkPurge(keeping: Keeping, certificate: PurgeCertificate): Promise<PurgeCheck> {
  const rows = await keeping.purges.left(certificate);
  const expectedAway = certificate.originals.filter((sha256) => !rows.cameAgain.includes(sha256));
  let blobs = 0;
  for (const sha256 of expectedAway) blobs += (await blobsOf(keeping.blobs, sha256)).length;
  const left = { ...rows, blobs };
  const count = left.files + left.documents + left.decisions + left.keys + left.blobs;
  return { certificate: await stateOf(keeping, certificate), left, isGone: count === 0 && !left.isCaseThere };
}

async function stateOf({ audit }: Keeping, certificate: PurgeCertificate): Promise<PurgeCheck['certificate']> {
  if (!isUnchanged(certificate)) return 'changed';
  for await (const row of audit.rows({ afterSeq: certificate.audit.seq - 1 })) {
    const tells = row.hash === certificate.audit.hash && row.detail.includes(purgedListHash(certificate));
    return tells ? 'unchanged' : 'other-installation';
  }
  return 'other-installation';
}
