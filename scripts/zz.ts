import { createFileAccess } from '#adapters/files/create-file-opener.ts';
import { limitsSchema } from '#domain/limits.ts';
import { findCodes } from '#stages/read-codes/find-codes.ts';
import { findCodeAreas } from '#pixels/find-code-areas.ts';
import { rasterOfCode } from '../test/support/code-pages.ts';
const { codes, stop } = createFileAccess({ limits: limitsSchema.parse({}), passwords: [] });
for (const m of [3,4,6]) for (const f of ['DataMatrix', 'QRCode', 'Aztec'] as const) for (const t of ['https://exemple.fr/verifier/ABCD-1234', `DC04FR0000011985FFFF0401FR46DIALLO\x1d${'A'.repeat(103)}`]) {
 const r = await rasterOfCode(t, f, m);
 console.log(m, f, t.length, r.width, findCodeAreas(r).length, (await findCodes(r,{turned:0,skewDegrees:0,quad:null},codes)).length, (await codes.readCodes(r)).length);
}
await stop();
