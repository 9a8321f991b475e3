import { gunzipSync, gzipSync } from 'node:zlib';
import type { Sealer } from '#ports/vault.ts';

/** A plain JSON value, compressed and sealed. */
export function sealJson(sealer: Sealer, value: unknown): Buffer {
  return Buffer.from(sealer.seal(gzipSync(JSON.stringify(value), { level: 1 })));
}

/** Opens what `sealJson` sealed. Throws `sealed-damaged`. */
export function openJson(sealer: Sealer, sealed: Uint8Array): unknown {
  return JSON.parse(gunzipSync(sealer.open(sealed)).toString('utf8'));
}
