import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LiasseFailure } from '#domain/failure.ts';
import { type PurgeCertificate, purgeCertificateSchema } from '#domain/purge-certificate.ts';
import { writingFailure } from '../disk-failure.ts';
import { syncFolder, writeWhole } from '../write-whole.ts';

/** Writes a certificate to the folder `certificates` of Liasse's home, and a readable text of it in each language; the path of the certificate. */
export async function keepCertificate(
  home: string,
  certificate: PurgeCertificate,
  texts: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = join(home, 'certificates');
  const at = (ending: string): string => join(folder, `purge-${certificate.id}.${ending}`);
  try {
    await writeWhole(at('json'), `${JSON.stringify(certificate, null, 2)}\n`);
    for (const [language, text] of Object.entries(texts)) await writeWhole(at(`${language}.txt`), text);
    await syncFolder(folder);
  } catch (error) {
    throw writingFailure(error);
  }
  return at('json');
}

/** A certificate in a file. Throws `no-such-file`, `not-a-certificate`. */
export async function readCertificate(path: string): Promise<PurgeCertificate> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new LiasseFailure('no-such-file', path, { cause: error });
  });
  try {
    return purgeCertificateSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new LiasseFailure('not-a-certificate', path, { cause: error });
  }
}
