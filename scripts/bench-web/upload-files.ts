import type { VirtualPerson } from './browser.ts';

export interface UploadResult {
  readonly sent: readonly string[];
  /** What the last answer to each was, where it was no success. */
  readonly refused: readonly string[];
  readonly seconds: number;
}

const AT_ONCE = 4;

/** Uploads small files by tus, some at a time; undefined where the server has no uploads. */
export async function uploadFiles(
  url: string,
  person: VirtualPerson,
  { caseId, count }: { readonly caseId: string; readonly count: number },
): Promise<UploadResult | undefined> {
  const probe = await fetch(`${url}/api/uploads`, { method: 'POST', headers: person.headers });
  if (probe.status === 404) return undefined;
  const startedAt = performance.now();
  const names = Array.from({ length: count }, (_, at) => `envoi-${at + 1}.txt`);
  const [left, refused] = [names.values(), [] as string[]];
  const slot = async (): Promise<void> => {
    for (const name of left) {
      const status = await uploadOne(url, person, { caseId, name });
      if (status >= 300) refused.push(`${name} ${status}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, slot));
  return { sent: names, refused, seconds: (performance.now() - startedAt) / 1000 };
}

async function uploadOne(
  url: string,
  { headers }: VirtualPerson,
  { caseId, name }: { readonly caseId: string; readonly name: string },
): Promise<number> {
  const content = Buffer.from(`Bulletin de paie ${name}\nFait à Marseille, le 9 avril 2026\n`.repeat(40));
  const metadata = { caseId, name, relativePath: name };
  const encoded = Object.entries(metadata).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`);
  const tus = { ...headers, 'tus-resumable': '1.0.0' };
  const begun = await fetch(`${url}/api/uploads`, {
    method: 'POST',
    headers: { ...tus, 'upload-length': String(content.length), 'upload-metadata': encoded.join(',') },
  });
  await begun.arrayBuffer();
  const location = begun.headers.get('location');
  if (location === null) return begun.status;
  const sent = await fetch(new URL(location, url), {
    method: 'PATCH',
    headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    body: content,
  });
  await sent.arrayBuffer();
  return sent.status;
}
