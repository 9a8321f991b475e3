import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFileAccess } from '#adapters/files/create-file-opener.ts';
import { DEFAULT_LIMITS } from '#domain/limits.ts';
import { materialsOf, partWith, stopOpening } from '../support/dossier-part-of.ts';
import { rawPdf, rawStream } from '../support/raw-pdf.ts';

let asked = 0;
let server: Server;
beforeAll(async () => {
  server = createServer((_, response) => {
    asked += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await stopOpening();
  server.close();
});

/** Does, or asks to do, everything that a PDF may: scripts, programs, addresses, files elsewhere, forms that are sent. */
function scriptedPdf(address: string): Uint8Array {
  const script = `<< /S /JavaScript /JS (app.launchURL("${address}/js")) >>`;
  return rawPdf([
    `<< /Type /Catalog /Pages 2 0 R /OpenAction ${script} /AA << /WC ${script} >> /Names << /JavaScript << /Names [(a) ${script}] >> >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /AA << /O ${script} >> /Contents [4 0 R 9 0 R] /Resources << /XObject << /X 8 0 R >> >> /Annots [5 0 R 6 0 R 7 0 R] >>`,
    rawStream('0 0 90 90 re f q 50 0 0 50 100 100 cm /X Do Q'),
    `<< /Type /Annot /Subtype /Link /Rect [0 0 300 300] /A << /S /URI /URI (${address}/uri) >> >>`,
    `<< /Type /Annot /Subtype /Link /Rect [0 0 300 300] /A << /S /Launch /F (calc.exe) >> >>`,
    `<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [0 0 90 90] /AA << /F ${script} >> /A << /S /SubmitForm /F (${address}/form) >> >>`,
    `<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /F << /FS /URL /F (${address}/image) >> /Length 0 >>\nstream\n\nendstream`,
    `<< /F << /FS /URL /F (${address}/content) >> /Length 0 >>\nstream\n\nendstream`,
  ]);
}

function hostilePdf(): Uint8Array {
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return scriptedPdf(`http://127.0.0.1:${port}`);
}

it('a PDF that wants to act is read as paper: nothing is asked for', async () => {
  const access = createFileAccess({ limits: DEFAULT_LIMITS, passwords: [] });
  const bytes = hostilePdf();
  const part = { name: 'a', sha256: 'a', mediaType: 'application/pdf', sizeBytes: bytes.length };
  const signal = new AbortController().signal;
  const file = await access.open({ ...part, bytes: () => Promise.resolve(bytes) }, signal);
  await file.page(1).textLayer();
  expect((await file.page(1).raster({ maxPixels: 90_000, signal }))?.pixels.length).toBeGreaterThan(0);
  expect(await access.attachments(bytes)).toEqual([]);
  await file.close();
  await access.stop();
  expect(asked).toBe(0);
});

it('nothing of what it wants goes into the dossier', async () => {
  const part = Buffer.from(await partWith(await materialsOf(hostilePdf(), 'application/pdf', [null]))).toString(
    'latin1',
  );
  expect(part).toMatch(/^%PDF/);
  expect(part).not.toMatch(/JavaScript|\/JS\b|\/Launch|\/URI|SubmitForm|\/OpenAction|calc\.exe|\/FS\b/);
  expect(asked).toBe(0);
});
