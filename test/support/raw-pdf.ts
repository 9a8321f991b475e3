import { deflateSync } from 'node:zlib';

/** A PDF out of objects written by hand, object 1 the catalogue: what no library would write. The cross-reference table is right. */
export function rawPdf(objects: readonly (string | Buffer)[]): Uint8Array {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = 9;
  const push = (chunk: Buffer): void => {
    chunks.push(chunk);
    length += chunk.length;
  };
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    push(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]));
  }
  const start = length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`));
  push(Buffer.from(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(chunks);
}

/** A stream, deflated as often as told; `entries` go into its dictionary. */
export function rawStream(content: string | Buffer, entries = '', times = 1): Buffer {
  let body = Buffer.from(content);
  for (let round = 0; round < times; round += 1) body = deflateSync(body);
  const filter = Array.from({ length: times }, () => '/FlateDecode').join(' ');
  return Buffer.concat([
    Buffer.from(`<< /Length ${body.length} /Filter [${filter}] ${entries} >>\nstream\n`),
    body,
    Buffer.from('\nendstream'),
  ]);
}

/** One page of a given box (and content, object 4, where there is one); further objects from number 5 on. */
export function onePage(
  mediaBox: string,
  content: Buffer | string = rawStream('0 0 9 9 re f'),
  more: (string | Buffer)[] = [],
) {
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [${mediaBox}] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>`,
    content,
    ...more,
  ]);
}
