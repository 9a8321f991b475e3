import { randomBytes } from 'node:crypto';
import { createMasterKey } from '#adapters/vault/create-master-key.ts';
import { createSealer } from '#adapters/vault/create-sealer.ts';

/** What encryption costs on this machine: `node scripts/bench-sealing.ts`. Prints MB/s for a large file and µs for a small artifact and a key. */
const sealer = createSealer(randomBytes(32), 'file:bench');
const master = createMasterKey(randomBytes(32));
const ROUNDS = 5;

/** Milliseconds of the fastest of some rounds, each doing it `times` times. */
function fastest(times: number, work: () => void): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    for (let time = 0; time < times; time += 1) work();
    return (performance.now() - started) / times;
  });
  return Math.min(...rounds);
}

const large = randomBytes(50_000_000);
const largeSealed = sealer.seal(large);
const perSecond = (milliseconds: number): string => `${Math.round(large.length / 1000 / milliseconds)} MB/s`;
console.log(`50 MB: sealed at ${perSecond(fastest(1, () => sealer.seal(large)))}`);
console.log(`50 MB: opened at ${perSecond(fastest(1, () => sealer.open(largeSealed)))}`);

const small = randomBytes(5_000);
const smallSealed = sealer.seal(small);
const micro = (milliseconds: number): string => `${(milliseconds * 1000).toFixed(1)} µs`;
console.log(`5 kB: sealed in ${micro(fastest(2000, () => sealer.seal(small)))}`);
console.log(`5 kB: opened in ${micro(fastest(2000, () => sealer.open(smallSealed)))}`);

const key = randomBytes(32);
const wrapped = master.wrap('file:bench', key);
console.log(`key: wrapped in ${micro(fastest(2000, () => master.wrap('file:bench', key)))}`);
console.log(`key: unwrapped in ${micro(fastest(2000, () => master.unwrap(wrapped)))}`);
